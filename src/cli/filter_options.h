// The filters of an archive's commands as they are typed.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "store/filter.h"

namespace kehoach::cli {

struct FilterOptions {
  std::vector<std::string> provinces, types, issuers, indicators, changes, leads, cites;
  std::string year;  // "2023", "2021..2023", "2021..", "..2023"
  std::string due;   // by a day, month or year ("2024-06" is its last day), or "FROM..TO"
  double min_confidence = 0;
};

// Must outlive the parsing.
void add_filters(CLI::App& command, FilterOptions& options);

// Provinces get their old and new names. Throws base::Error "usage".
store::Filter make_filter(const FilterOptions& options);

}  // namespace kehoach::cli
