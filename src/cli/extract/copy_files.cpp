#include "cli/extract/copy_files.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "cli/result_file.h"
#include "cli/whole_file.h"

namespace kehoach::cli {
namespace {

namespace fs = std::filesystem;

void make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!fs::is_directory(folder, error))
    throw base::Error("output", "cannot write the copies: " + folder +
                                    ": is no folder and none can be made there; name another "
                                    "with --pdf-out");
}

std::string copy_name(const std::string& source) {
  if (source == "-") return "stdin";
  const fs::path name = fs::path(source).filename();
  std::string ending = name.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".pdf" ? name.stem().string() : name.string();
}

fs::path free_path(const fs::path& folder, const std::string& name, std::set<fs::path>& taken) {
  for (int number = 1;; ++number) {
    const std::string numbered = number == 1 ? name : name + "-" + std::to_string(number);
    fs::path path = folder / (numbered + ".ocr.pdf");
    if (taken.insert(path).second) return path;
  }
}

fs::path real_path(const fs::path& path) {
  std::error_code error;
  const fs::path real = fs::weakly_canonical(path, error);
  return error ? path : real;
}

}  // namespace

CopyFiles::CopyFiles(const std::string& folder, bool force, const std::vector<std::string>& sources,
                     const Terminal& terminal)
    : terminal_(terminal) {
  make_folder(folder);
  std::set<fs::path> originals, taken;
  for (const std::string& source : sources) originals.insert(real_path(source));
  for (const std::string& source : sources) {
    if (places_.count(source) > 0) continue;
    Place place{free_path(folder, copy_name(source), taken), "", false};
    std::error_code error;
    if (originals.count(real_path(place.path)) > 0)
      place.kept =
          "is one of the sources and was left as it is; name another folder with --pdf-out";
    else if (!force && fs::exists(fs::symlink_status(place.path, error)))
      place.kept = "is there already and was left as it is; --force writes it anew";
    places_.emplace(source, std::move(place));
  }
}

bool CopyFiles::wants(const std::string& source) const {
  const auto place = places_.find(source);
  return place != places_.end() && place->second.kept.empty();
}

void CopyFiles::take(const std::string& source, const batch::Answer& answer) {
  Place& place = places_.at(source);
  if (std::exchange(place.done, true) || answer.failed) return;
  if (answer.copy.failed) ++failed_;
  if (!place.kept.empty()) return terminal_.note(place.path.string() + ": " + place.kept);
  if (answer.copy.bytes.empty()) return terminal_.note(answer.copy.why_none);
  WholeFile whole(place.path.string());
  ResultFile file(whole.path());
  file.write(answer.copy.bytes);
  file.close();
  whole.keep();
  terminal_.note(source + ": copy with its text: " + place.path.string());
}

}  // namespace kehoach::cli
