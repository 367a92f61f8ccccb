// Addresses of the web, as far as reading a page needs them.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::layout {

// `reference` as seen from the page at `base` (RFC 3986, 5.2). Without a base that has a scheme the
// reference stays as it is. Empty for what leads to no document: "#top", "javascript:…",
// "mailto:…".
std::string resolve(std::string_view base, std::string_view reference);

// The name of the file that an address leads to, percent signs decoded: the last part of its path,
// or the value in its query that has the suffix of a file ("?file=/docs/12.pdf" gives "12.pdf").
std::string file_name(std::string_view address);

// ".pdf", ".docx", ".zip" …: what offices publish as files.
bool has_document_suffix(std::string_view name);

}  // namespace kehoach::layout
