// The copies of --pdf-out: NAME.pdf gets NAME.ocr.pdf in the folder, and so does any other file,
// its ending kept in the name. Sources of one name get a number, in their order.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "batch/answer.h"
#include "cli/terminal.h"

namespace kehoach::cli {

class CopyFiles {
 public:
  // Makes the folder if there is none. Throws base::Error "output". A file that is there already
  // stays, unless `force`; one of the sources stays in any case.
  CopyFiles(const std::string& folder, bool force, const std::vector<std::string>& sources,
            const Terminal& terminal);

  // Is the place of its copy free?
  bool wants(const std::string& source) const;
  // Writes the copy and says so, or says why there is none. Throws base::Error "output".
  void take(const std::string& source, const batch::Answer& answer);
  std::size_t failed() const { return failed_; }

 private:
  struct Place {
    std::filesystem::path path;
    std::string kept;  // why what is there stays; empty: it is free
    bool done = false;
  };
  std::map<std::string, Place> places_;
  const Terminal& terminal_;
  std::size_t failed_ = 0;
};

}  // namespace kehoach::cli
