#include "cli/whole_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace kehoach::cli {
namespace {

bool is_written_directly(const std::string& place) {
  if (place.empty() || place == "-") return true;
  std::error_code error;
  const auto status = std::filesystem::status(place, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

}  // namespace

WholeFile::WholeFile(std::string place)
    : place_(std::move(place)), path_(is_written_directly(place_) ? place_ : place_ + ".part") {}

WholeFile::~WholeFile() {
  if (path_ != place_ && !moved_) std::remove(path_.c_str());
}

void WholeFile::keep() {
  if (path_ == place_) return;
  if (std::rename(path_.c_str(), place_.c_str()) != 0)
    throw base::Error("output", "cannot write the results: " + place_ + ": " +
                                    std::strerror(errno) + "; name another place with --output");
  moved_ = true;
}

}  // namespace kehoach::cli
