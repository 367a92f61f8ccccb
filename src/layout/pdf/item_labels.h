// Labels of headings and items that recognition mistook: "HI. TỔ CHỨC", "1V. GIẢI PHÁP", "Š. Sở Y
// tế".
//
// A label is the least context that a word can have, but labels count. Contract: on pages that a
// machine read, a label is put right only where the count leaves one reading: the next number after
// the last of its kind, printed with strokes that look like those that were read; or one number
// missing between two others, where a line begins as theirs do. A comma is a full stop behind the
// next number alone, at its place. It keeps what was recognised as its
// original. Linear in the rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/pdf/label_looks.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

// `pages`: those that a machine read, in order. Adds `labels-repaired` if there were any.
void repair_labels(const std::vector<PageText*>& pages, const LabelLooks& looks,
                   base::Diagnostics& diagnostics);

}  // namespace kehoach::layout
