// Corrections: a person's value beside the extracted one.
//
// Contract: nothing that was extracted is lost or changed; of a field, the newest correction that
// is not undone holds, whatever is read from the document later. Entries of lists are found again
// by the words they were read from; where a new reading no longer has them, the correction rests
// (and `kehoach check` says so).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

struct Correction {
  std::int64_t id = 0, document = 0;
  std::string field;            // see correctable_field()
  Json value;                   // null: the document does not say it
  Json parts = Json::object();  // keys beside the value that follow from it: serial, code, unit …
  Json anchor;                  // of an entry: see entry_anchor()
  std::string by, at;           // who, and when (UTC, ISO 8601)
  Json extracted;               // what the record said then
  std::optional<std::string> note, undone_by, undone_at;
};

// Stores it and brings the document's rows up to date; fills `extracted` and `anchor` from the
// record as it is. To be called within a Transaction. Throws base::Error "usage" where the record
// has no such entry, or a range would end before it begins.
Correction put_correction(Archive& archive, Correction correction);

// Undoes the newest correction of the field that holds; none if there is none.
std::optional<Correction> undo_correction(Archive& archive, std::int64_t document,
                                          const std::string& field, const std::string& by,
                                          const std::string& at);

// All of a document, oldest first, the undone ones too.
std::vector<Correction> corrections_of(Archive& archive, std::int64_t document);

// Those that hold, oldest first.
std::vector<Correction> corrections_in_force(Archive& archive, std::int64_t document);

// Writes the rows of the document's versions anew, with what is corrected now.
void rewrite_corrected(Archive& archive, std::int64_t document);

}  // namespace kehoach::store
