// The list of the corpus says what lies there: a row for each document, with its gold's counts.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace kehoach::eval {
namespace {

using nlohmann::json;

const std::filesystem::path kCorpus = KEHOACH_ROOT "/corpus";
constexpr const char* kCounted[] = {"targets", "results", "tasks", "citations"};

std::string content(const std::filesystem::path& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

// " | 3 | 0 | 5 | 0 |": how a row of the list ends.
std::string counts(const std::filesystem::path& gold) {
  const json parsed = json::parse(content(gold));
  std::string row = " |";
  for (const char* key : kCounted)
    row += " " + std::to_string(parsed.contains(key) ? parsed[key].size() : 0) + " |";
  return row;
}

// Name of a document -> its row.
std::map<std::string, std::string> rows(const std::string& list) {
  std::map<std::string, std::string> out;
  std::istringstream lines(list);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("| `")) out[line.substr(3, line.find('`', 3) - 3)] = line;
  return out;
}

TEST(CorpusList, HasARowForEachDocument) {
  const std::string list = content(kCorpus / "README.md");
  std::map<std::string, std::string> left = rows(list);
  std::map<std::string, int> kinds;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kCorpus)) {
    const std::string kind = entry.path().extension();
    if (kind != ".txt" && kind != ".html" && kind != ".pdf") continue;
    const std::string name = entry.path().stem();
    const bool scan = entry.path().parent_path() != kCorpus;
    ++kinds[scan ? "scan" : name.starts_with("l-") ? "old" : kind];
    const std::string row = left[name];
    left.erase(name);
    const auto gold = entry.path().parent_path() / (name + ".gold.json");
    EXPECT_TRUE(row.ends_with(counts(gold))) << name << ": " << row;
  }
  EXPECT_TRUE(left.empty()) << left.begin()->first;
  const std::string head =
      std::to_string(kinds[".txt"]) + " plain texts, " + std::to_string(kinds[".html"]) +
      " web pages, " + std::to_string(kinds[".pdf"]) + " PDFs and " + std::to_string(kinds["old"]) +
      " in old codes, and " + std::to_string(kinds["scan"]) + " scans in `scans/`";
  EXPECT_NE(list.find(head), std::string::npos) << head;
}

}  // namespace
}  // namespace kehoach::eval
