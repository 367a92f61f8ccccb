#include "cli/eval/gold_cases.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "base/budget.h"
#include "base/error.h"
#include "batch/read_source.h"
#include "batch/readers.h"
#include "batch/source_list.h"
#include "eval/gold.h"

namespace kehoach::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view kGold = ".gold.json";

bool is_gold(const fs::path& path) { return path.filename().string().ends_with(kGold); }

std::vector<fs::path> gold_files(const std::string& path) {
  std::error_code error;
  if (fs::is_regular_file(path, error) && is_gold(path)) return {path};
  std::vector<fs::path> out;
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error))
    if (is_gold(it->path())) out.push_back(it->path());
  if (error)
    throw base::Error("missing", "cannot look for gold files: " + path + ": " + error.message() +
                                     "; name a folder that holds NAME.gold.json beside NAME.txt");
  std::sort(out.begin(), out.end());
  return out;
}

// NAME.gold.json belongs to NAME.txt, NAME.pdf …: the name and one extension. A folder is listed
// once, however many gold files it holds.
class Documents {
 public:
  std::optional<fs::path> beside(const fs::path& gold) {
    const std::string file = gold.filename().string();
    const std::string stem = file.substr(0, file.size() - kGold.size());
    const auto& documents = in(gold.has_parent_path() ? gold.parent_path() : fs::path("."));
    const auto found = documents.find(stem);
    return found == documents.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  using ByStem = std::map<std::string, fs::path>;
  const ByStem& in(const fs::path& folder) {
    const auto [known, is_new] = folders_.try_emplace(folder);
    if (!is_new) return known->second;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
      const fs::path& path = entry.path();
      if (!batch::may_be_document(path.filename().string())) continue;
      const auto [place, is_first] = known->second.try_emplace(path.stem().string(), path);
      if (!is_first && path < place->second) place->second = path;
    }
    return known->second;
  }

  std::map<fs::path, ByStem> folders_;
};

void add_case(GoldCases& out, Documents& documents, const fs::path& file, const std::string& kind) {
  const nlohmann::json gold = nlohmann::json::parse(
      batch::read_source(file.string(), base::Budget{}).bytes, nullptr, false);
  if (gold.is_discarded()) {
    out.faults.push_back(file.string() + ": is no JSON; mend it or leave it out");
    return;
  }
  const std::vector<std::string> faults = eval::gold_faults(gold, file.string());
  out.faults.insert(out.faults.end(), faults.begin(), faults.end());
  if (!faults.empty() || (!kind.empty() && gold.value("kind", "") != kind)) return;
  const auto document = documents.beside(file);
  if (!document) {
    out.faults.push_back(file.string() + ": there is no document of that name beside it");
    return;
  }
  const base::Source source = batch::read_source(document->string(), base::Budget{});
  const batch::Reader& reader = batch::reader_for(source.bytes);
  if (reader.read == nullptr)
    ++out.unreadable[std::string(reader.name)];
  else
    out.cases.push_back({document->string(), gold});
}

}  // namespace

GoldCases find_gold(const std::vector<std::string>& folders, const std::string& kind) {
  GoldCases out;
  Documents documents;
  for (const std::string& folder : folders)
    for (const fs::path& file : gold_files(folder)) add_case(out, documents, file, kind);
  return out;
}

}  // namespace kehoach::cli
