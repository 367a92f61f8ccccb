#include "batch/source_list.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "batch/saved_page.h"

namespace kehoach::batch {
namespace {

namespace fs = std::filesystem;

// Data, and what belongs to pages but is none.
constexpr std::array<std::string_view, 13> kDataExtensions = {
    ".json", ".jsonl", ".md", ".toml", ".tsv",  ".csv",  ".yml",
    ".yaml", ".css",   ".js", ".svg",  ".woff", ".woff2"};

void add_folder(std::vector<std::string>& out, const fs::path& folder) {
  std::error_code error;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    entries.push_back(*it);
  if (error) out.push_back(folder.string());  // reading it will say why
  std::sort(entries.begin(), entries.end());
  std::set<std::string> names;
  for (const fs::directory_entry& entry : entries) names.insert(entry.path().filename().string());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".")) continue;
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
      if (!is_page_folder(name, names)) add_folder(out, entry.path());
    }
    if (entry.is_regular_file(ignored) && may_be_document(name))
      out.push_back(entry.path().string());
  }
}

}  // namespace

bool may_be_document(std::string_view name) {
  return std::none_of(kDataExtensions.begin(), kDataExtensions.end(),
                      [name](std::string_view extension) { return name.ends_with(extension); });
}

std::vector<std::string> list_sources(const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error))
      add_folder(out, path);
    else
      out.push_back(path);
  }
  return out;
}

}  // namespace kehoach::batch
