// What the process tells its caller.
#pragma once

namespace kehoach::cli {

enum class ExitCode : int {
  kDone = 0,          // also when nothing was found
  kNothingFound = 1,  // only with --fail-empty
  kSomeFailed = 2,    // some sources could not be read; each has a record that says why
  kCouldNotRun = 3,   // wrong usage, broken pattern pack, output that cannot be written
};

}  // namespace kehoach::cli
