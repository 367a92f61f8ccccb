#include "cli/arguments.h"

namespace kehoach::cli {

void add_targets(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command =
      *app.add_subcommand("targets", "Promises of the archive beside what later documents report");
  TargetsOptions& options = arguments.targets;
  add_archive(command, options.archive);
  command.add_option("--for-year", options.for_year, "Targets that are to be reached in this year")
      ->type_name("YEAR");
  command.add_option("--outcome", options.outcome, "met, missed or unknown")
      ->check(CLI::IsMember({"met", "missed", "unknown"}));
  command.add_option("-f,--format", options.format, "table (default), csv, json, or svg: a plot")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "csv", "json", "svg"}));
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  add_filters(command, options.filter);
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return targets(options, terminal); };
  });
}

void add_tasks(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command =
      *app.add_subcommand("tasks", "Tasks of the archive, by who leads them and when they are due");
  TasksOptions& options = arguments.tasks;
  add_archive(command, options.archive);
  command
      .add_option("--overdue", options.overdue,
                  "Only those whose deadline has passed on this day (2024-06-30, or today)")
      ->type_name("DAY");
  command.add_option("-f,--format", options.format, "table (default), csv or jsonl")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "csv", "jsonl"}));
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  add_filters(command, options.filter);
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return tasks(options, terminal); }; });
}

}  // namespace kehoach::cli
