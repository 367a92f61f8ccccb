// The document of the archive that a person means.
#pragma once

#include <string>

#include "output/record_json.h"
#include "store/archive.h"
#include "store/relations.h"

namespace kehoach::cli {

// `typed`: an id, or a number that one document has. Throws base::Error "document": there is none,
// or there are several (which are named).
store::DocumentLine chosen_document(store::Archive& archive, const std::string& typed);

// "142/KH-UBND, 2022-07-15, UBND tỉnh Đắk Lắk"
std::string name_of(const store::DocumentLine& document);

// The same with type, title and province, as JSON.
output::Json document_json(const store::DocumentLine& document);

}  // namespace kehoach::cli
