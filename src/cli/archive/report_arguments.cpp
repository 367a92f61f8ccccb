#include "cli/arguments.h"

namespace kehoach::cli {

void add_report(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand(
      "report", "A page about the archive: counts, plots, failures, values to look at");
  ReportOptions& options = arguments.report;
  add_archive(command, options.archive);
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE.html");
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return report(options, terminal); }; });
}

}  // namespace kehoach::cli
