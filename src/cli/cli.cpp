#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <map>
#include <new>

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/exit_code.h"
#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "output/schema.h"

namespace kehoach::cli {
namespace {

constexpr const char* kExamples = R"(Examples:
  kehoach extract plan.txt                    a table of what the plan says
  kehoach extract plans/ --output plans.jsonl one JSON record a line, for every text below plans/
  kehoach extract --format explain plan.txt   where every value comes from
  kehoach extract --tables csv plan.pdf -o t/ its tables, each as a file in the folder t
  kehoach extract --pdf-out c/ scan.pdf       a copy of the scan that can be searched, in c
  kehoach draw --page 2 plan.pdf -o 2.svg     what was read, over the page that it was read from
  curl -s URL | kehoach extract -             standard input
  kehoach eval corpus                         score against the gold files beside the texts
  kehoach ingest plans/                       take them into the archive kehoach.db
  kehoach search "cải cách" --year 2024       find them there again
  kehoach targets --indicator SIPAS           what was promised, and what came of it
  kehoach export -f xlsx -o plans.xlsx        all of it as a workbook
)";
constexpr const char* kExitCodes =
    "Exit codes: 0 done, 1 nothing found (with --fail-empty), 2 some sources failed, 3 could not "
    "run, 130 interrupted.";

const std::map<std::string, Color> kColors = {
    {"auto", Color::kAuto}, {"always", Color::kAlways}, {"never", Color::kNever}};

void add_schema(CLI::App& app, Command& chosen) {
  app.add_subcommand("schema", "Print the JSON Schema of a record")->callback([&] {
    chosen = [](const Terminal&) {
      ResultFile(std::string()).write(output::record_schema());
      return ExitCode::kDone;
    };
  });
}

void set_up(CLI::App& app, Arguments& arguments, Command& chosen) {
  app.footer(kExitCodes);  // also of the commands that are added below
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", [] { return version_text(embedded_patterns()); });
  app.add_flag("-q,--quiet", arguments.quiet,
               "No progress, no messages about single sources; only what ends the run");
  app.add_option("--color", arguments.color, "auto, always or never")
      ->transform(CLI::CheckedTransformer(kColors).description(""))
      ->type_name("WHEN");
  add_extract(app, arguments, chosen);
  add_draw(app, arguments, chosen);
  add_patterns_commands(app, arguments, chosen);
  add_eval(app, arguments, chosen);
  add_export(app, arguments, chosen);
  add_ingest(app, arguments, chosen);
  add_reindex(app, arguments, chosen);
  add_correct(app, arguments, chosen);
  add_check(app, arguments, chosen);
  add_report(app, arguments, chosen);
  add_search(app, arguments, chosen);
  add_document_commands(app, arguments, chosen);
  add_targets(app, arguments, chosen);
  add_tasks(app, arguments, chosen);
  add_schema(app, chosen);
  app.footer(std::string(kExamples) + "\n" + kExitCodes);
}

// CLI11 finds a missing command before it finds the misspelt one that stands there.
std::string what_is_wrong(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> rest = app.remaining();
  if (app.get_subcommands().empty() && !rest.empty()) return "there is no command " + rest.front();
  const std::string said = error.what();
  return said == "A subcommand is required" ? "a command is wanted" : said;
}

ExitCode run_command(const Command& command, const Terminal& terminal) {
  try {
    return command(terminal);
  } catch (const base::Error& error) {
    terminal.error(error.what());
  } catch (const std::bad_alloc&) {
    terminal.error(
        "out of memory: nothing more could be done; close other programs or cut the job");
  } catch (const std::exception& error) {
    terminal.error(std::string("kehoach failed: ") + error.what() + "; please report it");
  }
  return ExitCode::kCouldNotRun;
}

ExitCode parse_and_run(int argc, char** argv) {
  Arguments arguments;
  Command chosen;
  CLI::App app{"Reads Vietnamese administrative plans and prints checked, structured JSON.",
               "kehoach"};
  set_up(app, arguments, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked);
    return ExitCode::kDone;
  } catch (const CLI::ParseError& error) {
    Terminal(Color::kAuto)
        .error("wrong usage: " + what_is_wrong(app, error) + "; see kehoach --help");
    return ExitCode::kCouldNotRun;
  } catch (const base::Error& error) {  // --version reads the pattern pack
    Terminal(Color::kAuto).error(error.what());
    return ExitCode::kCouldNotRun;
  }
  return run_command(chosen, Terminal(arguments.color, arguments.quiet));
}

}  // namespace

int run(int argc, char** argv) {
  // A reader that leaves, and a limit on the size of files, are told by the result of write.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  return static_cast<int>(parse_and_run(argc, argv));
}

}  // namespace kehoach::cli
