// The tables of a document, as they stand.
//
// Contract: a source that shows the structure of its tables (a page, a PDF) gives their rows, cells
// and spans; places that a span covers hold no cell. In a plain text, rows that stand together are
// one table (with a line alone between two rows of as many cells); every cell is there, empty ones
// too: a row that ends early ends in empty cells (unless that would make a table of more than
// 100,000 cells four times as large: then its rows stay as they are). A row is a header row where
// it opens the table and the source says so (<th>), or names columns that the lexicon of stage
// "task-cues" knows, or a header cell above reaches down to it, or its cells stand below a header
// cell of several columns and nowhere else; so is a title over all columns above a header. Columns
// of a plain text never span.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

std::vector<Table> read_tables(const Reading& reading);

}  // namespace kehoach::plan
