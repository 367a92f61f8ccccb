// The command line's options, by command: each function declares one command and, when it is the
// one given, sets what to run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "cli/archive/check_command.h"
#include "cli/archive/correct_command.h"
#include "cli/archive/export_command.h"
#include "cli/archive/ingest_command.h"
#include "cli/archive/report_command.h"
#include "cli/eval/eval_command.h"
#include "cli/exit_code.h"
#include "cli/extract/draw_command.h"
#include "cli/extract/extract_command.h"
#include "cli/search/document_command.h"
#include "cli/search/search_command.h"
#include "cli/search/targets_command.h"
#include "cli/terminal.h"

namespace kehoach::cli {

using Command = std::function<ExitCode(const Terminal&)>;

// Must outlive the parsing and the run: CLI11 writes into it.
struct Arguments {
  ExtractOptions extract;
  DrawOptions draw;
  EvalOptions eval;
  ExportOptions exporting;
  IngestOptions ingest;
  ReindexOptions reindex;
  CorrectOptions correct;
  CheckOptions check;
  ReportOptions report;
  SearchOptions search;
  DocumentOptions document;
  TargetsOptions targets;
  TasksOptions tasks;
  std::vector<std::string> patterns;
  std::string rule;
  bool quiet = false;
  Color color = Color::kAuto;
};

void add_extract(CLI::App& app, Arguments& arguments, Command& chosen);
void add_draw(CLI::App& app, Arguments& arguments, Command& chosen);
void add_patterns_commands(CLI::App& app, Arguments& arguments, Command& chosen);
void add_eval(CLI::App& app, Arguments& arguments, Command& chosen);
void add_check(CLI::App& app, Arguments& arguments, Command& chosen);
void add_report(CLI::App& app, Arguments& arguments, Command& chosen);
void add_correct(CLI::App& app, Arguments& arguments, Command& chosen);
void add_export(CLI::App& app, Arguments& arguments, Command& chosen);
void add_ingest(CLI::App& app, Arguments& arguments, Command& chosen);
void add_reindex(CLI::App& app, Arguments& arguments, Command& chosen);
void add_search(CLI::App& app, Arguments& arguments, Command& chosen);
void add_document_commands(CLI::App& app, Arguments& arguments, Command& chosen);
void add_targets(CLI::App& app, Arguments& arguments, Command& chosen);
void add_tasks(CLI::App& app, Arguments& arguments, Command& chosen);

// Options that several commands have.
void add_pattern_folders(CLI::App& command, std::vector<std::string>& folders);
void add_archive(CLI::App& command, std::string& archive);
void add_limits(CLI::App& command, BatchLimits& limits);  // of what is read, however
void add_ocr(CLI::App& command, BatchLimits& limits);

}  // namespace kehoach::cli
