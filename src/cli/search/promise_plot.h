// Promises and results as a picture: for each indicator a panel, years from left to right.
#pragma once

#include <string>
#include <vector>

#include "store/promises.h"

namespace kehoach::cli {

// SVG. Each row of a panel is the promises of a place: a mark for each, by its outcome; what was
// promised and what came of it stands in words beside it (as a tooltip and for those who cannot
// see colours: filled, crossed or open marks). At most 40 rows a panel are drawn, and the picture
// says where there are more.
std::string promise_plot(const std::vector<store::Promise>& promises);

// "Met" and so on, in one word each.
const char* outcome_word(store::Outcome outcome);

}  // namespace kehoach::cli
