#include <algorithm>
#include <array>

#include "eval/entry_list.h"
#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

bool is_right(const Value& value) {
  const auto same = [&](const json& wanted) { return same_value(wanted, value.ours, value.form); };
  return same(value.expected) || std::any_of(value.as_right.begin(), value.as_right.end(), same) ||
         (value.null_is_right && value.ours.is_null());
}

std::optional<Verdict> verdict(const Value& value) {
  if (is_right(value)) {
    // Null for null says nothing about either side.
    if (value.ours.is_null()) return std::nullopt;
    return Verdict::kRight;
  }
  if (value.expected.is_null()) return Verdict::kExtra;
  return value.ours.is_null() ? Verdict::kMissed : Verdict::kWrong;
}

// A name stands bare or as the label or text of an entry.
json bare_names(const json& list) {
  json names = json::array();
  if (!list.is_array()) return names;
  for (const json& entry : list) {
    const json& label = at(entry, "label");
    names.push_back(entry.is_string() ? entry : label.is_string() ? label : at(entry, "text"));
  }
  return names;
}

std::string text_of(const json& name) {
  return name.is_string() ? name.get<std::string>() : std::string();
}

}  // namespace

void score_value(const Value& value, Judgements& out) {
  const auto found = verdict(value);
  if (!found) return;
  Judgement judgement{value.field, *found,         value.context,   value.expected,
                      value.ours,  value.evidence, value.confidence};
  if (*found == Verdict::kMissed) judgement.confidence.reset();
  out.push_back(std::move(judgement));
}

std::vector<json> alternatives(const json& object, std::string_view key) {
  std::vector<json> result;
  for (std::string_view suffix : std::array<std::string_view, 3>{"_alt", "_full", "_clean"}) {
    const json& also = at(object, std::string(key) + std::string(suffix));
    if (also.is_array()) result.insert(result.end(), also.begin(), also.end());
    if (also.is_string()) result.push_back(also);
  }
  return result;
}

void score_names(const std::string& field, const std::string& context, const json& expected,
                 const json& optional, const json& ours, Judgements& out) {
  ListRules rules;
  rules.field = field;
  rules.right = [](const json& a, const json& b) -> std::optional<double> {
    if (!same_value(a, b, Form::kName)) return std::nullopt;
    return 1;
  };
  rules.near = [](const json& a, const json& b) -> std::optional<double> {
    const double likeness = token_overlap(text_of(a), text_of(b));
    if (likeness < 0.5) return std::nullopt;
    return likeness;
  };
  rules.optional = [](const json& a, const json& b) -> std::optional<double> {
    const double likeness = token_overlap(text_of(a), text_of(b));
    if (likeness < 0.6) return std::nullopt;
    return likeness;
  };
  rules.shown = [](const json& name) { return name; };
  const std::size_t before = out.size();
  score_list(rules, bare_names(expected), bare_names(optional), bare_names(ours), out);
  for (std::size_t i = before; i < out.size(); ++i) out[i].context = context;
}

bool is_partial(const json& gold, std::string_view key) {
  return text_at(gold, std::string(key) + "_scope") == "partial";
}

}  // namespace kehoach::eval
