// The tables of a document.
//
// Contract: a source that shows the structure of its tables (a page, a PDF) gives their rows, cells
// and spans; places that a span covers hold no cell. In a plain text, rows that stand together,
// none of another kind between, are one table; every cell is there, empty ones too: a row that ends
// early ends in empty cells (unless that would make a table of more than 100,000 cells four times
// as large: then its rows stay as they are). A row is a header row where it opens the table and the
// source says so (<th>), or names columns that the lexicon of stage "task-cues" knows, or a header
// cell above reaches down to it. Columns of a plain text never span.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

std::vector<Table> read_tables(const Reading& reading);

// Where the cells of the i-th entry of text.blocks stand, without the blanks around them: one for
// each place of the grid, empty ones too; blanks at the end of a row may be missing.
std::vector<base::TextSpan> cells_of(const Reading& reading, std::size_t i);

// What the cell names as a column ("task", "lead", "deadline" …); empty if nothing known.
std::string column_of(const Reading& reading, base::TextSpan cell);

}  // namespace kehoach::plan
