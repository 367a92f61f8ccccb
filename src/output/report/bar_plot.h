// Counts as bars, in SVG that stands inside HTML. Colours come from the page's style: classes
// "bar", "axis" and text.
#pragma once

#include <string>
#include <vector>

#include "output/report/archive_report.h"

namespace kehoach::output {

// Bars one below another, in the order given; labels left, counts behind the bars.
std::string rows_plot(const std::string& title, const std::vector<LabelCount>& counts);

// Bars side by side, labels below: for years.
std::string columns_plot(const std::string& title, const std::vector<LabelCount>& counts);

}  // namespace kehoach::output
