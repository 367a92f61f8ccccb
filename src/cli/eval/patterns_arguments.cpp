#include "cli/arguments.h"
#include "cli/eval/patterns_command.h"

namespace kehoach::cli {

void add_patterns_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& group = *app.add_subcommand("patterns", "Look at the patterns and check them");
  group.require_subcommand(1);
  CLI::App& check = *group.add_subcommand("check", "Run every example of every rule");
  CLI::App& list = *group.add_subcommand("list", "Name every rule");
  CLI::App& show = *group.add_subcommand("show", "Print one rule in full");
  for (CLI::App* command : {&check, &list, &show})
    add_pattern_folders(*command, arguments.patterns);
  show.add_option("ID", arguments.rule, "The rule")->required();
  check.callback([&] {
    chosen = [&](const Terminal& terminal) { return check_patterns(arguments.patterns, terminal); };
  });
  list.callback([&] {
    chosen = [&](const Terminal& terminal) { return list_patterns(arguments.patterns, terminal); };
  });
  show.callback([&] {
    chosen = [&](const Terminal& terminal) {
      return show_pattern(arguments.patterns, arguments.rule, terminal);
    };
  });
}

}  // namespace kehoach::cli
