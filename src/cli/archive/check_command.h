// `kehoach check`: is the archive sound, and are the files still what it was read from?
#pragma once

#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct CheckOptions {
  std::string archive = kDefaultArchive;
  std::string format = "table";  // table, json
  bool quick = false;            // files by size and time only
};

ExitCode check(const CheckOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
