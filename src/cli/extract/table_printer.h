// The tables of answers: one after another, or each in a file of its own.
//
// CSV knows one table a file. In a stream of several, each stands below a line "==> … <==" that
// names it and an empty line parts them, as head(1) does; a folder gets NAME-table-1.csv, … and
// index.csv, which says where each came from. Spreadsheets take a file for UTF-8 only if it opens
// with a byte order mark: the files have one, the stream has none.
#pragma once

#include <memory>
#include <string>

#include "cli/extract/result_printer.h"
#include "cli/result_file.h"
#include "cli/terminal.h"

namespace kehoach::cli {

// Is it a folder, or does it end as the name of one?
bool names_folder(const std::string& output);

// `format`: "csv" or "json"; answers are of batch::Form::kTables.
std::unique_ptr<ResultPrinter> make_table_printer(const std::string& format, ResultFile& file);

// Makes the folder if there is none. Throws base::Error "output".
std::unique_ptr<ResultPrinter> make_table_files(const std::string& format,
                                                const std::string& folder,
                                                const Terminal& terminal);

}  // namespace kehoach::cli
