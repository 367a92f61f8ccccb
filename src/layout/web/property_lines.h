// Lines in which a page lists the attributes of a document: "Số ký hiệu: 12/KH-UBND", or the label
// and its value in cells or lines of their own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace kehoach::layout {

// A label of the lexicon `property` in a line: bytes [begin, end), a colon behind it included.
struct PropertyLabel {
  std::string name;  // "number", "type", "date", "issuer", "signer", "title", "other" …
  std::size_t begin = 0, end = 0;
};

// The labels of the line: one that opens it and is followed by nothing, a colon, or what may begin
// a value; further ones only with a colon. Empty for any other line. What stands behind each up to
// the next is its value.
std::vector<PropertyLabel> property_labels(std::string_view line, const match::Matcher& matcher);

// True for a value that says nothing: "--", "…".
bool is_blank_value(std::string_view value);

}  // namespace kehoach::layout
