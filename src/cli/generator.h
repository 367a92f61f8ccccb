// What this binary is: for records and --version.
#pragma once

#include <string>

#include "output/record_json.h"
#include "rules/rule_set.h"

namespace kehoach::cli {

output::Generator generator(const rules::RuleSet& rules);
std::string tool_version();  // "kehoach 0.1.0"
std::string version_text(const rules::RuleSet& rules);

}  // namespace kehoach::cli
