// Where a page was saved from, as the programs that save pages note it in a comment.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::read {

// The address in a comment of a browser ("saved from url=(0042)https://…"), of SingleFile or of
// HTTrack; empty if `comment` is no such comment or the address is none of the web.
std::string saved_address(std::string_view comment);

}  // namespace kehoach::read
