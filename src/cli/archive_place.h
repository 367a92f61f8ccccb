// Where the archive stands unless --archive says so, and where an answer may not go: over the
// archive that it is about.
#pragma once

#include <string>

namespace kehoach::cli {

inline constexpr const char* kDefaultArchive = "kehoach.db";

// Opening an output empties it, so this is asked before any is opened. Throws base::Error "output"
// if `output` is the archive or one of the files that SQLite and kehoach keep beside it, whatever
// way it is written; empty and "-" are standard output.
void refuse_archive_as_output(const std::string& output, const std::string& archive);

}  // namespace kehoach::cli
