#include "plan/figures/figure_times.h"

#include "match/values.h"

namespace kehoach::plan {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<TimeMark::Kind> kind_of(const rules::PhraseRule& rule) {
  const auto set = rule.set.find("kind");
  if (set == rule.set.end()) return std::nullopt;
  if (set->second == "year") return TimeMark::Kind::kYear;
  if (set->second == "baseline") return TimeMark::Kind::kBaseline;
  if (set->second == "baseline-before") return TimeMark::Kind::kBaselineBefore;
  if (set->second == "rate") return TimeMark::Kind::kRate;
  return std::nullopt;
}

// The month of "trong tháng 8/2025", "đến hết ngày 31/8/2025"; "từ ngày 31/8/2025" goes on.
std::optional<int> month_of(const match::TokenSequence& tokens, const match::PhraseMatch& match) {
  const match::Token& last = tokens.tokens[match.whole.end - 1];
  const bool goes_on = match.rule->set.contains("since");
  if (!last.is("month_year") && !(last.is("date") && match.whole.size() > 1 && !goes_on))
    return std::nullopt;
  return match::parse_int(tokens.part(last, "month"));
}

}  // namespace

std::optional<int> last_year(std::string_view text) {
  std::optional<int> found;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (end - i == 4) {
      const auto value = match::parse_int(text.substr(i, 4));
      if (value && *value >= 1945 && *value <= 2099) found = value;
    }
    i = end;
  }
  return found;
}

std::vector<TimeMark> read_times(const Reading& reading, match::TokenRange within) {
  std::vector<TimeMark> marks;
  for (const auto& match : reading.matcher.phrases(reading.tokens, "figure.time", within)) {
    const auto kind = kind_of(*match.rule);
    if (!kind) continue;
    TimeMark mark{*kind, match.whole, last_year(reading.tokens.slice(match.whole)),
                  month_of(reading.tokens, match)};
    if (match.rule->set.count("open") > 0) mark.year.reset();
    const bool needs_year =
        match.rule->set.count("open") == 0 &&
        (mark.kind == TimeMark::Kind::kYear || mark.kind == TimeMark::Kind::kBaseline);
    if (needs_year && !mark.year) continue;
    marks.push_back(mark);
  }
  return marks;
}

}  // namespace kehoach::plan
