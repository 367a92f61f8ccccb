// `kehoach extract`: documents → records.
#pragma once

#include <string>
#include <vector>

#include "cli/batch_run.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct ExtractOptions {
  std::vector<std::string> paths;
  std::string format;  // json, jsonl, table, explain; empty: table on a terminal, else jsonl
  bool text = false;
  std::string tables;   // csv or json: the tables instead; empty: records
  std::string pdf_out;  // folder for copies of scans with their text; empty: none
  bool force = false;   // write over copies that are there
  std::vector<std::string> patterns;
  std::string output;
  bool fail_empty = false;
  BatchLimits limits;
};

ExitCode extract(const ExtractOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
