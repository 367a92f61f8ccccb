// Hashes of content, and the identity of a record made from them.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::output {

// SHA-256 in lower-case hex.
std::string sha256_hex(std::string_view bytes);

// A UUID (version 5) of `name` in kehoach's namespace: the same name always gives the same id.
std::string record_id(std::string_view name);

}  // namespace kehoach::output
