#include "eval/report.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

Judgement judgement(std::string field, Verdict verdict, json expected, json got,
                    std::optional<double> confidence = {}) {
  return {std::move(field), verdict, {}, std::move(expected), std::move(got), {}, confidence};
}

Report sample() {
  Report report;
  report.documents.push_back(
      {"b.txt", "page", {judgement("tasks", Verdict::kMissed, "rà soát", nullptr)}});
  report.documents.push_back(
      {"a.txt",
       "text",
       {judgement("tasks", Verdict::kRight, "công bố", "Công bố", 0.9),
        judgement("document.number", Verdict::kWrong, "57/KH-UBND", "5/KH-UBND", 0.96),
        judgement("tasks", Verdict::kExtra, nullptr, "in tờ rơi", 0.92)}});
  return report;
}

TEST(Report, CountsByFieldKindAndOverAll) {
  const Report report = sample();
  const auto fields = counts_by_field(report);
  EXPECT_EQ(fields.at("tasks").right, 1u);
  EXPECT_EQ(fields.at("tasks").extra, 1u);
  EXPECT_EQ(fields.at("tasks").missed, 1u);
  EXPECT_DOUBLE_EQ(*fields.at("tasks").f1(), 0.5);
  EXPECT_EQ(fields.at("document.number").extra, 1u);
  EXPECT_EQ(fields.at("document.number").missed, 1u);
  EXPECT_EQ(counts_by_field(report, "page").size(), 1u);
  EXPECT_EQ(overall(report).positives(), 3u);
  EXPECT_EQ(overall(report, "page").right, 0u);
  EXPECT_EQ(overall(report, "page").precision(), std::nullopt);
}

TEST(Report, CalibrationIsOfValuesThatWereSaid) {
  const auto bins = calibration(sample());
  ASSERT_EQ(bins.size(), 2u);
  EXPECT_EQ(bins[0].from, 0.9);
  EXPECT_EQ(bins[0].values, 2u);
  EXPECT_EQ(bins[0].right, 1u);
  EXPECT_EQ(bins[1].from, 0.95);
  EXPECT_EQ(bins[1].right, 0u);
}

TEST(Report, TableForPeople) {
  EXPECT_EQ(to_table(sample()),
            "field             right   extra  missed  precision     recall         f1\n"
            "document.number       0       1       1      0.000      0.000      0.000  few\n"
            "tasks                 1       1       1      0.500      0.500      0.500  few\n"
            "all                   1       2       2      0.333      0.333      0.333  few\n"
            "\n"
            "kind page   right   extra  missed  precision     recall         f1\n"
            "tasks           0       0       1          -      0.000      0.000  few\n"
            "all             0       0       1          -      0.000      0.000  few\n"
            "\n"
            "kind text         right   extra  missed  precision     recall         f1\n"
            "document.number       0       1       1      0.000      0.000      0.000  few\n"
            "tasks                 1       1       0      0.500      1.000      0.667  few\n"
            "all                   1       2       1      0.333      0.500      0.400  few\n"
            "\n"
            "confidence     values   right       said      right\n"
            "0.90-0.95           2       1      0.910      0.500\n"
            "0.95-0.98           1       0      0.960      0.000\n");
}

TEST(Report, DifferencesAreSortedByDocument) {
  EXPECT_EQ(differences(sample()),
            "a.txt: document.number: wrong: expected \"57/KH-UBND\", got \"5/KH-UBND\"\n"
            "a.txt: tasks: extra: expected nothing, got \"in tờ rơi\"\n"
            "b.txt: tasks: missed: expected \"rà soát\", got nothing\n");
}

TEST(Report, JsonIsStableAndHoldsEveryJudgement) {
  Report turned = sample();
  std::swap(turned.documents[0], turned.documents[1]);
  EXPECT_EQ(to_json(sample()).dump(), to_json(turned).dump());
  const json report = json::parse(to_json(sample()).dump());
  EXPECT_EQ(report["schema"], "kehoach-eval/1");
  EXPECT_EQ(report["fields"]["tasks"], json::parse(R"({"right": 1, "extra": 1, "missed": 1,
    "precision": 0.5, "recall": 0.5, "f1": 0.5})"));
  EXPECT_EQ(report["kinds"]["page"]["overall"]["missed"], 1);
  EXPECT_EQ(report["calibration"][0]["share_right"], 0.5);
  EXPECT_EQ(report["documents"][0]["judgements"][0],
            json::parse(R"({"field": "tasks", "verdict": "right", "expected": "công bố",
    "got": "Công bố", "confidence": 0.9})"));
}

json report_of(std::vector<DocumentScore> documents) {
  return json::parse(to_json(Report{std::move(documents)}).dump());
}

TEST(Comparison, GainsAndLossesValueByValue) {
  const json before =
      report_of({{"a",
                  "text",
                  {judgement("tasks", Verdict::kRight, "một", "một"),
                   judgement("tasks", Verdict::kMissed, "hai", nullptr),
                   judgement("tasks", Verdict::kExtra, nullptr, "ba"),
                   judgement("tasks", Verdict::kRight, "only in the old gold", "x"),
                   judgement("document.number", Verdict::kWrong, "57", "5")}},
                 {"gone", "text", {judgement("tasks", Verdict::kExtra, nullptr, "ba")}}});
  const Report now{{{"a",
                     "text",
                     {judgement("tasks", Verdict::kMissed, "một", nullptr),
                      judgement("tasks", Verdict::kRight, "hai", "hai"),
                      judgement("tasks", Verdict::kExtra, nullptr, "bốn"),
                      judgement("document.number", Verdict::kWrong, "57", "7")}},
                    {"new", "text", {judgement("tasks", Verdict::kMissed, "một", nullptr)}}}};
  const Comparison comparison = compare(before, now);
  EXPECT_EQ(to_text(comparison),
            "loss: a: document.number: now said wrongly: \"7\"\n"
            "loss: a: tasks: no longer found: \"một\"\n"
            "loss: a: tasks: now said wrongly: \"bốn\"\n"
            "gain: a: document.number: no longer said wrongly: \"5\"\n"
            "gain: a: tasks: now found: \"hai\"\n"
            "gain: a: tasks: no longer said wrongly: \"ba\"\n"
            "3 gains, 3 losses\n"
            "only before: gone\n"
            "only now: new\n");
  EXPECT_EQ(to_json(comparison)["changes"].size(), 6u);
}

TEST(Comparison, TheSameReportHasNeither) {
  EXPECT_EQ(to_text(compare(json::parse(to_json(sample()).dump()), sample())),
            "0 gains, 0 losses\n");
}

TEST(Comparison, RefusesWhatIsNoReport) {
  for (const char* report :
       {"[]", R"({"schema": "kehoach/1"})", R"({"schema": "kehoach-eval/1"})"}) {
    try {
      compare(json::parse(report), Report{});
      FAIL() << report;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.code(), "eval-report");
      EXPECT_STREQ(error.what(),
                   "the report to compare with is none that this tool wrote: its schema is not "
                   "kehoach-eval/1 or a judgement lacks a key; make it with eval --format json");
    }
  }
}

}  // namespace
}  // namespace kehoach::eval
