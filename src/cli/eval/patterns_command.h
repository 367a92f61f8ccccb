// `kehoach patterns check|list|show ID`: the pattern packs, looked at.
#pragma once

#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

// Runs every example. A failing one is named with its rule, file and line.
ExitCode check_patterns(const std::vector<std::string>& folders, const Terminal& terminal);

// Every rule: id, what it finds, where it is written, how many examples it has.
ExitCode list_patterns(const std::vector<std::string>& folders, const Terminal& terminal);

// One rule in full.
ExitCode show_pattern(const std::vector<std::string>& folders, const std::string& id,
                      const Terminal& terminal);

}  // namespace kehoach::cli
