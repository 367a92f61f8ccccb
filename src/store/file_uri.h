// A path as a URI.
#pragma once

#include <string>

namespace kehoach::store {

// "file:///…" of an absolute path; what is no plain character is written by its byte.
std::string file_uri(const std::string& path);

}  // namespace kehoach::store
