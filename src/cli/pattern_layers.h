// --patterns DIR: folders of pattern files → a RuleSet.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::cli {

// The embedded pack with the folders on top, in order. Throws base::Error "pattern-pack".
rules::RuleSet load_patterns(const std::vector<std::string>& folders);

}  // namespace kehoach::cli
