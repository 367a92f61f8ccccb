#include "batch/file_hash.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.h"
#include "output/digest.h"

namespace kehoach::batch {

std::string hash_file(int fd, const std::string& path) {
  std::vector<char> chunk(1U << 18U);
  output::Sha256 digest;
  ::lseek(fd, 0, SEEK_SET);
  while (true) {
    const ssize_t got = ::read(fd, chunk.data(), chunk.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0)
      throw base::Error("unreadable", path + ": cannot be read: " + std::strerror(errno) +
                                          "; check its permissions and kind");
    if (got == 0) return digest.hex();
    digest.add({chunk.data(), static_cast<std::size_t>(got)});
  }
}

}  // namespace kehoach::batch
