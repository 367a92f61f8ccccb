// One reading of one content → rows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

// What a source gave, packed as the archive keeps it (so that workers can do the packing).
struct Reading {
  Json record;
  std::string packed_record, packed_text, packed_model;
  std::size_t record_bytes = 0, text_bytes = 0, model_bytes = 0;  // unpacked
  std::string page_starts;  // JSON: [[0,1],[1873,2]], characters of the text; empty: no pages
  PreparedText prepared;    // of the text, for the full-text index
};
// `text`: the normalized text that the record points into.
Reading pack(Json record, std::string_view text);  // the model is still to come
Reading pack(Json record, std::string_view text, std::string_view model);

struct Stored {
  std::int64_t version = 0, document = 0;
};

// Stores the reading as the version of its content (record.source.sha256), anew or in place of an
// earlier reading of the same bytes, gives it to its document, and brings links up to date. To be
// called within a Transaction. `run`: its row in `runs`. `predecessor`: the document that the same
// file held before it changed. Cost: the rows that change.
Stored put_record(Archive& archive, const Reading& reading, std::int64_t run,
                  std::optional<std::int64_t> predecessor = std::nullopt);

// Chooses the document's current version and writes what it says (and what was corrected) into the
// document's row. After anything that may change either. The best version is one that some source
// still holds; a document before a page about one; the most complete; the longest.
// `known`: a version whose record is at hand, so that it need not be unpacked.
struct RecordAtHand {
  std::int64_t version = 0;
  const Json* record = nullptr;
};
void refresh_document(Archive& archive, std::int64_t document, RecordAtHand known = {});

// None: no such document, or one that was found to be another.
std::optional<std::int64_t> current_version(Archive& archive, std::int64_t document);

// Reads back. Throws base::Error "archive-corrupt"; an empty JSON or text where there is no such
// version.
Json stored_record(Archive& archive, std::int64_t version);
std::string stored_text(Archive& archive, std::int64_t version);
std::string stored_model(Archive& archive, std::int64_t version);

}  // namespace kehoach::store
