#include "store/promises.h"

#include <gtest/gtest.h>

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
      {"another unit", figure("increase", "rank", 2, 3), level(88, "percent"), {}, "unknown"},
  };
  for (const Case& test : cases) EXPECT_EQ(said(test), test.expected) << test.what;
}

}  // namespace
}  // namespace kehoach::store
