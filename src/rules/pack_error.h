// How a fault in a pattern pack is told: place, rule, what is wrong, the line and a caret.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/error.h"
#include "rules/rule_set.h"

namespace kehoach::rules {

// `tokens/number.toml:12:11: rule "number.plain": unexpected ')'`
base::Error pack_error(const Place& place, std::string_view subject, std::string_view message);

// As above for byte `offset` of the pattern `source` that starts at `start`; the pattern's line and
// a caret below the offset follow.
base::Error pattern_error(const Place& start, std::string_view subject, std::string_view message,
                          std::string_view source, std::size_t offset);

std::string rule_subject(std::string_view id);  // `rule "number.plain"`

}  // namespace kehoach::rules
