#include "batch/fixity.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "batch/file_hash.h"
#include "batch/open_file.h"

namespace kehoach::batch {
namespace {

store::Finding finding(const store::Source& source, const char* code, const std::string& message) {
  return {"sources", code, "error", source.path, message};
}

store::Finding changed(const store::Source& source, const std::string& what) {
  return finding(source, "source-changed",
                 what + " since it was read; kehoach ingest takes it in as a new version");
}

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

}  // namespace

std::optional<store::Finding> check_source(const store::Source& source, bool hash) {
  const OpenFile file(source.path);
  if (file.get() < 0 && (errno == ENOENT || errno == ENOTDIR))
    return finding(source, "source-missing",
                   "is not there any more; what it held is in the archive, the file is not");
  if (file.get() < 0)
    return finding(source, "source-unreadable",
                   std::string("cannot be opened: ") + std::strerror(errno));
  struct stat status {};
  if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
    return finding(source, "source-unreadable", "is no plain file any more");
  if (source.bytes && *source.bytes != status.st_size)
    return changed(source, "its size changed from " + std::to_string(*source.bytes) + " to " +
                               std::to_string(status.st_size) + " bytes");
  if (!hash && source.mtime_ns && *source.mtime_ns != nanoseconds(status.st_mtim))
    return changed(source, "its time changed");
  try {
    if (hash && source.sha256 && hash_file(file.get(), source.path) != *source.sha256)
      return changed(source, "its content changed");
  } catch (const base::Error& error) {
    return finding(source, "source-unreadable", error.what());
  }
  return std::nullopt;
}

}  // namespace kehoach::batch
