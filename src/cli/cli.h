// The command line: argv → command. The only room that prints, reads the environment and the
// clock, and decides exit codes.
#pragma once

namespace kehoach::cli {

int run(int argc, char** argv);

}  // namespace kehoach::cli
