// Are these bytes a web page, whatever the file is called?
#pragma once

#include <string_view>

namespace kehoach::read {

// By content: an HTML document or a part of one (it may begin with a comment, <div>, <td>, or with
// text that soon has tags), XHTML, in UTF-16 too, or a saved page of several parts (MHTML). Other
// XML and drawings are none. Looks at the first 64 KB.
bool is_web_page(std::string_view bytes);

}  // namespace kehoach::read
