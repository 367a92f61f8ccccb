#include "read/zip/zip_file.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <string_view>

#include "base/error.h"

namespace kehoach::read {
namespace {

constexpr std::uint64_t kMostEntries = 100'000;
// Text packs ten to one; what claims more than this of the file's own size is a bomb. Small files
// may claim some.
constexpr std::uint64_t kMostRatio = 200;
constexpr std::uint64_t kAlwaysAllowed = 64u << 20;

base::Error damaged(const std::string& path, const std::string& why) {
  return {"zip-damaged", path + ": the ZIP file is damaged or cut short: " + why +
                             "; get it anew, or unpack it with a tool that repairs"};
}

std::string words(int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  std::string out = zip_error_strerror(&error);
  zip_error_fini(&error);
  return out;
}

// A name that stays inside the folder that it would be unpacked to, on any system.
bool is_safe(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.front() == '\\') return false;
  if (name.size() >= 2 && name[1] == ':') return false;
  if (name.find('\0') != std::string_view::npos) return false;
  while (true) {
    const std::size_t end = name.find_first_of("/\\");
    if (name.substr(0, end) == "..") return false;
    if (end == std::string_view::npos) return true;
    name.remove_prefix(end + 1);
  }
}

}  // namespace

ZipFile::ZipFile(int fd, std::string path) : path_(std::move(path)) {
  struct stat status {};
  if (::fstat(fd, &status) == 0) file_bytes_ = static_cast<std::uint64_t>(status.st_size);
  const int own = ::dup(fd);
  int code = 0;
  zip_ = own < 0 ? nullptr : zip_fdopen(own, ZIP_RDONLY, &code);
  if (zip_ == nullptr) {
    if (own >= 0) ::close(own);
    throw damaged(path_, words(code));
  }
  try {
    list();
  } catch (...) {
    zip_discard(zip_);
    throw;
  }
}

ZipFile::~ZipFile() { zip_discard(zip_); }

void ZipFile::list() {
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(zip_, 0));
  if (count > kMostEntries)
    throw base::Error("zip-too-many", path_ + ": holds " + std::to_string(count) +
                                          " files; at most " + std::to_string(kMostEntries) +
                                          " are read of one ZIP file: unpack it");
  std::uint64_t total = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    zip_stat_t facts;
    if (zip_stat_index(zip_, i, ZIP_FL_ENC_RAW, &facts) != 0)
      throw damaged(path_, zip_strerror(zip_));
    ZipEntry entry{facts.name, i, facts.size, facts.encryption_method != ZIP_EM_NONE, true};
    if (entry.name.ends_with('/')) continue;
    entry.safe = is_safe(entry.name);
    total += std::min<std::uint64_t>(entry.bytes, std::uint64_t{1} << 40U);
    entries_.push_back(std::move(entry));
  }
  for (std::size_t i = 0; i < entries_.size(); ++i) places_.try_emplace(entries_[i].name, i);
  if (total > std::max(kAlwaysAllowed, file_bytes_ * kMostRatio))
    throw base::Error("zip-bomb", path_ + ": " + std::to_string(file_bytes_) +
                                      " bytes that claim to hold " + std::to_string(total) +
                                      "; it is not opened: unpack it yourself if you trust it");
}

const ZipEntry* ZipFile::find(std::string_view name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? nullptr : &entries_[found->second];
}

bool ZipFile::is_office_file() const {
  return std::any_of(entries_.begin(), entries_.end(), [](const ZipEntry& entry) {
    return entry.name == "[Content_Types].xml" || entry.name == "META-INF/manifest.xml" ||
           (entry.name == "mimetype" && entry.index == 0);
  });
}

std::string ZipFile::read(const ZipEntry& entry, std::size_t max_bytes) const {
  const std::string where = path_ + "/" + entry.name;
  if (entry.encrypted)
    throw base::Error("encrypted",
                      where + ": is locked by a password; unpack the ZIP file with it");
  if (entry.bytes > max_bytes)
    throw base::Error("too-large", where + ": larger than " + std::to_string(max_bytes >> 20U) +
                                       " MiB, the most that is read of one source; cut it into "
                                       "parts");
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(
      zip_fopen_index(zip_, entry.index, 0), zip_fclose);
  if (!file) throw damaged(where, zip_strerror(zip_));
  std::string bytes(entry.bytes, '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const zip_int64_t got = zip_fread(file.get(), bytes.data() + done, bytes.size() - done);
    if (got < 0) throw damaged(where, zip_file_strerror(file.get()));
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  if (done < bytes.size()) throw damaged(where, "it ends early");
  return bytes;
}

}  // namespace kehoach::read
