// `kehoach draw`: one page of a document with what was read from it, as SVG.
#pragma once

#include <string>
#include <vector>

#include "cli/batch_run.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct DrawOptions {
  std::string path;
  int page = 1;
  double dpi = 100;
  std::vector<std::string> patterns;
  std::string output;
  BatchLimits limits;
};

ExitCode draw(const DrawOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
