// From a page to the plan that it reports, from a document to those that it cites, is issued with
// or carries as attachments; also to documents that come into the archive later.
#pragma once

#include <cstdint>

#include "store/archive.h"
#include "store/identity.h"

namespace kehoach::store {

// The links that the record of this version gives, each resolved as far as the archive goes.
void put_links(Archive& archive, std::int64_t version, const Json& record);

// Looks again at every link that may mean a document of this identity: because the document came,
// went or changed. What a link means depends on what the archive holds, not on the order in which
// it came: where two documents fit, none is linked.
void resolve_links_to(Archive& archive, const Identity& identity);

// Links to files at this path (attachments that lie beside a page): the document that the source
// there holds now.
void resolve_links_to_path(Archive& archive, std::string_view path);
// The same for every file that holds this version, after it went to another document.
void resolve_links_to_files_of(Archive& archive, std::int64_t version);

}  // namespace kehoach::store
