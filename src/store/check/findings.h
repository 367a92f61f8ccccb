// What is not right in an archive, one by one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace kehoach::store {

struct Finding {
  std::string check;     // database, contents, search-index, sources, orphans, duplicates
  std::string code;      // stable: "source-changed"
  std::string severity;  // "error": something is lost or wrong; "warning": look at it; "info"
  std::string subject;   // a path, "document 12", "version 7"
  std::string message;   // what, why, what to do
};

using FindingSink = std::function<void(const Finding&)>;

}  // namespace kehoach::store
