#include "store/promises.h"

#include "scratch_archive.h"

namespace kehoach::store {
namespace {

using plan::Figure;

Figure figure(const std::string& change, const std::string& unit, std::optional<double> min,
              std::optional<double> max, bool exclusive = false,
              const std::string& code = "SIPAS") {
  Figure out;
  if (!code.empty()) out.indicator.code = code;
  out.indicator.name = code.empty() ? "tỷ lệ hộ nghèo" : code;
  out.change = change;
  out.unit = unit;
  out.min = min;
  out.max = max;
  out.exclusive = exclusive;
  out.year = 2023;
  return out;
}

Figure level(double value, const std::string& unit, const std::string& code = "SIPAS") {
  return figure("reach", unit, value, value, false, code);
}

Figure position(double value, double of) {
  Figure out = level(value, "rank");
  out.of = of;
  return out;
}

struct Case {
  const char* what;
  Figure target, result;
  std::vector<Figure> before;
  const char* expected;
};

std::string said(const Case& test) {
  const Comparison found = compare(test.target, test.result, test.before);
  const char* const words[] = {"met", "missed", "unknown"};
  return words[static_cast<int>(found.outcome)] + (found.why.empty() ? "" : ": " + found.why);
}

constexpr auto none = std::nullopt;

TEST(Promises, AreComparedWithResultsOfTheSameKind) {
  const std::vector<Case> cases = {
      {"a least level, reached",
       figure("reach", "percent", 85, none),
       level(86.5, "percent"),
       {},
       "met: reached 86.5"},
      {"a least level, missed",
       figure("reach", "percent", 85, none),
       level(84, "percent"),
       {},
       "missed: reached 84"},
      {"over a level, only reached",
       figure("reach", "percent", 90, none, true),
       level(90, "percent"),
       {},
       "missed: reached 90"},
      {"a highest level",
       figure("reach", "percent", none, 5),
       level(4.2, "percent"),
       {},
       "met: reached 4.2"},
      {"an index, plain level", level(85, "percent"), level(88, "percent"), {}, "met: reached 88"},
      {"a plain level of who knows what",
       level(5, "percent", ""),
       level(6, "percent", ""),
       {},
       "unknown"},
      {"the same, equal", level(5, "percent", ""), level(5, "percent", ""), {}, "met: reached 5"},
      {"the same, coming from above",
       level(5, "percent", ""),
       level(6, "percent", ""),
       {level(8, "percent", "")},
       "missed: reached 6"},
      {"among the ten leading",
       figure("reach", "rank", none, 10),
       level(7, "rank"),
       {},
       "met: reached 7"},
      {"a position", level(18, "rank"), level(21, "rank"), {}, "missed: reached 21"},
      {"up by steps, said so",
       figure("increase", "rank", 2, 3),
       figure("increase", "rank", 7, 7),
       {},
       "met: moved by 7"},
      {"up by steps, by two positions",
       figure("increase", "rank", 2, 3),
       level(18, "rank"),
       {level(20, "rank")},
       "met: from 20 to 18"},
      {"too few steps",
       figure("increase", "rank", 5, 7),
       level(18, "rank"),
       {level(20, "rank")},
       "missed: from 20 to 18"},
      {"steps without the year before",
       figure("increase", "rank", 2, 3),
       level(18, "rank"),
       {},
       "unknown"},
      {"down instead of up",
       figure("increase", "point", 1, none),
       figure("decrease", "point", 2, 2),
       {},
       "missed: moved the other way by 2"},
      {"any rise",
       figure("increase", "point", none, none),
       level(88, "point"),
       {level(87, "point")},
       "met: from 87 to 88"},
      {"down at least",
       figure("decrease", "percent", 5, 10),
       figure("decrease", "percent", 6, 6),
       {},
       "met: moved by 6"},
      {"kept",
       figure("maintain", "rank", none, none),
       level(5, "rank"),
       {level(5, "rank")},
       "met: from 5 to 5"},
      {"a least level and a span of it",
       figure("reach", "percent", 85, 90),
       level(92, "percent"),
       {},
       "met: reached 92"},
      {"a span of positions, better than it",
       figure("reach", "rank", 15, 20),
       level(12, "rank"),
       {},
       "met: reached 12"},
      {"a span of positions, within it",
       figure("reach", "rank", 15, 20),
       level(20, "rank"),
       {},
       "met: reached 20"},
      {"a span of positions, worse than it",
       figure("reach", "rank", 15, 20),
       level(21, "rank"),
       {},
       "missed: reached 21"},
      {"down, by two levels",
       figure("decrease", "percent", 2, none, false, ""),
       level(5, "percent", ""),
       {level(8, "percent", "")},
       "met: from 8 to 5"},
      {"down, by too little",
       figure("decrease", "percent", 5, none, false, ""),
       level(5, "percent", ""),
       {level(8, "percent", "")},
       "missed: from 8 to 5"},
      {"down at most",
       figure("decrease", "percent", none, 2, false, ""),
       level(5, "percent", ""),
       {level(8, "percent", "")},
       "missed: from 8 to 5"},
      {"down, but it rose",
       figure("decrease", "percent", none, none, false, ""),
       level(9, "percent", ""),
       {level(8, "percent", "")},
       "missed: from 8 to 9"},
      {"down in the list",
       figure("increase", "rank", none, none),
       level(22, "rank"),
       {level(20, "rank")},
       "missed: from 20 to 22"},
      {"kept among the ten leading, lost",
       figure("maintain", "rank", none, 10),
       level(11, "rank"),
       {level(9, "rank")},
       "missed: reached 11"},
      {"another unit", figure("increase", "rank", 2, 3), level(88, "percent"), {}, "unknown"},
      {"a position among as many", position(20, 63), position(15, 63), {}, "met: reached 15"},
      {"a position among fewer", position(20, 63), position(15, 34), {}, "unknown"},
      {"up from among more",
       figure("increase", "rank", 2, 3),
       position(15, 34),
       {position(30, 63)},
       "unknown"},
      {"two levels to start from, both lead there",
       figure("increase", "rank", 2, 3),
       level(18, "rank"),
       {level(20, "rank"), level(21, "rank")},
       "met: from 20 to 18"},
      {"two levels to start from, which lead apart",
       figure("increase", "rank", 2, 3),
       level(18, "rank"),
       {level(20, "rank"), level(15, "rank")},
       "unknown: reports differ on where it started: 20, 15"},
      {"kept, or not",
       figure("maintain", "rank", none, none),
       level(5, "rank"),
       {level(5, "rank"), level(4, "rank")},
       "unknown: reports differ on where it started: 5, 4"},
      {"a plain level between two that it may have come from",
       level(5, "percent", ""),
       level(6, "percent", ""),
       {level(8, "percent", ""), level(4, "percent", "")},
       "unknown"},
  };
  for (const Case& test : cases) EXPECT_EQ(said(test), test.expected) << test.what;
}

Json in_record(const Figure& it) {
  const auto or_null = [](const auto& value) { return value ? Json(*value) : Json(); };
  return {{"indicator", {{"code", or_null(it.indicator.code)}, {"name", it.indicator.name}}},
          {"change", it.change},
          {"unit", it.unit},
          {"min", or_null(it.min)},
          {"max", or_null(it.max)},
          {"year", or_null(it.year)},
          {"baseline_year", or_null(it.baseline_year)},
          {"printed", "x"},
          {"confidence", 0.9},
          {"rule", "test"}};
}

class PromisesOfAnArchive : public ScratchArchive {
 protected:
  PromisesOfAnArchive() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
  }

