#include "cli/arguments.h"

namespace kehoach::cli {

void add_draw(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command =
      *app.add_subcommand("draw", "Draw a page with its blocks and evidence over it (SVG)");
  DrawOptions& options = arguments.draw;
  command.add_option("FILE", options.path, "A PDF")->required();
  command.add_option("-p,--page", options.page, "Which page, from 1 (default: 1)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  command.add_option("--dpi", options.dpi, "How finely the page is drawn (default: 100)")
      ->type_name("N")
      ->check(CLI::Range(10, 600));
  add_pattern_folders(command, options.patterns);
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  add_limits(command, options.limits);
  add_ocr(command, options.limits);
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return draw(options, terminal); }; });
}

}  // namespace kehoach::cli
