// Which document a version belongs to, and what the document's row says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

// The document of a record, made if there is none. `known`: the one that this content belonged to
// when it was read before: it keeps its id where no other version shares it. `predecessor`: the one
// that the same file held before it changed: what has no number of its own (a page) stays the same
// document when its content changes.
std::int64_t document_for(Archive& archive, const Json& record, const std::string& sha256,
                          std::optional<std::int64_t> known,
                          std::optional<std::int64_t> predecessor);

}  // namespace kehoach::store
