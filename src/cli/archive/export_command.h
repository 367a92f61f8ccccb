// `kehoach export`: the archive's documents → CSV, a workbook or JSON Lines.
#pragma once

#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/filter_options.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct ExportOptions {
  std::string archive = kDefaultArchive;
  std::string format;  // csv, xlsx, jsonl
  std::string table;   // of csv; empty: all, into a folder
  std::string output;
  FilterOptions filter;
  bool byte_order_mark = false;
  bool raw = false;  // csv: texts that look like formulas stay as they are
};

ExitCode export_archive(const ExportOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
