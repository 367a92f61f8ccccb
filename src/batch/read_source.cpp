#include "batch/read_source.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.h"
#include "batch/open_file.h"

namespace kehoach::batch {
namespace {

constexpr std::size_t kChunk = 1 << 18;

[[noreturn]] void refuse(const std::string& path) {
  const int error = errno;
  if (error == ENOENT || error == ENOTDIR)
    throw base::Error("missing", path + ": there is no such file; check the path");
  throw base::Error("unreadable", path + ": cannot be read: " + std::strerror(error) +
                                      "; check its permissions and kind");
}

ssize_t read_some(int fd, char* to, std::size_t size) {
  while (true) {
    const ssize_t got = ::read(fd, to, size);
    if (got >= 0 || errno != EINTR) return got;
  }
}

[[noreturn]] void refuse_size(const std::string& path, std::size_t limit) {
  throw base::Error("too-large", path + ": larger than " +
                                     (limit >> 20U > 0 ? std::to_string(limit >> 20U) + " MiB"
                                                       : std::to_string(limit >> 10U) + " KiB") +
                                     ", the most that is read of one source; cut it into parts");
}

// In bytes; 0 for what is no regular file (or of /proc, which says 0 too).
std::size_t known_size(int fd) {
  struct stat status {};
  if (::fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  return static_cast<std::size_t>(status.st_size);
}

std::string read_all(int fd, const std::string& path, std::size_t limit) {
  const std::size_t size = known_size(fd);
  if (size > limit) refuse_size(path, limit);
  std::string bytes;
  bytes.reserve(size);  // growing by doubling would take twice the memory
  std::vector<char> chunk(kChunk);
  while (true) {
    const ssize_t got = read_some(fd, chunk.data(), chunk.size());
    if (got < 0) refuse(path);
    if (got == 0) return bytes;
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit) refuse_size(path, limit);
  }
}

}  // namespace

base::Source read_source(const std::string& path, const base::Budget& budget, int spool_fd) {
  if (path == "-" && spool_fd >= 0) {
    // The workers share the spool's position: each reads it through a description of its own.
    const OpenFile file("/proc/self/fd/" + std::to_string(spool_fd), OpenFile::Pipes::kAwait);
    if (file.get() < 0) refuse(path);
    return {path, read_all(file.get(), path, budget.max_bytes)};
  }
  const OpenFile file(path, OpenFile::Pipes::kAwait);
  if (file.get() < 0) refuse(path);
  return {path, read_all(file.get(), path, budget.max_bytes)};
}

int spool(int fd, std::size_t limit) {
  const int to = ::memfd_create("kehoach-stdin", MFD_CLOEXEC);
  if (to < 0) refuse("-");
  std::vector<char> chunk(kChunk);
  for (std::size_t total = 0; total <= limit;) {
    const ssize_t got = read_some(fd, chunk.data(), std::min(chunk.size(), limit + 1 - total));
    if (got < 0) refuse("-");
    if (got == 0) break;
    for (ssize_t done = 0; done < got;) {
      const ssize_t written =
          ::write(to, chunk.data() + done, static_cast<std::size_t>(got - done));
      if (written < 0 && errno != EINTR) refuse("-");
      if (written > 0) done += written;
    }
    total += static_cast<std::size_t>(got);
  }
  return to;
}

}  // namespace kehoach::batch
