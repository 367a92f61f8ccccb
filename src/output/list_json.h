// The lists of a record: figures, tasks, citations, sections, tables.
#pragma once

#include <vector>

#include "output/code_points.h"
#include "output/record_json.h"

namespace kehoach::output {

Json figures_json(const std::vector<plan::Figure>& figures, const CodePoints& points);
Json tasks_json(const std::vector<plan::Task>& tasks, const CodePoints& points);
Json citations_json(const std::vector<plan::Citation>& citations, const CodePoints& points);
Json sections_json(const std::vector<plan::Section>& sections, const CodePoints& points);
Json tables_json(const std::vector<plan::Table>& tables);

}  // namespace kehoach::output
