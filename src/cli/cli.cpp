#include "cli/cli.h"

#include <CLI/CLI.hpp>

#include "cli/exit_code.h"

namespace kehoach::cli {

int run(int argc, char** argv) {
  CLI::App app{"Reads Vietnamese administrative plans and emits checked, structured JSON", "kehoach"};
  app.set_version_flag("--version", "kehoach 0.1.0");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return static_cast<int>(code == 0 ? ExitCode::kDone : ExitCode::kCouldNotRun);
  }
  return static_cast<int>(ExitCode::kDone);
}

}  // namespace kehoach::cli
