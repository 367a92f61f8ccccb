// What people corrected, laid over what was extracted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/corrections/corrections.h"
#include "store/json_values.h"

namespace kehoach::store {

// The record with these corrections, all of those that hold (corrections_in_force()). A field of
// the document gets the value, confidence 1, the rule "correction" and the person before its
// evidence; an entry's value is set in place, and an entry that is none is taken out. Each
// correction that was applied stands in the record's `corrections` (there is no such key without
// one), with positions as in the record given out.
Json corrected_record(const std::vector<Correction>& corrections, Json record);

// Positions in the record's list of the entries that none of them took out.
std::vector<std::size_t> kept_entries(const std::vector<Correction>& corrections,
                                      const Json& record, const std::string& list);

}  // namespace kehoach::store
