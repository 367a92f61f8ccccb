// The rows of one version that come from its record's lists and fields.
#pragma once

#include <cstdint>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

// All rows of the version but those of `versions` and `contents`; links too.
void remove_rows(Archive& archive, std::int64_t version);
// `fields` and diagnostics are those that were read, entries those that hold (see corrections/).
void put_rows(Archive& archive, std::int64_t version, const Json& record, const Json& corrected);

}  // namespace kehoach::store
