// Structured data for search engines (JSON-LD): what it says of the page's article.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::layout {

struct StructuredData {
  std::string published, headline, publisher;  // empty: not said
  std::string body;                            // the article's text, as a rule without tags
};

// Objects, lists and "@graph" are searched for the first that was published; a malformed text says
// nothing.
StructuredData read_structured_data(std::string_view json);

}  // namespace kehoach::layout
