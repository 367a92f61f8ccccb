// "1 file", "2 files", for messages.
#pragma once

#include <cstddef>
#include <string>

namespace kehoach::base {

// `what`: one of them; several have an "s".
inline std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace kehoach::base
