// The worker's part of an ingest: one source → one Report.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/budget.h"
#include "base/source.h"
#include "batch/answer.h"
#include "batch/ingest/report.h"
#include "match/matcher.h"
#include "output/record_json.h"
#include "read/zip/zip_file.h"

namespace kehoach::batch {

// SHA-256 hashes of all that the archive holds: sorted, 32 bytes each, so that a million take 32 MB
// and are shared by all workers.
class KnownContent {
 public:
  void add(std::string_view sha256_hex);
  void sort();
  bool has(std::string_view sha256_hex) const;

 private:
  using Hash = std::array<unsigned char, 32>;
  static Hash parse(std::string_view sha256_hex);
  std::vector<Hash> hashes_;
};

class ReadWork {
 public:
  ReadWork(const match::Matcher& matcher, output::Generator generator, const base::Budget& budget,
           const KnownContent& known)
      : matcher_(matcher), generator_(std::move(generator)), budget_(budget), known_(known) {}

  // `path`: a file, or ZIP/NAME where a file stands at ZIP. Throws only std::bad_alloc.
  Answer operator()(const std::string& path) const;
  // In place of what a lost worker did not say; runs in the calling process.
  Answer lost(const std::string& path, const Loss& loss) const;

 private:
  Report report(const std::string& path) const;
  Report read_file(const std::string& path) const;
  Report read_member(const std::string& zip, const std::string& name,
                     const std::string& path) const;
  Report list_zip(int fd, const std::string& path, Report report) const;
  Report read(const base::Source& source, Report report) const;
  const read::ZipFile& open_zip(const std::string& zip) const;

  const match::Matcher& matcher_;
  output::Generator generator_;
  base::Budget budget_;
  const KnownContent& known_;
  // Documents of one ZIP file come one after another: its directory is read once.
  mutable std::string open_path_;
  mutable std::unique_ptr<read::ZipFile> open_zip_;
};

// The file of a path that may lead into a ZIP file: the longest beginning that is no folder.
struct FilePath {
  std::string file;
  std::string inside;  // empty: the file itself
};
FilePath split_at_file(const std::string& path);

}  // namespace kehoach::batch
