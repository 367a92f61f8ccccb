// The places where a page of an administrative document stands in two columns: the letterhead
// (issuer and number left, national title, place and date right) and the closing (recipients left,
// signature right).
//
// Contract: words tell that such a place is there ("CỘNG HÒA …", "Nơi nhận:"), positions tell how
// far it reaches and what stands in which column; the lines come out column by column.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"

namespace kehoach::layout {

struct ColumnPlace {
  std::size_t begin = 0, end = 0;  // rows that it takes up
  std::vector<FlowLine> lines;     // in reading order; row, kind, note and joint are set
  // Of a closing, for the page after it.
  double border = 0;           // where the right column begins
  double list_size = 0;        // of the recipients' letters
  bool unsigned_name = false;  // the signer's name is still to come
};

std::optional<ColumnPlace> find_letterhead_place(const std::vector<PageRow>& rows,
                                                 const Margins& margins,
                                                 const match::Matcher& matcher);

// `from`: the first row that may belong to it.
std::optional<ColumnPlace> find_closing_place(const std::vector<PageRow>& rows, std::size_t from,
                                              const Margins& margins,
                                              const match::Matcher& matcher);

// The rest of a closing at the top of the page after the one that it began on.
std::optional<ColumnPlace> resume_closing_place(const std::vector<PageRow>& rows,
                                                const ColumnPlace& before, const Margins& margins,
                                                const match::Matcher& matcher);

}  // namespace kehoach::layout
