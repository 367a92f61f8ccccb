// The end of a run that wrote much: the full-text index in one part again.
#pragma once

#include "batch/ingest/ingest.h"
#include "store/archive.h"

namespace kehoach::batch {

// Where it pays (store/search/search_index.h). Ends early, and the archive is whole, as soon as
// `stop_fd` can be read; then false.
bool merge_index(store::Archive& archive, int stop_fd, const IngestEvents& events);

}  // namespace kehoach::batch
