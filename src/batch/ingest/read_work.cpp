#include "batch/ingest/read_work.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <new>
#include <set>

#include "base/error.h"
#include "batch/extraction.h"
#include "batch/file_hash.h"
#include "batch/file_kinds.h"
#include "batch/open_file.h"
#include "batch/read_source.h"
#include "batch/readers.h"
#include "batch/source_list.h"
#include "layout/document_bytes.h"
#include "output/digest.h"

namespace kehoach::batch {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
// A file that is written again within the tick of its clock keeps size and time: what is younger
// than this when it is read is looked at by its hash the next time.
constexpr std::int64_t kYoung = 2 * kSecond;

std::int64_t now_ns() {
  using namespace std::chrono;
  return duration_cast<nanoseconds>(system_clock::now().time_since_epoch()).count();
}

void set_facts(Report& report, const struct stat& status) {
  report.bytes = status.st_size;
  const std::int64_t mtime = status.st_mtim.tv_sec * kSecond + status.st_mtim.tv_nsec;
  if (mtime < now_ns() - kYoung) report.mtime_ns = mtime;
}

Report failure(Report report, const std::string& code, const std::string& message) {
  report.kind = code == "missing" ? Report::Kind::kGone : Report::Kind::kFailed;
  report.code = code;
  report.message = message;
  return report;
}

bool begins_as_zip(int fd) {
  char head[8] = {};
  const ssize_t got = ::pread(fd, head, sizeof head, 0);
  return got > 0 && is_zip({head, static_cast<std::size_t>(got)});
}

// Is a folder on the way to a ZIP file's entry hidden, or one that a browser put beside a page?
bool lies_beside_documents(const std::string& name) {
  return name.starts_with('.') || name.find("/.") != std::string::npos ||
         name.starts_with("__MACOSX/");
}

// What is in a ZIP file: documents, and what of it is refused.
void list_entries(const read::ZipFile& zip, const std::string& path, Report& report) {
  report.kind = Report::Kind::kContainer;
  std::set<std::string> names;
  for (const read::ZipEntry& entry : zip.entries()) {
    if (entry.safe && (lies_beside_documents(entry.name) || !may_be_document(entry.name))) continue;
    if (entry.safe && names.insert(entry.name).second) {
      report.inside.push_back(path + "/" + entry.name);
      continue;
    }
    Report refused;
    refused.path = path + "/#" + std::to_string(entry.index);
    const std::string why = entry.safe
                                ? "there are two files of this name in it; give one another name"
                                : "its name leads out of the ZIP file; it may be an attack: "
                                  "unpack it yourself if you trust it";
    report.refused.push_back(
        failure(refused, entry.safe ? "zip-same-name" : "zip-unsafe-name",
                refused.path + ": \"" + entry.name + "\" is not read: " + why));
  }
}

}  // namespace

KnownContent::Hash KnownContent::parse(std::string_view hex) {
  Hash out{};
  const auto digit = [&](std::size_t i) {
    const char c = i < hex.size() ? hex[i] : '0';
    return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10) & 0xFU;
  };
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<unsigned char>(digit(2 * i) << 4U | digit(2 * i + 1));
  return out;
}

void KnownContent::add(std::string_view sha256_hex) { hashes_.push_back(parse(sha256_hex)); }

void KnownContent::sort() { std::sort(hashes_.begin(), hashes_.end()); }

bool KnownContent::has(std::string_view sha256_hex) const {
  return std::binary_search(hashes_.begin(), hashes_.end(), parse(sha256_hex));
}

FilePath split_at_file(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos;
       slash = path.find('/', slash + 1)) {
    const std::string front = path.substr(0, slash);
    struct stat status {};
    if (::stat(front.c_str(), &status) != 0) break;
    if (S_ISREG(status.st_mode)) return {front, path.substr(slash + 1)};
  }
  return {path, ""};
}

Answer ReadWork::operator()(const std::string& path) const {
  const Report found = report(path);
  const bool failed = found.kind == Report::Kind::kFailed || found.kind == Report::Kind::kGone;
  return {failed, found.found, encode_report(found), found.message};
}

Answer ReadWork::lost(const std::string& path, const Loss& loss) const {
  Report report;
  report.attempts = loss.attempts;
  const FilePath place = split_at_file(path);
  const OpenFile file(place.file);
  struct stat status {};
  if (file.get() >= 0 && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode)) {
    set_facts(report, status);
    try {
      if (place.inside.empty()) report.sha256 = hash_file(file.get(), path);
    } catch (const base::Error&) {
      // Unreadable by now: what was lost is told without its hash.
    }
  }
  report = failure(std::move(report), loss.code, loss.message);
  return {true, false, encode_report(report), loss.message};
}

