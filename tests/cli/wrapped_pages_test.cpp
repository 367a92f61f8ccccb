// A text says the same when a portal's page is put around it. The frames hold menus, other
// headlines, documents, counters and comments with numbers, dates and figures of their own
// (tests/layout/frames).
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <regex>
#include <vector>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

const fs::path kFrames = KEHOACH_ROOT "/tests/layout/frames";

struct Article {
  std::vector<std::string> title, posted, paragraphs;
};

std::string trimmed(const std::string& line) {
  const auto begin = line.find_first_not_of(" \t\r");
  return begin == std::string::npos
             ? ""
             : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

// A line with a date near the top is the posted line, the line before it the title; what stands
// above is the site's. A text without such a line is all paragraphs. (tools/pages/frames.py does
// the same.)
Article read_article(const fs::path& path) {
  static const std::regex kDate(R"(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})");
  std::istringstream text(file_text(path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);)
    if (!trimmed(line).empty()) lines.push_back(trimmed(line));
  Article article;
  for (std::size_t i = 1; i < std::min<std::size_t>(8, lines.size()); ++i) {
    if (lines[i].size() >= 100 || !std::regex_search(lines[i], kDate)) continue;
    article.title = {lines[i - 1]};
    article.posted = {lines[i]};
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    break;
  }
  article.paragraphs = lines;
  return article;
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// What stands between <!--NAME--> and <!--/NAME--> once for each text.
void fill(std::string& page, const std::string& name, const std::vector<std::string>& texts) {
  const std::string open = "<!--" + name + "-->", close = "<!--/" + name + "-->";
  for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    const auto end = page.find(close, at);
    const std::string inside = page.substr(at + open.size(), end - at - open.size());
    std::string filled;
    for (const std::string& text : texts) {
      std::string one = inside;
      const auto field = one.find("{{text}}");
      filled += one.replace(field, 8, escaped(text));
    }
    page.replace(at, end + close.size() - at, filled);
    at += filled.size();
  }
}

std::string wrapped(const Article& article, const fs::path& frame) {
  std::string page = file_text(frame);
  fill(page, "title", article.title);
  fill(page, "posted", article.posted);
  fill(page, "paragraph", article.paragraphs);
  return page;
}

std::string alone(const Article& article) {
  std::string text;
  for (const auto* lines : {&article.title, &article.posted, &article.paragraphs})
    for (const std::string& line : *lines) text += line + "\n";
  return text;
}

// The values of a record without where they stand and how sure they are.
json values(const json& record) {
  json out = {{"role", record["role"]}, {"published", record["source"]["published"]}};
  for (const auto& [key, field] : record["document"].items())
    out[key] = field.is_object() && field.contains("value") ? field["value"] : json();
  for (const char* list : {"targets", "results", "tasks", "citations"}) {
    out[list] = record[list];
    for (json& entry : out[list])
      for (const char* how : {"evidence", "confidence", "rule", "section", "origin", "label"})
        entry.erase(how);
  }
  return out;
}

class WrappedPages : public CommandLine {
 protected:
  std::vector<fs::path> files(const fs::path& folder, const std::string& start) const {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const fs::path& path = entry.path();
      if (path.extension() == ".txt" && path.filename().string().starts_with(start))
        out.push_back(path);
    }
    return out;
  }

  // Names of texts whose records differ, each with its frame.
  std::vector<std::string> differing(const std::vector<fs::path>& texts) const {
    std::vector<fs::path> frames;
    for (const auto& entry : fs::directory_iterator(kFrames))
      if (entry.path().extension() == ".html") frames.push_back(entry.path());
    EXPECT_GE(frames.size(), 6u);
    for (const fs::path& text : texts) {
      const Article article = read_article(text);
      write("w/" + text.stem().string() + ".txt", alone(article));
      for (const fs::path& frame : frames)
        write("w/" + text.stem().string() + "~" + frame.filename().string(),
              wrapped(article, frame));
    }
    return compare();
  }

 private:
  // A page may know better which line is the posted one.
  static bool same(json text, const json& record) {
    if (text["published"].is_null()) text["published"] = record["published"];
    return record == text;
  }

  std::vector<std::string> compare() const {
    std::map<std::string, json> records;
    std::istringstream lines(run("kehoach extract -f jsonl w").out);
    for (std::string line; std::getline(lines, line);) {
      const json record = json::parse(line);
      records[fs::path(record["source"]["path"].get<std::string>()).stem()] = values(record);
    }
    std::vector<std::string> out;
    for (const auto& [name, record] : records) {
      const auto cut = name.find('~');
      if (cut == std::string::npos) continue;
      const json& text = records.at(name.substr(0, cut));
      if (same(text, record)) continue;
      out.push_back(name + " " + json::diff(text, record).dump());
    }
    EXPECT_GT(records.size(), 9u);
    return out;
  }
};

TEST_F(WrappedPages, OfTheMission) {
  const fs::path seeds = KEHOACH_ROOT "/../shared/seeds";
  if (!fs::exists(seeds)) GTEST_SKIP() << "no ../shared/seeds here";
  EXPECT_THAT(differing(files(seeds, "")), testing::IsEmpty());
}

TEST_F(WrappedPages, OfTheCorpus) {
  EXPECT_THAT(differing(files(KEHOACH_ROOT "/corpus", "n-")), testing::IsEmpty());
}

}  // namespace
}  // namespace kehoach::cli
