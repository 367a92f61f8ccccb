// Labels of a table's rows that recognition mistook: "1X. | Các nhiệm vụ khác", "H.", "HI.".
//
// Recognition sees a label alone in its cell, without the words that tell letters from digits.
// Contract: a row whose only words but its label stand in its second cell names a group. Where the
// strokes of nearly all labels of such rows are those of I, II, III … in order, over the pages too,
// and one of them can be nothing else, each is what the count says; a few may have a stroke less or
// more, or a letter that no number has. Labels of the other rows are put right where they look like
// the next number (as the first, if the second is behind it), or stand in a count between the one
// before it and the one behind it. A label that was not read at all is put in between the labels of
// two groups alone. Words keep what was recognised as their original. Linear in the cells.
#pragma once

#include <cstddef>
#include <vector>

#include "layout/pdf/label_looks.h"
#include "layout/tables/page_table.h"

namespace kehoach::layout {

// `tables`: of pages that a machine read, in order. How many labels were put right.
std::size_t repair_table_labels(const std::vector<PageTable*>& tables, const LabelLooks& looks);

}  // namespace kehoach::layout
