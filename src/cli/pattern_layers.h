// --patterns DIR: folders of pattern files → a RuleSet.
#pragma once

#include <string>
#include <vector>

#include "match/matcher.h"
#include "rules/rule_set.h"

namespace kehoach::cli {

// The embedded pack with the folders on top, in order. Throws base::Error "pattern-pack".
rules::RuleSet load_patterns(const std::vector<std::string>& folders);

// The embedded pack alone, read at the first call.
const rules::RuleSet& embedded_patterns();

// Like load_patterns(), as what matches with it. Patterns compile lazily, but those of `folders`
// are all tried at once: a broken one must end the run, not one document.
match::Matcher load_matcher(const std::vector<std::string>& folders);

}  // namespace kehoach::cli
