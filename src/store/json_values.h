// Values out of a record's JSON, absent where it has null or no such key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "output/record_json.h"

namespace kehoach::store {

using output::Json;

// The value of `key`; null where `object` is no object or has no such key.
const Json& at(const Json& object, const char* key);

std::optional<std::string> text_at(const Json& object, const char* key);
std::optional<std::int64_t> integer_at(const Json& object, const char* key);
std::optional<double> number_at(const Json& object, const char* key);
bool true_at(const Json& object, const char* key);
// Of a list of strings; the JSON text of it.
std::string list_at(const Json& object, const char* key);

// The main piece of a value's evidence.
struct MainEvidence {
  std::string origin = "text";
  std::optional<std::string> text;
  std::optional<std::int64_t> page, start, end;
};
MainEvidence main_evidence(const Json& value);

}  // namespace kehoach::store
