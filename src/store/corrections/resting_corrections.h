// Corrections that find no place in what is read today.
#pragma once

#include <cstdint>
#include <vector>

#include "store/corrections/corrections.h"

namespace kehoach::store {

// Those that hold, of entries that the document's current version does not have.
std::vector<Correction> resting_corrections(Archive& archive, std::int64_t document);

}  // namespace kehoach::store
