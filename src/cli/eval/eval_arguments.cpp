#include "cli/arguments.h"

namespace kehoach::cli {

void add_eval(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand("eval", "Score records against gold files");
  EvalOptions& options = arguments.eval;
  command.add_option("DIR", options.folders, "Folders with NAME.gold.json beside NAME.txt")
      ->required();
  command.add_option("--kind", options.kind, "Only documents of this kind: text, page, digital …");
  command.add_option("-f,--format", options.format, "table or json")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command
      .add_option("--against", options.against, "An older report (JSON): print gains and losses")
      ->type_name("FILE");
  command.add_flag("--differences", options.differences, "Name every value that is not right");
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  add_pattern_folders(command, options.patterns);
  add_limits(command, options.limits);
  add_ocr(command, options.limits);
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return eval(options, terminal); }; });
}

}  // namespace kehoach::cli
