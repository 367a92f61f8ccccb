// What a ZIP file holds: its entries, and the bytes of each.
//
// Contract: nothing is ever written to disk, so that no name can lead out of a folder; a file whose
// entries would take far more room than it has itself (a bomb) is refused before any is read;
// an entry gives at most as many bytes as it declares and as the limit allows.
// Refused: taking the whole file as bytes (archives of a province's year are larger than memory).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct zip;

namespace kehoach::read {

struct ZipEntry {
  std::string name;  // the bytes that stand there, whatever their encoding
  std::uint64_t index = 0, bytes = 0;
  bool encrypted = false;
  bool safe = true;  // false: the name is absolute, leads upwards, or holds a nul
};

class ZipFile {
 public:
  // Reads the directory from `fd`, which is not kept (a duplicate is). `path` is for messages.
  // Throws base::Error "zip-damaged", "zip-bomb" or "zip-too-many".
  ZipFile(int fd, std::string path);
  ~ZipFile();
  ZipFile(const ZipFile&) = delete;
  ZipFile& operator=(const ZipFile&) = delete;

  // Files, no folders, in the order of the directory.
  const std::vector<ZipEntry>& entries() const { return entries_; }
  // The first of that name; null if there is none.
  const ZipEntry* find(std::string_view name) const;
  // Is it an office file (OOXML, ODF, EPUB)? Those are ZIP files in form only.
  bool is_office_file() const;
  // Throws base::Error "encrypted", "too-large" or "zip-damaged".
  std::string read(const ZipEntry& entry, std::size_t max_bytes) const;

 private:
  void list();

  std::string path_;
  std::uint64_t file_bytes_ = 0;
  zip* zip_ = nullptr;
  std::vector<ZipEntry> entries_;
  std::unordered_map<std::string_view, std::size_t> places_;  // in entries_, by name
};

}  // namespace kehoach::read
