// Does a line go on with the one before it? What indents, widths, gaps, weights and signs say.
#pragma once

#include <vector>

#include "layout/pdf/flow_line.h"
#include "match/matcher.h"

namespace kehoach::layout {

// For each line: true if it continues the paragraph of the last line before it that is text.
// Noise, footnotes and table rows have joints of their own and part nothing.
std::vector<char> find_joints(const std::vector<FlowLine>& lines, const match::Matcher& matcher);

// In the middle of the text's width or of the page.
bool is_centred(const FlowLine& line);

// Between the halves of a code that a line end broke no space is written.
bool joins_without_space(const std::string& before, const std::string& after);

}  // namespace kehoach::layout
