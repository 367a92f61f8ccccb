// A document as the archive gives it out: the record of its current version with what people
// corrected, and what only the archive knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/json_values.h"

namespace kehoach::store {

struct ArchivedRecord {
  std::int64_t id = 0, version = 0;
  Json record;
  std::size_t sources = 0;  // files that hold it now
  std::optional<std::string> province;
  // By the position of the citation: the cited document, where the archive has it.
  std::vector<std::optional<std::int64_t>> cited;
};

// None if there is no such document, or it was found to be another one (see `merged_into`).
std::optional<ArchivedRecord> archived_record(Archive& archive, std::int64_t document);

}  // namespace kehoach::store
