// A file that is there whole or not at all.
#pragma once

#include <string>

namespace kehoach::cli {

// Written beside its place under a new name ("NAME.part", or "NAME-2.part" where
// that is taken) and moved there at the end: who reads
// the place never sees half a file, and a full disk leaves the file that stood there. What is no
// regular file (a pipe, /dev/stdout) is written as it is.
class WholeFile {
 public:
  explicit WholeFile(std::string place);  // throws base::Error "output"
  ~WholeFile();                           // takes away what was not kept
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  const std::string& path() const { return path_; }  // where to write; "" for standard output
  void keep();                                       // throws base::Error "output"

 private:
  std::string place_, path_;
  bool moved_ = false;
};

}  // namespace kehoach::cli
