#include "cli/arguments.h"

namespace kehoach::cli {

void add_correct(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand(
      "correct", "Put your value beside an extracted one; it holds whatever is read later");
  CorrectOptions& options = arguments.correct;
  command.add_option("ID", options.document, "The document's id in the archive, or its number")
      ->required();
  command.add_option("FIELD", options.field, "issue_date, issuer.level, targets/0/min, tasks/3 …");
  auto* value = command.add_option("VALUE", options.value, "The right value");
  add_archive(command, options.archive);
  command.add_option("--by", options.by, "Who says so")->type_name("NAME");
  command.add_option("--note", options.note, "Why")->type_name("TEXT");
  auto* none = command.add_flag("--none", options.none,
                                "The document does not say it; of an entry: it is none");
  auto* undo = command.add_flag("--undo", options.undo, "Take the field's newest correction back");
  auto* history = command.add_flag("--history", options.history, "List all corrections");
  none->excludes(value)->excludes(undo)->excludes(history);
  undo->excludes(value)->excludes(history);
  history->excludes(value);
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return correct(options, terminal); };
  });
}

}  // namespace kehoach::cli
