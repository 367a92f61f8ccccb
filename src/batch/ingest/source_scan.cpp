#include "batch/ingest/source_scan.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>

#include "batch/ingest/read_work.h"
#include "batch/source_list.h"
#include "store/sources.h"

namespace kehoach::batch {
namespace {

namespace fs = std::filesystem;

struct Look {
  bool gone = false;  // surely: a folder that may not be looked into hides what it holds
  std::int64_t bytes = -1, mtime_ns = -1;
};

Look look_at(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {errno == ENOENT || errno == ENOTDIR, -1, -1};
  return {false, status.st_size,
          status.st_mtim.tv_sec * std::int64_t{1'000'000'000} + status.st_mtim.tv_nsec};
}

// Without those that lie below another, so that nothing is looked at twice.
std::vector<std::string> outermost(std::vector<std::string> roots) {
  std::sort(roots.begin(), roots.end());
  std::set<std::string> out;
  const auto is_inside = [&](const std::string& root) {
    for (std::size_t slash = root.find('/'); slash != std::string::npos;
         slash = root.find('/', slash + 1))
      if (out.contains(slash == 0 ? "/" : root.substr(0, slash))) return true;
    return false;
  };
  for (const std::string& root : roots)
    if (!is_inside(root)) out.insert(root);
  return {out.begin(), out.end()};
}

class Scanner {
 public:
  Scanner(store::Archive& archive, const ScanOptions& options)
      : archive_(archive), archive_path_(archive_path_of(archive.path())), options_(options) {}

  Scan scan(const std::vector<std::string>& paths) {
    std::vector<std::string> roots;
    for (const std::string& path : paths) roots.push_back(archive_path_of(path));
    std::vector<std::string> listed = list_sources(roots);
    std::erase_if(listed, [this](const std::string& path) { return is_archive(path); });
    sorted_.assign(listed.begin(), listed.end());
    std::sort(sorted_.begin(), sorted_.end());
    std::set<std::string_view> seen_twice;
    for (const std::string& path : listed)
      if (!is_repeated(path, seen_twice)) decide(path, store::source_at(archive_, path));
    for (const std::string& root : outermost(std::move(roots))) look_below(root);
    return std::move(out_);
  }

 private:
  // The archive may lie among what it takes in, and so do the files that SQLite and the lock keep
  // beside it.
  bool is_archive(const std::string& path) const {
    if (path == archive_path_) return true;
    return std::any_of(store::kCompanionEnds.begin(), store::kCompanionEnds.end(),
                       [&](const char* end) { return path == archive_path_ + end; });
  }

  // Folders that overlap list some files twice.
  bool is_repeated(std::string_view path, std::set<std::string_view>& seen) const {
    const auto range = std::equal_range(sorted_.begin(), sorted_.end(), path);
    return range.second - range.first > 1 && !seen.insert(path).second;
  }

  bool is_listed(std::string_view path) const {
    return std::binary_search(sorted_.begin(), sorted_.end(), path);
  }

  void decide(const std::string& path, const std::optional<store::Source>& known) {
    if (!known) return out_.to_read.push_back(path);
    const Look look = look_at(path);
    const bool same = known->bytes == look.bytes && known->mtime_ns == look.mtime_ns;
    if (!same) return out_.to_read.push_back(path);
    keep_or_read(*known);
  }

  // Of a file that did not change.
  void keep_or_read(const store::Source& known) {
    if (known.state == "read" && !options_.reread) {
      ++out_.unchanged;
    } else if (known.state == "failed" && !try_again(known)) {
      ++out_.failed_before;
    } else {
      out_.to_read.push_back(known.path);
    }
  }

  bool try_again(const store::Source& failed) {
    return options_.reread || options_.retry_failed || failed.failure_code == "unreadable" ||
           made_by_another(failed);
  }

  bool made_by_another(const store::Source& source) {
    const auto [found, is_new] = run_is_other_.try_emplace(source.run, false);
    if (is_new) {
      store::Statement& run =
          archive_
              .statement("SELECT tool_version = ? AND pattern_version = ? FROM runs WHERE id = ?")
              .bind(options_.tool_version, options_.pattern_version, source.run);
      found->second = !(run.step() && run.integer(0) != 0);
    }
    return found->second;
  }

  void look_below(const std::string& root) {
    store::each_source_below(archive_, root, [&](const store::Source& source) {
      if (!is_listed(source.path)) look_again(source);
    });
  }

  // What the archive knows and the list of files does not show: what vanished, what stands in ZIP
  // files and in the folders beside saved pages.
  void look_again(const store::Source& source) {
    const FilePath place = split_at_file(source.path);
    const bool in_zip = source.container.has_value() && !place.inside.empty();
    if (in_zip)
      look_in_zip(source);
    else if (!look_at(source.path).gone)
      decide(source.path, source);
    else if (source.state != "vanished")
      out_.vanished.push_back(source.path);
  }

  // What is no member of the ZIP file, or none that may be opened, is looked at when the ZIP file
  // itself is listed again; and a ZIP file that is read anew has all its documents read.
  void look_in_zip(const store::Source& source) {
    if (source.state == "vanished" || options_.reread) return;
    if (source.state == "failed" &&
        (source.failure_code == "zip-unsafe-name" || source.failure_code == "zip-same-name"))
      ++out_.failed_before;
    else
      keep_or_read(source);
  }

  store::Archive& archive_;
  std::string archive_path_;
  const ScanOptions& options_;
  std::vector<std::string_view> sorted_;
  std::map<std::int64_t, bool> run_is_other_;
  Scan out_;
};

}  // namespace

std::string archive_path_of(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error).lexically_normal();
  fs::path found = fs::canonical(absolute, error);
  if (!error && fs::is_directory(found, error)) return found.string();
  // A file keeps its name, also where that is a link: what it is called is part of what is known.
  const fs::path folder = fs::canonical(absolute.parent_path(), error);
  if (error) return absolute.string();
  return (folder / absolute.filename()).string();
}

Scan scan_sources(store::Archive& archive, const std::vector<std::string>& paths,
                  const ScanOptions& options) {
  return Scanner(archive, options).scan(paths);
}

}  // namespace kehoach::batch
