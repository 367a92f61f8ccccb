// Which pages of a PDF have a text that facts may be taken from, and what is said of the others.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "language/page_health.h"
#include "layout/pdf/page_text.h"

namespace kehoach::layout {

// Says how many lines of print the page shows beside its text.
using LookForPrint = std::function<std::optional<int>()>;
// `look` is asked where a page has little text over an image.
language::PageHealth judge(const PageText& page, const LookForPrint& look);
// Of rows that were recognised with that mean confidence.
language::PageHealth judge_recognised(const PageText& page, double confidence);

// Print in another language: as sound as it can be, though it has no mark of Vietnamese.
bool is_foreign(const language::PageHealth& health);
// Hardly a line, of signs that cannot be read: of formulas, charts, ornaments.
bool is_few_signs(const language::PageHealth& health);

// "page 3", "pages 3-5".
std::string pages_named(int first, int last);

// What was done with the image of a page.
enum class Image {
  kUnneeded,  // its text is its own
  kUnwanted,  // it would have been read, but the caller wants none to be
  kRead,      // or it was tried
};

// `page-without-text`, `page-text-broken`, `page-text-suspicious`: one diagnostic for each run of
// pages in the same state for the same reason.
base::Diagnostics report_states(const std::vector<PageText>& pages,
                                const std::vector<language::PageHealth>& health,
                                const std::vector<Image>& images);

// Turns the rows of a page into loose text, which no reader looks at.
void set_aside(PageText& page);

}  // namespace kehoach::layout
