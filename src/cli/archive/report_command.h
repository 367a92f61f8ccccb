// `kehoach report`: what stands in the archive, as a page.
#pragma once

#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"
#include "store/archive.h"

namespace kehoach::cli {

struct ReportOptions {
  std::string archive = kDefaultArchive;
  std::string output;
};

ExitCode report(const ReportOptions& options, const Terminal& terminal);

// The same of an archive that is open: what `ingest --report` does at its end.
void write_report(store::Archive& archive, const std::string& place);

}  // namespace kehoach::cli
