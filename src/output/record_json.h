// Record → JSON: the form that docs/record.md describes.
//
// Purpose: the one place that knows the names and shapes of a record's keys.
// Contract: every key of docs/record.md is there, null or an empty list where the document says
// nothing; positions are code points of the normalized text; the same record gives the same bytes.
// The result is valid against record_schema().
// Refused: nlohmann's conversion macros (they cannot say null, code points or evidence).
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "plan/record.h"

namespace kehoach::output {

using Json = nlohmann::ordered_json;

// What made the record.
struct Generator {
  std::string tool;      // "kehoach 0.1.0"
  std::string patterns;  // version and digest of the pattern pack
  std::map<std::string, std::string> libraries;
};

// `text` is the normalized text that the record's evidence points into.
Json record_json(const plan::Record& record, std::string_view text, const Generator& generator);

// One line of JSON Lines, without its line end. Bytes that are no UTF-8 (in a path) become U+FFFD.
std::string to_line(const Json& json);

// Indented, for people.
std::string to_pretty(const Json& json);

}  // namespace kehoach::output
