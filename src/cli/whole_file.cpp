#include "cli/whole_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "cli/result_file.h"

namespace kehoach::cli {
namespace {

bool is_written_directly(const std::string& place) {
  if (place.empty() || place == "-") return true;
  std::error_code error;
  const auto status = std::filesystem::status(place, error);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

constexpr int kMostTried = 1000;

// A new empty file beside the place, with the permissions that any new file gets (mkostemp would
// give others none); never one that stood there.
std::string new_file_beside(const std::string& place) {
  int fd = -1;
  std::string path;
  for (int i = 1; i <= kMostTried && fd < 0; ++i) {
    path = place + (i == 1 ? "" : "-" + std::to_string(i)) + ".part";
    fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST) break;
  }
  if (fd < 0) refuse_output(place, errno);
  ::close(fd);
  return path;
}

}  // namespace

WholeFile::WholeFile(std::string place)
    : place_(std::move(place)),
      path_(is_written_directly(place_) ? place_ : new_file_beside(place_)) {}

WholeFile::~WholeFile() {
  if (path_ != place_ && !moved_) std::remove(path_.c_str());
}

void WholeFile::keep() {
  if (path_ == place_) return;
  if (std::rename(path_.c_str(), place_.c_str()) != 0) refuse_output(place_, errno);
  moved_ = true;
}

}  // namespace kehoach::cli
