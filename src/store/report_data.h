// What an archive's report says, from its tables.
#pragma once

#include <string>

#include "output/report/archive_report.h"
#include "store/archive.h"

namespace kehoach::store {

// All but `made` and `tool`. Lists are bounded: the page stays readable, and counts say the rest.
output::ReportData report_data(Archive& archive);

}  // namespace kehoach::store
