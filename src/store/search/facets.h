// What a document is filtered by, as words of the full-text table: so that a filter costs what a
// word costs, and the newest hits come first with filters too.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/archive.h"

namespace kehoach::store {

// "=province:hà_giang": no word of a text begins with "=".
std::string facet(std::string_view name, std::string_view value);

// Every facet of a document with this current version, separated by spaces: province, year, type,
// issuer, indicator, change (of targets), lead (of tasks), cites, role.
std::string document_facets(Archive& archive, std::int64_t document, std::int64_t version);

}  // namespace kehoach::store
