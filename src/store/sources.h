// Sources: the files that the archive knows, and what became of each.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace kehoach::store {

struct Source {
  std::int64_t id = 0;                    // 0: not in the archive yet
  std::string path;                       // absolute; any bytes
  std::optional<std::int64_t> container;  // the source that is the ZIP file around it
  std::string state;                      // "pending", "read", "failed", "vanished"
  std::optional<std::string> sha256;
  std::optional<std::int64_t> bytes, mtime_ns;
  std::optional<std::string> media_type;
  std::optional<std::int64_t> version;
  std::optional<std::string> failure_code, failure_message;
  std::int64_t attempts = 0;
  std::int64_t run = 0;
};

std::optional<Source> source_at(Archive& archive, std::string_view path);
std::vector<Source> sources_in(Archive& archive, std::int64_t container);

// Inserts it, or updates the row of its path; brings the documents that lose or win it up to date,
// and the links to its path. Returns its id. Within a Transaction.
std::int64_t put_source(Archive& archive, const Source& source);

// Calls `take` with those at and below the path (absolute, without a slash at its end), in the
// order of their paths. `take` may use the archive.
void each_source_below(Archive& archive, const std::string& path,
                       const std::function<void(const Source&)>& take);

// The version of this content, if it was read before.
std::optional<std::int64_t> version_of(Archive& archive, std::string_view sha256);

}  // namespace kehoach::store
