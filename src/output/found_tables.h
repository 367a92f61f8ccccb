// The tables of a record by themselves, as they stand: for those who want cells, not values.
//
// Contract: JSON says where each cell begins and how far it goes; places that a cell covers have
// no cell. CSV (RFC 4180, line ends as "\n") has one field for every place of the grid: the text
// of a cell stands in its upper left place, the others that it covers are empty. No text is
// altered.
#pragma once

#include <string>

#include "output/record_json.h"

namespace kehoach::output {

// [{"source", "table" (from 1), "pages", "caption", "header_rows", "rows", "columns", "cells":
//   [{"row", "column" (from 0), "rowspan", "colspan", "text", "page"?, "boxes"?}]}]
Json found_tables_json(const plan::Record& record);

// One of them as CSV.
std::string table_csv(const Json& table);

// "plan.pdf: table 2, pages 3-5: PHỤ LỤC I …"
std::string table_heading(const Json& table);

// One line of CSV with its line end.
std::string csv_line(const std::vector<std::string>& fields);

}  // namespace kehoach::output
