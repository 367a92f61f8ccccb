// The JSON Schema (draft-07) of the record, as it stands in schema/, built into the binary.
#pragma once

#include <string_view>

namespace kehoach::output {

// The text of schema/kehoach-1.schema.json, byte for byte.
std::string_view record_schema();

}  // namespace kehoach::output
