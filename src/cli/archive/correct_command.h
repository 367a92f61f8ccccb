// `kehoach correct`: a person's value beside the extracted one.
#pragma once

#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct CorrectOptions {
  std::string archive = kDefaultArchive;
  std::string document;  // an id or a number
  std::string field, value;
  std::string by, note;
  bool none = false, undo = false, history = false;
};

ExitCode correct(const CorrectOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
