// What a document is filtered by, as words of the full-text table: so that a filter costs what a
// word costs, and the newest hits come first with filters too.
//
// A name's words each stand there with the letter of what it names ("=i:sở"), marked and unmarked,
// in a row: "so noi vu" finds "Sở Nội vụ tỉnh Lâm Đồng" as a phrase. No word of a text begins with
// "=".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/archive.h"
#include "store/filter.h"

namespace kehoach::store {

// Every facet of a document with this current version, a line each: "p Đắk Lắk", "y 2022".
std::string document_facets(Archive& archive, std::int64_t document, std::int64_t version);

// The lines as the full-text table takes them.
std::string prepared_facets(std::string_view lines);

// The filter as an FTS5 expression: every document that the filter chooses fits it. Empty: the
// filter asks nothing.
std::string facet_expression(const Filter& filter);

// True if documents may fit the expression and not the filter: what it asks of one and the same
// entry, of days and of confidence is not in it.
bool needs_closer_look(const Filter& filter);

}  // namespace kehoach::store
