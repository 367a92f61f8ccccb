// What the name of a font says of its style. Descriptors often say less than names do: subset fonts
// of office suites come with flags that no one set.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::read {

// "ABCDEF+TimesNewRomanPS-BoldMT" without the six letters and the plus.
std::string without_subset_prefix(std::string_view name);

bool says_bold(std::string_view name);
bool says_italic(std::string_view name);

}  // namespace kehoach::read
