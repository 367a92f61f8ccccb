#include "store/writer_lock.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "store/archive.h"

namespace kehoach::store {
namespace {

struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::string holder(int fd) {
  struct flock lock = whole_file();
  if (::fcntl(fd, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_pid <= 0) return "";
  return " (process " + std::to_string(lock.l_pid) + ")";
}

}  // namespace

WriterLock::WriterLock(const std::string& archive_path) {
  const std::string path = archive_path + kLockEnd;
  fd_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0)
    throw base::Error(
        errno == EACCES || errno == EROFS ? "archive-read-only" : "archive-missing",
        archive_path + ": cannot be written: " + path + ": " + std::strerror(errno) +
            "; check that its folder exists and its permissions, or name another with --archive");
  struct flock lock = whole_file();
  if (::fcntl(fd_, F_SETLK, &lock) == 0) return;
  const std::string who = holder(fd_);
  ::close(fd_);
  throw base::Error("archive-busy", archive_path + ": another run of kehoach" + who +
                                        " is putting documents into it; wait until it is done, or "
                                        "name another archive with --archive");
}

WriterLock::~WriterLock() { ::close(fd_); }

}  // namespace kehoach::store
