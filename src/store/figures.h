// Targets and results as rows of the archive, and as its records have them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "output/figure_words.h"
#include "store/archive.h"
#include "store/json_values.h"

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

// An entry of a record's targets or results, without evidence and rule.
plan::Figure figure_of(const Json& entry);

}  // namespace kehoach::store
