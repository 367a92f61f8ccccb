#include "plan/document/title.h"

#include "match/values.h"

namespace kehoach::plan {
namespace {

using match::PhraseMatch;
using match::TokenRange;

std::optional<int> year_in(const Reading& reading, const match::Token& token,
                           std::string_view part) {
  const std::string_view printed = reading.tokens.part(token, part);
  const auto year = match::parse_int(printed.empty() ? reading.tokens.slice(token) : printed);
  return year && *year >= 1945 && *year <= 2100 ? year : std::nullopt;
}

// What one match of a `period` rule says; empty for rules that only take words away (`vision`).
Period to_period(const Reading& reading, const PhraseMatch& match) {
  Period period;
  const auto& tokens = reading.tokens.tokens;
  if (const auto range = match.part("range")) {
    period.from = year_in(reading, tokens[range->begin], "from");
    period.to = year_in(reading, tokens[range->begin], "to");
  } else if (const auto year = match.part("year")) {
    period.from = period.to = year_in(reading, tokens[year->begin], "year");
  } else if (const auto to = match.part("to")) {
    period.to = year_in(reading, tokens[to->begin], "year");
    if (const auto from = match.part("from")) {
      period.from = year_in(reading, tokens[from->begin], "year");
      if (!period.to) period.to = period.from;  // "năm 2024, 15 xã": the second is no year
    }
  }
  return period;
}

// True if the rule's `types` ("QĐ NQ") name the code; a type without a code is none of them.
bool is_act(const PhraseMatch& match, const std::string& code) {
  const auto types = match.rule->set.find("types");
  return types != match.rule->set.end() && !code.empty() &&
         (" " + types->second + " ").find(" " + code + " ") != std::string::npos;
}

bool is_range(const PhraseMatch& match) { return match.part("range").has_value(); }

}  // namespace

TokenRange trim_title(const Reading& reading, TokenRange range) {
  for (const PhraseMatch& lead : reading.matcher.phrases(reading.tokens, "title_lead", range)) {
    if (lead.whole.begin == range.begin) range.begin = lead.whole.end;
    break;
  }
  while (!range.empty()) {
    const match::Token& last = reading.tokens.tokens[range.end - 1];
    const std::string_view sign = reading.tokens.slice(last);
    if (!last.is("punct") ||
        (sign != "." && sign != ";" && sign != "," && sign != "/" && sign != ":"))
      break;
    --range.end;
  }
  return range;
}

std::optional<Field<Period>> read_period(const Reading& reading, TokenRange title) {
  std::optional<Field<Period>> best;
  bool best_is_range = false;
  for (const PhraseMatch& match : reading.matcher.phrases(reading.tokens, "period", title)) {
    const Period period = to_period(reading, match);
    if (!period.from && !period.to) continue;
    // A stated range says more than a single year; of two years the later one is the plan's.
    if (best) {
      const bool better =
          is_range(match) ? !best_is_range : !best_is_range && period.to > best->value.to;
      if (!better) continue;
    }
    best_is_range = is_range(match);
    best = Field<Period>{period, 0.93, match.rule->id, {reading.evidence(match.whole)}, {}};
  }
  return best;
}

std::optional<Field<Period>> read_period_clause(const Reading& reading) {
  for (const PhraseMatch& match : reading.matcher.phrases(reading.tokens, "period_clause")) {
    const Period period = to_period(reading, match);
    if (period.from || period.to) {
      return Field<Period>{period, 0.75, match.rule->id, {reading.evidence(match.whole)}, {}};
    }
  }
  return std::nullopt;
}

Field<bool> read_plan_flag(const Reading& reading, const DocumentFields& fields,
                           std::optional<TokenRange> title) {
  Field<bool> flag{false, 0.95, "plan.by-type", {}, {}};
  if (fields.type) {
    flag.evidence = fields.type->evidence;
  } else {
    flag.evidence.emplace_back().source = Evidence::Source::kDerived;
    flag.evidence.back().from = {"/document/type"};
  }
  if (fields.type && fields.type->value.code == "KH") {
    flag.value = true;
    flag.confidence = 0.99;
  } else if (title && fields.type) {
    for (const PhraseMatch& act : reading.matcher.phrases(reading.tokens, "plan_act", *title)) {
      if (!is_act(act, fields.type->value.code)) continue;
      flag.value = true;
      flag.rule = act.rule->id;
      flag.evidence.push_back(reading.evidence(act.whole));
      break;
    }
  }
  return flag;
}

}  // namespace kehoach::plan
