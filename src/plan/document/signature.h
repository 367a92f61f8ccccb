// The signature block and the recipients, from the blocks that layout knows them by.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// Fills signer, position, authorities and recipients of the document itself (part 0).
void read_signature(const Reading& reading, DocumentFields& fields);

}  // namespace kehoach::plan
