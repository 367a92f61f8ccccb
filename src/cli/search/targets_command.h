// `kehoach targets`: promises beside what later documents report; `kehoach tasks`: what is due.
#pragma once

#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/filter_options.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct TargetsOptions {
  std::string archive = kDefaultArchive;
  FilterOptions filter;
  int for_year = 0;     // of the target; 0: any
  std::string outcome;  // met, missed, unknown; empty: any
  std::string format;   // table, csv, json, svg; empty: table
  std::string output;
};

struct TasksOptions {
  std::string archive = kDefaultArchive;
  FilterOptions filter;
  std::string overdue;  // an ISO day; "today"; empty: all tasks
  std::string format;   // table, csv, jsonl; empty: table
  std::string output;
};

ExitCode targets(const TargetsOptions& options, const Terminal& terminal);
ExitCode tasks(const TasksOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
