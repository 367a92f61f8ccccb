#include "cli/arguments.h"

namespace kehoach::cli {

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
  auto* text =
      command
          .add_flag("--text", options.text, "Print the normalized text that evidence points into")
          ->excludes(format);
  command
      .add_option("--tables", options.tables,
                  "Print every table as it stands instead: csv, each below a line that names it, "
                  "or json, an array; where --output is a folder, a file for each table")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"csv", "json"}))
      ->excludes(format)
      ->excludes(text);
  auto* copies =
      command
          .add_option(
              "--pdf-out", options.pdf_out,
              "Also write there a copy of each PDF or image file that was read off its image, as "
              "NAME.ocr.pdf: the same pages with their words as text that can be searched")
          ->type_name("DIR");
  command.add_flag("--force", options.force, "Write over copies that are there already")
      ->needs(copies);
  add_pattern_folders(command, options.patterns);
  command.add_option("-o,--output", options.output, "Write there (default: standard output)")
      ->type_name("FILE");
  command.add_flag("--fail-empty", options.fail_empty, "Exit with 1 if nothing was found");
  add_limits(command, options.limits);
  add_ocr(command, options.limits);
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return extract(options, terminal); };
  });
}

}  // namespace kehoach::cli
