// What people corrected, laid over what was extracted.
#pragma once

#include <cstdint>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

// The record with the newest correction of each field in the place of its value: a field (an object
// with "value") keeps its evidence, confidence 1 and the rule "correction"; a field that was not
// there is made. Pointers that lead nowhere are left out.
Json corrected_record(Archive& archive, std::int64_t document, Json record);

}  // namespace kehoach::store
