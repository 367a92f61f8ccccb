// Text inside HTML.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::output {

// For elements and quoted attributes. Control characters and what is no UTF-8 become U+FFFD.
std::string html(std::string_view text);

}  // namespace kehoach::output
