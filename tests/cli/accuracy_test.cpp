// The floors that accuracy may not fall below: what the mission's own pages, the corpus and the
// real texts give today, minus a little room. The evaluation is the program's own.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "../schema/schema_faults.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;

class Accuracy : public CommandLine {
 protected:
  json report(const std::string& folder, const std::string& kind = {}) const {
    const std::string only = kind.empty() ? "" : " --kind " + kind;
    const Ran ran = run("kehoach eval --format json '" + folder + "'" + only);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return json::parse(ran.out);
  }

  static std::string shared(const std::string& folder) {
    return std::string(KEHOACH_ROOT "/../shared/") + folder;
  }
};

double f1(const json& counts) { return counts["f1"].is_null() ? 1.0 : counts["f1"].get<double>(); }

// Of a field with few values the counts say more than the ratio: one slip is let pass.
bool holds(const json& counts, double floor) {
  const int right = counts["right"], extra = counts["extra"], missed = counts["missed"];
  const bool few = right + missed < 30;
  return f1(counts) >= floor || (few && extra <= 1 && missed <= 1);
}

TEST_F(Accuracy, OfTheTextsOfTheCorpus) {
  const json of = report(KEHOACH_ROOT "/corpus", "text");
  EXPECT_GE(f1(of["overall"]), 0.98);
  for (const auto& [field, counts] : of["fields"].items()) {
    EXPECT_TRUE(holds(counts, 0.95)) << field << " " << counts;
  }
}

// Around each page stand numbers, dates and figures of others: what is taken from them is extra.
TEST_F(Accuracy, OfThePagesOfTheCorpus) {
  const json of = report(KEHOACH_ROOT "/corpus", "page");
  EXPECT_GE(f1(of["overall"]), 0.985);
  EXPECT_GE(of["overall"]["precision"], 0.995);
}

TEST_F(Accuracy, OfThePdfsOfTheCorpus) {
  const json of = report(KEHOACH_ROOT "/corpus", "digital");
  EXPECT_GE(f1(of["overall"]), 0.975);
  EXPECT_GE(of["overall"]["precision"], 0.985);
}

TEST_F(Accuracy, OfTheMissionsOwnPages) {
  if (!std::filesystem::exists(shared("seeds"))) GTEST_SKIP() << "no ../shared/seeds here";
  const json of = report(shared("seeds"));
  EXPECT_EQ(of["overall"]["extra"], 0);
  EXPECT_EQ(of["overall"]["missed"], 0);
  EXPECT_GT(of["overall"]["right"], 90);
}

TEST_F(Accuracy, OfRealTexts) {
  if (!std::filesystem::exists(shared("real/texts")))
    GTEST_SKIP() << "no ../shared/real/texts here";
  const json of = report(shared("real/texts"));
  const std::pair<const char*, double> floors[] = {
      {"document.number", 0.97}, {"document.type", 0.97},  {"document.issue_date", 0.97},
      {"document.issuer", 0.95}, {"document.title", 0.95}, {"targets", 0.90},
      {"results", 0.90},         {"tasks", 0.90},          {"citations", 0.95}};
  for (const auto& [field, floor] : floors) {
    EXPECT_GE(f1(of["fields"][field]), floor) << field << " " << of["fields"][field];
  }
}

TEST_F(Accuracy, RecordsOfRealTextsAreValid) {
  if (!std::filesystem::exists(shared("real/texts")))
    GTEST_SKIP() << "no ../shared/real/texts here";
  const Ran ran =
      run("kehoach extract -f jsonl '" + shared("seeds") + "' '" + shared("real/texts") + "'");
  EXPECT_EQ(ran.code, 0) << ran.err;
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line);) {
    const json record = json::parse(line);
    EXPECT_TRUE(schema_faults(record).empty()) << record["source"]["path"];
  }
}

}  // namespace
}  // namespace kehoach::cli
