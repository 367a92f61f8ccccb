#include "cli/arguments.h"

namespace kehoach::cli {
namespace {

CLI::App& add_document_command(CLI::App& app, const char* name, const char* help,
                               DocumentOptions& options) {
  CLI::App& command = *app.add_subcommand(name, help);
  command.add_option("ID", options.document, "Of the document: its id, or its number")->required();
  add_archive(command, options.archive);
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  return command;
}

void add_format(CLI::App& command, DocumentOptions& options) {
  command.add_option("-f,--format", options.format, "table (default) or json")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json"}));
}

template <class Run>
void run_by(CLI::App& command, Command& chosen, DocumentOptions& options, Run run) {
  command.callback([&chosen, &options, run] {
    chosen = [&options, run](const Terminal& terminal) { return run(options, terminal); };
  });
}

}  // namespace

void add_document_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
  DocumentOptions& options = arguments.document;
  CLI::App& showing = add_document_command(
      app, "show", "Print a document of the archive: values, links, versions", options);
  add_format(showing, options);
  run_by(showing, chosen, options, show);

  CLI::App& opening =
      add_document_command(app, "open", "Print where a document's source lies", options);
  auto* page = opening.add_option("-p,--page", options.page, "At this page")
                   ->type_name("N")
                   ->check(CLI::PositiveNumber);
  opening.add_option("--find", options.find, "At the page where this query first stands")
      ->type_name("QUERY")
      ->excludes(page);
  opening.add_flag("--launch", options.launch, "Open it with the system's own program");
  run_by(opening, chosen, options, open_source);

  CLI::App& likeness =
      add_document_command(app, "similar", "Documents whose texts are like this one's", options);
  likeness.add_option("--most", options.most, "So many (default: 10)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{200}));
  add_format(likeness, options);
  run_by(likeness, chosen, options, similar);

  CLI::App& citing =
      add_document_command(app, "cited", "What a document names, and who names it", options);
  citing.add_flag("--chain", options.chain,
                  "Also what rests on it, and what rests on that: from the province's plan to the "
                  "districts'");
  add_format(citing, options);
  run_by(citing, chosen, options, cited);
}

}  // namespace kehoach::cli
