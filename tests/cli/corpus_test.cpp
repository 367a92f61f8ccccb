// What holds for every record of the sample corpus. Its scans are not read off their images here:
// some of them are in scans_test.cpp.
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
    const Ran ran = run("kehoach extract --ocr never -f jsonl '" KEHOACH_ROOT "/corpus'");
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

TEST_F(Corpus, ExplanationsNameRulesTokensAndPlaces) {
  const Ran ran = run("kehoach extract --ocr never -f explain '" KEHOACH_ROOT "/corpus'");
  EXPECT_EQ(ran.code, 0);
  for (const char* what : {"\n  rule    ", "\n  tokens  ", "\n  text    ", "\n  source  "})
    EXPECT_THAT(ran.out, testing::HasSubstr(what));
}

}  // namespace
}  // namespace kehoach::cli
