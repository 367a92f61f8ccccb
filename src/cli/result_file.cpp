#include "cli/result_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/error.h"

namespace kehoach::cli {

ResultFile::ResultFile(const std::string& path)
    : name_(path.empty() || path == "-" ? "standard output" : path),
      fd_(STDOUT_FILENO),
      own_(!path.empty() && path != "-") {
  if (!own_) return;
  fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  made_ = fd_ >= 0;
  if (!made_) fd_ = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) fail();
}

ResultFile::~ResultFile() {
  if (!own_ || fd_ < 0) return;
  ::close(fd_);
  if (made_ && !begun_) ::unlink(name_.c_str());
}

void ResultFile::begin() {
  if (!own_ || begun_) return;
  begun_ = true;
  if (::ftruncate(fd_, 0) != 0 && errno != EINVAL) fail();  // EINVAL: a pipe or a device
}

bool ResultFile::write(std::string_view bytes) {
  begin();
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return false;
    if (written < 0) fail();
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void ResultFile::close() {
  if (!own_ || fd_ < 0) return;
  begin();
  const int fd = fd_;
  fd_ = -1;
  if (::close(fd) != 0) fail();
}

void ResultFile::fail() const { refuse_output(name_, errno); }

void refuse_output(const std::string& place, int error) {
  std::string what = std::strerror(error), advice = "name another place with --output";
  const std::string folder = std::filesystem::path(place).parent_path().string();
  if (error == ENOENT && !folder.empty()) {
    what = "there is no folder " + folder;
    advice = "make it or " + advice;
  } else if (error == ENOSPC || error == EDQUOT || error == EFBIG) {
    advice = "free space there or " + advice;
  }
  throw base::Error("output", "cannot write the results: " + place + ": " + what + "; " + advice);
}

}  // namespace kehoach::cli
