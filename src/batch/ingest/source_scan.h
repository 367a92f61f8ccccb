// Which of the files below the given paths must be read: what the archive knows already costs a
// look at size and time.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "store/archive.h"

namespace kehoach::batch {

struct ScanOptions {
  bool retry_failed = false;                  // also those that failed before and did not change
  bool reread = false;                        // all
  std::string tool_version, pattern_version;  // failures of other ones are tried again anyway
};

struct Scan {
  std::vector<std::string> to_read;  // absolute paths
  std::size_t unchanged = 0;
  std::size_t failed_before = 0;      // and not tried again
  std::vector<std::string> vanished;  // known to the archive, and not there any more
};

// `paths` as given: folders stand for the documents in them. Reads the archive only.
Scan scan_sources(store::Archive& archive, const std::vector<std::string>& paths,
                  const ScanOptions& options);

// As the archive names it: absolute, the folder's symbolic links resolved.
std::string archive_path_of(const std::string& path);

}  // namespace kehoach::batch
