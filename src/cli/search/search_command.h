// `kehoach search`: a query and filters → documents of the archive.
#pragma once

#include <string>
#include <vector>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/filter_options.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct SearchOptions {
  std::string archive = kDefaultArchive;
  std::vector<std::string> query;  // joined by spaces
  FilterOptions filter;
  std::string order = "newest";  // or "relevance"
  std::string format;            // table, json, jsonl, csv; empty: table on a terminal, else jsonl
  std::size_t page = 1, per_page = 20;
  bool facets = false, fail_empty = false;
  std::string output;
  std::string save;  // the search itself, to be asked again
};

ExitCode search(const SearchOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
