#include "cli/arguments.h"

namespace kehoach::cli {

void add_check(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand(
      "check", "Look whether the archive is sound and its files are what they were");
  CheckOptions& options = arguments.check;
  add_archive(command, options.archive);
  command.add_option("-f,--format", options.format, "table or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command.add_flag("--quick", options.quick,
                   "Files by size and time, not by their content; the full-text index by its rows");
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return check(options, terminal); }; });
}

}  // namespace kehoach::cli
