// Targets and results as rows of the archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "output/figure_words.h"
#include "store/archive.h"

namespace kehoach::store {

struct ArchivedFigure {
  std::int64_t version = 0;
  std::int64_t position = 0;  // in the record's list
  plan::Figure figure;        // without evidence and rule
  double confidence = 0;
  std::optional<std::int64_t> page;
};

// The columns that read_figure() reads, of a table called `e`.
extern const char* const kFigureColumns;
inline constexpr int kFigureColumnCount = 18;

// From column `first` on.
ArchivedFigure read_figure(const Statement& row, int first = 0);

// "SIPAS: increase 2-3 rank, 2022 → 2023"
std::string figure_line(const plan::Figure& figure);

}  // namespace kehoach::store
