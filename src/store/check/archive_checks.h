// What an archive can tell about its own soundness, without any of the files that it was read from.
//
// Contract: reads only, and goes on behind a finding. Throws base::Error where SQLite cannot read
// on at all ("archive-corrupt").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/check/findings.h"

namespace kehoach::store {

// Pages and indexes of the database; rows that point to rows that are not there.
void check_database(Archive& archive, const FindingSink& found);

// Every stored text and record can be unpacked, and the text is the one that was hashed. `goes_on`
// is asked before each of them. Returns how many were looked at.
std::size_t check_contents(Archive& archive, const FindingSink& found,
                           const std::function<bool()>& goes_on);

// What belongs to nothing: documents without a version, versions that no file holds, work that was
// not finished, corrections whose entry is not read any more.
void check_orphans(Archive& archive, const FindingSink& found);

// Documents of the same number, symbol and issuer (what Decree 30/2020, Annex VI, keeps apart), and
// the same text in several documents.
void check_duplicates(Archive& archive, const FindingSink& found);

// What readings of current documents found odd.
struct DiagnosticCount {
  std::string code, severity;
  std::int64_t count = 0, documents = 0;
};
std::vector<DiagnosticCount> diagnostic_counts(Archive& archive);

}  // namespace kehoach::store
