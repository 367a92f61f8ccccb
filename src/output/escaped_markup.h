// Text as it stands in XML: in elements and in quoted attributes.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::output {

// Control characters, which XML cannot hold, become spaces.
std::string escaped_markup(std::string_view text);

}  // namespace kehoach::output
