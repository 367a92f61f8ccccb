// Lexicons that are no tokens of any text: lists that a reader takes as a whole
// (RuleSet::entries_of).
#pragma once

#include <string_view>

namespace kehoach::rules {

inline constexpr std::string_view kListStage = "list";

}  // namespace kehoach::rules
