#include "cli/cli.h"

#include <CLI/CLI.hpp>
#include <csignal>
#include <functional>
#include <new>

#include "base/error.h"
#include "cli/eval_command.h"
#include "cli/exit_code.h"
#include "cli/extract_command.h"
#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/patterns_command.h"
#include "cli/result_file.h"
#include "cli/terminal.h"
#include "output/schema.h"

namespace kehoach::cli {
namespace {

using Command = std::function<ExitCode(const Terminal&)>;

constexpr const char* kExamples = R"(Examples:
  kehoach extract plan.txt                    a table of what the plan says
  kehoach extract plans/ --output plans.jsonl one JSON record a line, for every text below plans/
  kehoach extract --format explain plan.txt   where every value comes from
  curl -s URL | kehoach extract -             standard input
  kehoach eval corpus                         score against the gold files beside the texts

Exit codes: 0 done, 1 nothing found (with --fail-empty), 2 some sources failed, 3 could not run.)";

struct Arguments {
  ExtractOptions extract;
  EvalOptions eval;
  std::vector<std::string> patterns;
  std::string rule;
  bool quiet = false;
  Color color = Color::kAuto;
};

const std::map<std::string, Color> kColors = {
    {"auto", Color::kAuto}, {"always", Color::kAlways}, {"never", Color::kNever}};

void add_patterns(CLI::App& command, std::vector<std::string>& patterns) {
  command
      .add_option("--patterns", patterns,
                  "Folder of pattern files to lay on top of the built-in ones (repeatable)")
      ->type_name("DIR")
      ->allow_extra_args(false);
}

void add_limits(CLI::App& command, BatchLimits& limits) {
  command.add_option("-j,--jobs", limits.jobs, "Worker processes (default: one a core)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      .add_option("--timeout", limits.timeout_seconds, "Seconds that one source may take; 0: any")
      ->type_name("SECONDS")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  command.add_option("--memory", limits.memory_mib, "MiB that one worker may take; 0: any")
      ->type_name("MIB")
      ->capture_default_str();
}

void add_extract(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand("extract", "Read documents and print what they say");
  ExtractOptions& options = arguments.extract;
  command.add_option("PATH", options.paths, "Files, folders, or - for standard input")->required();
  auto* format =
      command
          .add_option("-f,--format", options.format,
                      "json, jsonl, table or explain (default: table on a terminal, else jsonl)")
          ->type_name("FORMAT")
          ->check(CLI::IsMember({"json", "jsonl", "table", "explain"}));
  command.add_flag("--text", options.text, "Print the normalized text that evidence points into")
      ->excludes(format);
  add_patterns(command, options.patterns);
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  command.add_flag("--fail-empty", options.fail_empty, "Exit with 1 if nothing was found");
  add_limits(command, options.limits);
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return extract(options, terminal); };
  });
}

void add_patterns_commands(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& group = *app.add_subcommand("patterns", "Look at the patterns and check them");
  group.require_subcommand(1);
  CLI::App& check = *group.add_subcommand("check", "Run every example of every rule");
  CLI::App& list = *group.add_subcommand("list", "Name every rule");
  CLI::App& show = *group.add_subcommand("show", "Print one rule in full");
  for (CLI::App* command : {&check, &list, &show}) add_patterns(*command, arguments.patterns);
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
  add_patterns(command, options.patterns);
  add_limits(command, options.limits);
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return eval(options, terminal); }; });
}

void add_schema(CLI::App& app, Command& chosen) {
  app.add_subcommand("schema", "Print the JSON Schema of a record")->callback([&] {
    chosen = [](const Terminal&) {
      ResultFile(std::string()).write(output::record_schema());
      return ExitCode::kDone;
    };
  });
}

void set_up(CLI::App& app, Arguments& arguments, Command& chosen) {
  app.footer(kExamples);
  app.require_subcommand(1);
  app.fallthrough();
  app.set_version_flag("--version", [] { return version_text(load_patterns({})); });
  app.add_flag("-q,--quiet", arguments.quiet,
               "No progress, no messages about single sources; only what ends the run");
  app.add_option("--color", arguments.color, "auto, always or never")
      ->transform(CLI::CheckedTransformer(kColors))
      ->type_name("WHEN");
  add_extract(app, arguments, chosen);
  add_patterns_commands(app, arguments, chosen);
  add_eval(app, arguments, chosen);
  add_schema(app, chosen);
}

ExitCode run_command(const Command& command, const Terminal& terminal) {
  try {
    return command(terminal);
  } catch (const base::Error& error) {
    terminal.error(error.what());
  } catch (const std::bad_alloc&) {
    terminal.error(
        "out of memory: nothing more could be done; close other programs or cut the job");
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
        .error(std::string("wrong usage: ") + error.what() + "; see kehoach --help");
    return ExitCode::kCouldNotRun;
  } catch (const base::Error& error) {  // --version reads the pattern pack
    Terminal(Color::kAuto).error(error.what());
    return ExitCode::kCouldNotRun;
  }
  return run_command(chosen, Terminal(arguments.color, arguments.quiet));
}

}  // namespace

int run(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that leaves is told by the result of write
  return static_cast<int>(parse_and_run(argc, argv));
}

}  // namespace kehoach::cli
