// `kehoach eval`: records against gold files.
#pragma once

#include <string>
#include <vector>

#include "cli/batch_run.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct EvalOptions {
  std::vector<std::string> folders;
  std::vector<std::string> patterns;
  std::string kind;              // only documents of this kind
  std::string format = "table";  // or "json"
  std::string against;           // an older report (JSON)
  bool differences = false;      // name every value that is not right
  std::string output;
  BatchLimits limits;
};

ExitCode eval(const EvalOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
