// What holds for every record of the sample corpus.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "../schema/schema_faults.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;

class Corpus : public CommandLine {
 protected:
  std::vector<json> records() const {
    const Ran ran = run("kehoach extract -f jsonl '" KEHOACH_ROOT "/corpus'");
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::vector<json> out;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line));
    return out;
  }
};

TEST_F(Corpus, EveryRecordIsValid) {
  const std::vector<json> all = records();
  EXPECT_GE(all.size(), 30u);
  for (const json& record : all)
    EXPECT_THAT(schema_faults(record), testing::IsEmpty()) << record["source"]["path"];
}

// Every piece of evidence from the text is exactly the slice that its positions name.
TEST_F(Corpus, EvidenceIsASliceOfTheText) {
  for (const json& record : records()) {
    const std::string path = record["source"]["path"];
    const std::string text = run("kehoach extract --text '" + path + "'").out;
    std::vector<std::size_t> begins;  // of every code point, and the end
    for (std::size_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) begins.push_back(i);
    begins.push_back(text.size());
    const std::function<void(const json&)> check = [&](const json& node) {
      if (node.is_object() && node.contains("end") && node.contains("start")) {
        const std::size_t begin = begins.at(node["start"]), end = begins.at(node["end"]);
        EXPECT_EQ(text.substr(begin, end - begin), node["text"].get<std::string>()) << path;
      }
      if (node.is_structured())
        for (const json& child : node) check(child);
    };
    check(record);
  }
}

TEST_F(Corpus, ExplanationsNameRulesTokensAndPlaces) {
  const Ran ran = run("kehoach extract -f explain '" KEHOACH_ROOT "/corpus'");
  EXPECT_EQ(ran.code, 0);
  for (const char* what : {"\n  rule    ", "\n  tokens  ", "\n  text    ", "\n  source  "})
    EXPECT_THAT(ran.out, testing::HasSubstr(what));
}

}  // namespace
}  // namespace kehoach::cli
