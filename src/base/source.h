// The bytes of one source and where they came from. Rooms take bytes, never paths.
#pragma once

#include <string>

namespace kehoach::base {

struct Source {
  std::string path;  // as given by the user, for messages and the record only
  std::string bytes;
};

}  // namespace kehoach::base