Report ReadWork::report(const std::string& path) const {
  const FilePath place = split_at_file(path);
  const auto failed = [&](const std::string& code, const std::string& message) {
    Report facts;
    struct stat status {};
    if (place.inside.empty() && ::stat(path.c_str(), &status) == 0) set_facts(facts, status);
    return failure(std::move(facts), code, message);
  };
  try {
    return place.inside.empty() ? read_file(path) : read_member(place.file, place.inside, path);
  } catch (const base::Error& error) {
    return failed(error.code(), error.what());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failed("internal-error",
                  path + ": kehoach failed on it: " + error.what() + "; please report it");
  }
}

Report ReadWork::read_file(const std::string& path) const {
  Report report;
  {
    const OpenFile file(path);
    struct stat status {};
    if (file.get() >= 0 && ::fstat(file.get(), &status) == 0) {
      if (!S_ISREG(status.st_mode))
        return failure(report, "unreadable",
                       path + ": is no file; give files, or folders that hold them");
      set_facts(report, status);
      if (begins_as_zip(file.get())) return list_zip(file.get(), path, std::move(report));
    }
  }
  return read(read_source(path, budget_), std::move(report));
}

Report ReadWork::list_zip(int fd, const std::string& path, Report report) const {
  report.media_type = "application/zip";
  try {
    const read::ZipFile zip(fd, path);
    if (zip.is_office_file()) {
      const base::Source source = read_source(path, budget_);
      return read(source, std::move(report));
    }
    report.sha256 = hash_file(fd, path);
    list_entries(zip, path, report);
    return report;
  } catch (const base::Error& error) {
    report.sha256 = hash_file(fd, path);
    return failure(std::move(report), error.code(), error.what());
  }
}

const read::ZipFile& ReadWork::open_zip(const std::string& zip) const {
  if (open_zip_ && open_path_ == zip) return *open_zip_;
  open_zip_.reset();
  const OpenFile file(zip);
  if (file.get() < 0)
    throw base::Error(
        errno == ENOENT ? "missing" : "unreadable",
        zip + ": cannot be read: " + std::strerror(errno) + "; check its permissions and kind");
  open_zip_ = std::make_unique<read::ZipFile>(file.get(), zip);
  open_path_ = zip;
  return *open_zip_;
}

Report ReadWork::read_member(const std::string& zip, const std::string& name,
                             const std::string& path) const {
  Report report;
  const read::ZipEntry* entry = open_zip(zip).find(name);
  if (entry == nullptr)
    return failure(report, "missing", path + ": is not in the ZIP file any more");
  report.bytes = static_cast<std::int64_t>(entry->bytes);
  try {
    base::Source source{path, open_zip_->read(*entry, budget_.max_bytes)};
    if (is_zip(source.bytes) && reader_for(source.bytes).read == nullptr) {
      report.sha256 = output::sha256_hex(source.bytes);
      return failure(report, "unsupported",
                     path +
                         ": is an office file or archive inside a ZIP file, which is not opened; "
                         "unpack the outer one");
    }
    return read(source, std::move(report));
  } catch (const base::Error& error) {
    return failure(std::move(report), error.code(), error.what());
  }
}

Report ReadWork::read(const base::Source& source, Report report) const {
  report.sha256 = output::sha256_hex(source.bytes);
  report.bytes = static_cast<std::int64_t>(source.bytes.size());
  report.media_type = reader_for(source.bytes).media_type;
  if (known_.has(report.sha256)) {
    report.kind = Report::Kind::kKnown;
    return report;
  }
  try {
    const Extraction read = extract_facts(source, report.sha256, matcher_, budget_);
    for (const plan::Attachment& attachment : read.record.source.attachments)
      if (attachment.path) report.attached.push_back(*attachment.path);
    report.kind = Report::Kind::kRead;
    report.found = says_something(read.record);
    report.reading = store::pack(output::record_json(read.record, read.text.utf8, generator_),
                                 read.text.utf8, layout::to_bytes(read.document));
    report.reading.page_starts = page_starts_json(read.text, read.document);
    return report;
  } catch (const base::Error& error) {
    return failure(std::move(report), error.code(), error.what());
  }
}

}  // namespace kehoach::batch
