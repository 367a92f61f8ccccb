// What the process tells its caller.
#pragma once

namespace kehoach::cli {

enum class ExitCode : int {
  kDone = 0,           // also when nothing was found
  kNothingFound = 1,   // only with --fail-empty
  kSomeFailed = 2,     // some sources, examples of patterns or checks failed; each is named
  kCouldNotRun = 3,    // wrong usage, broken pattern pack or gold, output that cannot be written
  kInterrupted = 130,  // Ctrl-C, as shells count it
};

}  // namespace kehoach::cli
