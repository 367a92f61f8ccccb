// What the archive holds of one document: its versions, and the files that hold them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/archive.h"

namespace kehoach::store {

struct HeldFile {
  std::string path;                      // the bytes that the file system has
  std::string state;                     // read, failed, vanished …
  std::optional<std::string> container;  // the ZIP file that holds it
};

struct HeldVersion {
  std::int64_t id = 0;
  bool current = false;
  std::string role, sha256, media_type, url, read;  // `read`: when, by the run
  std::optional<std::int64_t> pages;
  std::vector<HeldFile> files;
};

// The current one first.
std::vector<HeldVersion> document_versions(Archive& archive, std::int64_t document);

// A field of which the versions that files hold now do not say the same.
struct Difference {
  struct Said {
    std::int64_t version = 0;
    std::string value;  // empty: this version says nothing
    std::optional<double> confidence;
  };
  std::string field;  // "/document/title"
  std::vector<Said> said;
};

// By field; the current version's word first.
std::vector<Difference> document_differences(Archive& archive, std::int64_t document);

}  // namespace kehoach::store
