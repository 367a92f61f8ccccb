// Citations by number and date, then type, issuer and relation of the matched ones.
#include <algorithm>

#include "eval/entry_list.h"
#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

bool same_key(const json& gold, const json& ours, std::string_view key) {
  if (!gold.contains(key)) return true;
  const json& said = at(ours, key);
  const auto same = [&](const json& wanted) { return same_value(wanted, said, Form::kExact); };
  const auto as_right = alternatives(gold, key);
  return same(at(gold, key)) || std::any_of(as_right.begin(), as_right.end(), same);
}

// Which of several with one number and date is meant: the one that agrees most.
double agreement(const json& gold, const json& ours) {
  double sum = token_overlap(evidence_text(gold), evidence_text(ours));
  for (std::string_view key : {"type", "issuer", "title"}) {
    if (!at(gold, key).is_null() && same_value(at(gold, key), at(ours, key), Form::kName)) sum += 1;
  }
  return sum;
}

std::optional<double> right(const json& gold, const json& ours) {
  if (!same_key(gold, ours, "number") || !same_key(gold, ours, "date")) return std::nullopt;
  return agreement(gold, ours);
}

std::optional<double> near(const json& gold, const json& ours) {
  const bool number = !at(gold, "number").is_null() && same_key(gold, ours, "number");
  const bool date = !at(gold, "date").is_null() && same_key(gold, ours, "date");
  if (!number && !date) return std::nullopt;
  return (number ? 4 : 0) + (date ? 2 : 0) + agreement(gold, ours);
}

std::optional<double> optional_right(const json& optional, const json& ours) {
  const bool known = !at(optional, "number").is_null() || !at(optional, "date").is_null();
  if (known) {
    if (auto same = right(optional, ours)) return 2 + *same;
  }
  return takes_up(optional, ours);
}

json shown(const json& entry) {
  return {
      {"type", at(entry, "type")}, {"number", at(entry, "number")}, {"date", at(entry, "date")}};
}

void score_parts(const json& gold, const json& ours, Judgements& out) {
  const auto part = [](const json& value) {
    return value.is_string() ? " " + value.get<std::string>() : std::string();
  };
  const std::string context =
      text_at(gold, "type") + part(at(gold, "number")) + part(at(gold, "date"));
  for (const char* key : {"type", "issuer", "relation"}) {
    if (!gold.contains(key)) continue;
    score_value({.field = std::string("citation.") + key,
                 .context = context,
                 .form = std::string_view(key) == "issuer" ? Form::kName : Form::kExact,
                 .expected = gold[key],
                 .as_right = alternatives(gold, key),
                 .ours = at(ours, key),
                 .evidence = evidence_text(ours),
                 .confidence = {}},
                out);
  }
}

}  // namespace

void score_citations(const json& record, const json& gold, Judgements& out) {
  if (!gold.contains("citations")) return;
  const json& ours = at(record, "citations");
  const json& golds = gold["citations"];
  ListRules rules{.field = "citations",
                  .right = right,
                  .near = near,
                  .optional = optional_right,
                  .shown = shown,
                  .recall_only = is_partial(gold, "citations")};
  const auto pairs = score_list(rules, golds, along(gold, {"optional", "citations"}), ours, out);
  for (const auto& [g, o] : pairs) score_parts(golds[g], ours[o], out);
}

}  // namespace kehoach::eval
