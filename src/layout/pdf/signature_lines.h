// What several readings of a signature's zone agree on, line by line. No image here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/scan/scan_page.h"

namespace kehoach::layout {

// One reading: rows from top to bottom.
using SignatureReading = std::vector<PageRow>;

// The words of a look at a zone on their lines, but for those that its left border cut.
SignatureReading words_on_lines(const read::ScanPage& scan, double left);

// The rows that the readings agree on, from top to bottom: authorities, positions and the name.
// `readings` stand in one frame.
std::vector<PageRow> agreed_lines(const std::vector<SignatureReading>& readings,
                                  const match::Matcher& matcher);

// Whether three readings and more have all of these lines alike, from an authority or a position
// down to the name: another look would say the same again.
bool is_settled(const std::vector<SignatureReading>& readings, const match::Matcher& matcher);

}  // namespace kehoach::layout
