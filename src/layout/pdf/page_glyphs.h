// From glyph runs to words on baselines.
#pragma once

#include <vector>

#include "layout/pdf/column_rules.h"
#include "layout/pdf/page_text.h"
#include "read/pdf/pdf_page.h"

namespace kehoach::layout {

// Words that share one baseline, from left to right.
struct Baseline {
  double y = 0;
  std::vector<PageWord> words;
};

// The words of the runs that `taken` names (by index), sorted by baseline. Runs on two sides of a
// rule (in the runs' own frame) are never one word.
std::vector<Baseline> words_on_baselines(const read::PdfPage& page, const GlyphTexts& texts,
                                         const std::vector<std::size_t>& taken,
                                         const ColumnRules& rules = {});

}  // namespace kehoach::layout