  void put(const Made& made, const std::vector<Figure>& targets,
           const std::vector<Figure>& results) {
    Json record = made_record(made.number + made.date + made.title + made.province, made);
    if (made.date.size() == 4) {
      record["document"]["issue_date"] = {{"value", nullptr}, {"partial", made.date}};
      record["document"]["number"]["year"] = std::stoi(made.date);
    }
    for (const Figure& target : targets) record["targets"].push_back(in_record(target));
    for (const Figure& result : results) record["results"].push_back(in_record(result));
    store::put(archive_, record, run_);
  }
  void plan(const std::string& date, const Figure& target = level(85, "percent")) {
    put({"1/KH-UBND", kIssuer, date}, {target}, {});
  }
  void report(const std::string& number, const std::string& date, const Figure& result) {
    put({number, kIssuer, date}, {}, {result});
  }

  std::string judged(std::optional<int> for_year = std::nullopt) {
    std::string out;
    for (const Promise& one : promises(archive_, {}, for_year)) {
      const char* const words[] = {"met", "missed", "unknown"};
      out += (out.empty() ? "" : " | ") + std::string(words[static_cast<int>(one.outcome)]) + ": " +
             one.why + (one.report ? " (" + one.report->number + ")" : "");
    }
    return out;
  }

  const std::string kIssuer = "UBND tỉnh Đắk Lắk";
  Archive archive_;
  std::int64_t run_ = 0;
};

TEST_F(PromisesOfAnArchive, AreBesideTheReportOfTheSamePlaceAndYear) {
  plan("2023-01-10");
  EXPECT_EQ(judged(), "unknown: no later document reports it");
  report("2/BC-UBND", "2022-12-31", level(70, "percent"));  // too early
  Figure of_another_year = level(70, "percent");
  of_another_year.year = 2024;
  report("3/BC-UBND", "2024-12-31", of_another_year);
  put({"4/BC-UBND", "UBND tỉnh Hà Giang", "2024-01-05", "document", "Báo cáo", "Hà Giang"}, {},
      {level(70, "percent")});
  EXPECT_EQ(judged(), "unknown: no later document reports it");
  report("5/BC-UBND", "2024-01-05", level(86, "percent"));
  EXPECT_EQ(judged(), "met: reached 86 (5/BC-UBND)");
  EXPECT_EQ(judged(2023), "met: reached 86 (5/BC-UBND)");
  EXPECT_EQ(judged(2024), "");
  report("6/BC-UBND", "2024-02-05", level(84, "percent"));
  EXPECT_EQ(judged(), "unknown: 5/BC-UBND and 6/BC-UBND differ (5/BC-UBND)");
}

TEST_F(PromisesOfAnArchive, OfAYearAloneAreReportedAfterItsEnd) {
  plan("2023");
  report("2/BC-UBND", "2023-05-01", level(70, "percent"));
  EXPECT_EQ(judged(), "unknown: no later document reports it");
  report("3/BC-UBND", "2024-01-05", level(86, "percent"));
  EXPECT_EQ(judged(), "met: reached 86 (3/BC-UBND)");
}

TEST_F(PromisesOfAnArchive, NameReportsThatHaveNoNumber) {
  plan("2023-01-10");
  put({"", kIssuer, "2024-01-05", "document", "Báo cáo"}, {}, {level(86, "percent")});
  put({"", kIssuer, "2024-01-06", "document", "Báo cáo khác"}, {}, {level(80, "percent")});
  EXPECT_EQ(judged(), "unknown: document 2 and document 3 differ ()");
}

TEST_F(PromisesOfAnArchive, StartFromTheYearThatTheyName) {
  Figure target = figure("increase", "rank", 5, none);
  target.baseline_year = 2020;
  plan("2021-01-10", target);
  Figure start = level(30, "rank");
  start.year = 2020;
  report("2/BC-UBND", "2021-01-05", start);
  report("3/BC-UBND", "2024-01-05", level(24, "rank"));
  EXPECT_EQ(judged(), "met: from 30 to 24 (3/BC-UBND)");
}

TEST_F(PromisesOfAnArchive, WithoutACodeAreKnownByTheirName) {
  plan("2023-01-10", level(5, "percent", ""));
  report("2/BC-UBND", "2024-01-05", level(5, "percent", ""));
  EXPECT_EQ(judged(), "met: reached 5 (2/BC-UBND)");
}

}  // namespace
}  // namespace kehoach::store
