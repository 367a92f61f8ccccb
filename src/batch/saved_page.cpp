#include "batch/saved_page.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

#include "layout/web/web_address.h"

namespace kehoach::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kFolderEnds = {"_files", ".files"};
constexpr std::array<std::string_view, 6> kPageEnds = {".html", ".htm", ".xhtml",
                                                       ".HTML", ".HTM", ".aspx"};

// A name alone: nothing that a page says may lead out of its folder.
bool is_plain_name(std::string_view name) {
  return !name.empty() && name.size() <= 255 && name != "." && name != ".." &&
         name.find_first_of(std::string_view("/\\\0", 3)) == std::string_view::npos;
}

std::vector<fs::path> folders_of(const fs::path& page) {
  std::vector<fs::path> folders = {page.parent_path()};
  for (const std::string_view end : kFolderEnds)
    folders.push_back(page.parent_path() / (page.stem().string() + std::string(end)));
  return folders;
}

}  // namespace

bool is_page_folder(const std::string& folder, const std::set<std::string>& files) {
  for (const std::string_view end : kFolderEnds) {
    if (folder.size() <= end.size() || !folder.ends_with(end)) continue;
    const std::string stem = folder.substr(0, folder.size() - end.size());
    const auto beside = [&](std::string_view page) {
      return files.contains(stem + std::string(page));
    };
    if (std::any_of(kPageEnds.begin(), kPageEnds.end(), beside)) return true;
  }
  return false;
}

void find_local_files(const std::string& page, std::vector<plan::Attachment>& attachments) {
  if (page == "-") return;
  for (plan::Attachment& attachment : attachments) {
    std::vector<std::string> names;
    if (attachment.href) names.push_back(layout::file_name(*attachment.href));
    if (layout::has_document_suffix(attachment.label)) names.push_back(attachment.label);
    for (const std::string& name : names) {
      if (!is_plain_name(name) || attachment.path) continue;
      for (const fs::path& folder : folders_of(page)) {
        std::error_code error;
        const fs::path file = folder / name;
        if (!fs::is_regular_file(file, error) || fs::equivalent(file, page, error)) continue;
        attachment.path = file.string();
        break;
      }
    }
  }
}

}  // namespace kehoach::batch
