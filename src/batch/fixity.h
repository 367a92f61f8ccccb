// Is a file still what the archive was read from?
#pragma once

#include <optional>

#include "store/check/findings.h"
#include "store/sources.h"

namespace kehoach::batch {

// Of a source that is a file of its own and was read. `hash`: compare its content; otherwise only
// its size and time, which costs a look. None if nothing is wrong.
std::optional<store::Finding> check_source(const store::Source& source, bool hash);

}  // namespace kehoach::batch
