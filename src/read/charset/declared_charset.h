// What a page says of its own charset.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::read {

// The name in its first <meta charset>, <meta http-equiv="Content-Type"> or XML declaration,
// wherever in the page that stands, but not in comments and scripts; empty if there is none.
// Linear.
std::string declared_charset(std::string_view bytes);

}  // namespace kehoach::read
