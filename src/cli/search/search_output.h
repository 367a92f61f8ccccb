// What a search found, in the chosen format.
#pragma once

#include <functional>
#include <string>

#include "cli/terminal.h"
#include "store/search/search.h"

namespace kehoach::cli {

// Why a document of this province was found though another was asked for; empty: it is the one.
using ProvinceReason = std::function<std::string(const std::string& province)>;

struct SearchPage {
  const store::SearchRequest& request;
  const store::SearchAnswer& answer;
  const ProvinceReason& reason;
  std::size_t number = 1;  // of the page
};

// "newest first"
std::string order_words(const SearchPage& page);
// "did you mean: …", a line each, without its end.
std::vector<std::string> suggestion_lines(const store::SearchAnswer& answer);

std::string search_json(const SearchPage& page);   // one object
std::string search_lines(const SearchPage& page);  // a hit a line
std::string search_csv(const SearchPage& page);
// For people: a few lines for each hit, then what there is beside them.
std::string search_text(const SearchPage& page, const Terminal& terminal);

}  // namespace kehoach::cli
