// The document whose attributes a page lists: "Số ký hiệu: 12/KH-UBND", "Ngày ban hành: …", in a
// table or line by line, as portals do that publish documents as files.
//
// Contract: a list of one document: it has a number and at least two of type, day, issuer, signer
// and title. A page that lists several (each label comes again with another number) is about none.
#pragma once

#include <optional>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

std::optional<DocumentFields> read_listed_document(const Reading& reading);

}  // namespace kehoach::plan
