#include "cli/arguments.h"
#include "output/sheets/record_rows.h"

namespace kehoach::cli {

void add_export(CLI::App& app, Arguments& arguments, Command& chosen) {
  CLI::App& command =
      *app.add_subcommand("export", "Write the archive as CSV, a workbook or JSON Lines");
  ExportOptions& options = arguments.exporting;
  add_archive(command, options.archive);
  command.add_option("-f,--format", options.format, "csv, xlsx or jsonl")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"csv", "xlsx", "jsonl"}))
      ->required();
  std::vector<std::string> tables;
  for (const output::Sheet& sheet : output::record_sheets()) tables.push_back(sheet.name);
  command.add_option("--table", options.table, "One table of csv: documents, targets, results, …")
      ->type_name("TABLE")
      ->check(CLI::IsMember(tables));
  command
      .add_option("-o,--output", options.output,
                  "Write there (a folder for all tables of csv; default: standard output)")
      ->type_name("PLACE");
  command.add_flag("--bom", options.byte_order_mark,
                   "csv: begin with a byte order mark, so that Excel reads UTF-8");
  command.add_flag("--raw", options.raw,
                   "csv: no apostrophe before texts that a spreadsheet would run");
  add_filters(command, options.filter);
  command.callback([&] {
    chosen = [&options](const Terminal& terminal) { return export_archive(options, terminal); };
  });
}

}  // namespace kehoach::cli
