#include "cli/arguments.h"

namespace kehoach::cli {

void add_ingest(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand("ingest", "Read documents into an archive");
  IngestOptions& options = arguments.ingest;
  command.add_option("PATH", options.paths, "Files, ZIP files, or folders")->required();
  add_archive(command, options.archive);
  add_pattern_folders(command, options.patterns);
  add_limits(command, options.limits);
  add_ocr(command, options.limits);
  command.add_option("--max-pages", options.max_pages, "Pages that are read of one source")
      ->type_name("N")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  command.add_option("--max-size", options.max_mib, "MiB of the largest source that is read")
      ->type_name("MIB")
      ->check(CLI::Range(1, 65'536))
      ->capture_default_str();
  command.add_flag("--retry-failed", options.retry_failed,
                   "Read again what failed before, though it did not change");
  command.add_flag("--reread", options.reread, "Read everything again, known or not");
  command
      .add_option("--report", options.report, "Write a page about the archive there, at the end")
      ->type_name("FILE.html");
  command.callback(
      [&] { chosen = [&options](const Terminal& terminal) { return ingest(options, terminal); }; });
}

void add_reindex(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command = *app.add_subcommand(
      "reindex", "Read the archive's documents again with these patterns, without their files");
  ReindexOptions& options = arguments.reindex;
  add_archive(command, options.archive);
  add_pattern_folders(command, options.patterns);
  add_limits(command, options.limits);
  command.add_flag("--all", options.all, "Also what these patterns have read already");
  command.add_flag("--search-index", options.search_index,
                   "Make the full-text index anew out of the stored texts, and read nothing again");
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return reindex(options, terminal); };
  });
}

}  // namespace kehoach::cli
