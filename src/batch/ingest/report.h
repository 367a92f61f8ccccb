// What a worker says of one source that is to go into the archive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/put_record.h"

namespace kehoach::batch {

struct Report {
  enum class Kind {
    kRead,       // `reading` is what it says
    kKnown,      // content that the archive has already
    kContainer,  // a ZIP file: `inside` names the documents in it
    kFailed,     // could not be read: `code`, `message`
    kGone,       // is not there any more
  };
  Kind kind = Kind::kFailed;
  std::string sha256;  // empty where no bytes could be had
  std::optional<std::int64_t> bytes;
  std::optional<std::int64_t> mtime_ns;  // absent: too young to be trusted at the next look
  std::string media_type;
  std::string code, message;
  std::int64_t attempts = 1;
  bool found = false;    // it says something
  bool changed = false;  // of a version that is read again: it says something else than before
  store::Reading reading;
  std::vector<std::string> inside;    // paths of the documents in a ZIP file
  std::vector<Report> refused;        // kContainer: what of it cannot be read, one each
  std::string path;                   // of `refused`
  std::vector<std::string> attached;  // files that a page has beside it
};

std::string encode_report(const Report& report);
// Throws std::runtime_error for bytes that no encode_report() gave.
Report decode_report(std::string_view bytes);

}  // namespace kehoach::batch
