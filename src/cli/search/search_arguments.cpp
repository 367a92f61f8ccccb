#include "base/error.h"
#include "cli/archive_place.h"
#include "cli/arguments.h"
#include "cli/result_file.h"
#include "cli/search/saved_search.h"

namespace kehoach::cli {
namespace {

constexpr std::size_t kLongestPage = 1000;

void add_options(CLI::App& command, SearchOptions& options) {
  command.add_option("QUERY", options.query,
                     "Words; \"a phrase\", AND, OR, NOT, brackets, beginn*; or @FILE, a saved "
                     "search (default: every document that the filters choose)");
  // A saved search may say it too: what is typed comes last.
  command.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  add_archive(command, options.archive);
  command.add_option("--order", options.order, "newest, or relevance (of the newest 2,000 hits)")
      ->check(CLI::IsMember({"newest", "relevance"}))
      ->capture_default_str();
  command
      .add_option("-f,--format", options.format,
                  "table, json, jsonl or csv (default: table on a terminal, else jsonl)")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"table", "json", "jsonl", "csv"}));
  command.add_option("--page", options.page, "Which page of the hits, from 1")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}));
  command.add_option("--per-page", options.per_page, "Hits on a page (default: 20)")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, kLongestPage));
  command.add_flag("--facets", options.facets,
                   "Count the hits by province, year, type, issuer and indicator");
  command.add_flag("--fail-empty", options.fail_empty, "Exit with 1 if nothing was found");
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  command.add_option("--save", options.save, "Write the search itself there, for search @FILE")
      ->type_name("FILE");
  add_filters(command, options.filter);
}

// What was typed, as arguments; without what says only where the answer or the search goes.
std::vector<std::string> typed_arguments(const CLI::App& command) {
  std::vector<std::string> out;
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_name();
    if (option->count() == 0 || name == "--help" || name == "--save" || name == "--output")
      continue;
    const bool flag = option->get_items_expected_max() == 0;
    if (flag) out.push_back(name);
    // Of options that may be given once, the last.
    for (const std::string& value : option->reduced_results()) {
      if (flag) break;
      if (option->get_positional()) {
        out.push_back(value);
      } else {
        out.push_back(name);
        out.push_back(value);
      }
    }
  }
  return out;
}

bool names_saved_search(const std::vector<std::string>& query) {
  return !query.empty() && query.front().size() > 1 && query.front().front() == '@';
}

struct WholeSearch {
  SearchOptions options;
  std::vector<std::string> arguments;  // that say it all, without any file
};

// The file's arguments and, behind them, those that were typed.
WholeSearch with_saved_search(const CLI::App& command, const std::string& path) {
  std::vector<std::string> arguments = read_search(path);
  for (std::string& typed : typed_arguments(command))
    if (typed != "@" + path) arguments.push_back(std::move(typed));
  CLI::App app;
  WholeSearch whole;
  add_options(app, whole.options);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    throw base::Error("saved-search", "cannot search: " + path + ": " + error.what() +
                                          "; see kehoach search --help for what may stand there");
  }
  whole.arguments = typed_arguments(app);
  return whole;
}

void save(const SearchOptions& options, const std::vector<std::string>& arguments) {
  if (options.save.empty()) return;
  refuse_archive_as_output(options.save, options.archive);
  const std::string text = saved_text(arguments);
  ResultFile file(options.save);
  file.write(text);
  file.close();
}

}  // namespace

void add_search(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand("search", "Find documents of the archive");
  SearchOptions& options = arguments.search;
  add_options(command, options);
  command.callback([&] {
    chosen = [&](const Terminal& terminal) {
      WholeSearch whole = names_saved_search(options.query)
                              ? with_saved_search(command, options.query.front().substr(1))
                              : WholeSearch{options, typed_arguments(command)};
      whole.options.save = options.save;
      if (!options.output.empty()) whole.options.output = options.output;
      save(whole.options, whole.arguments);
      return search(whole.options, terminal);
    };
  });
}

}  // namespace kehoach::cli
