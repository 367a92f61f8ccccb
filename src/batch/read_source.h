// The bytes of one source: a file, a pipe, or standard input.
#pragma once

#include <string>

#include "base/budget.h"
#include "base/source.h"

namespace kehoach::batch {

// Throws base::Error "missing", "unreadable" or "too-large". "-" is standard input as it was
// spooled before the workers were forked (`spool_fd`); several workers may read it.
base::Source read_source(const std::string& path, const base::Budget& budget, int spool_fd = -1);

// Copies all of `fd` (standard input) into an anonymous file, at most one byte more than `limit`:
// enough to see that it is too large. Throws base::Error "unreadable".
int spool(int fd, std::size_t limit);

}  // namespace kehoach::batch
