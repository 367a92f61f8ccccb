// The hash of a file, whatever its size.
#pragma once

#include <string>

namespace kehoach::batch {

// SHA-256 of all its bytes, read from the start without taking them into memory. `path` is for the
// message. Throws base::Error "unreadable".
std::string hash_file(int fd, const std::string& path);

}  // namespace kehoach::batch
