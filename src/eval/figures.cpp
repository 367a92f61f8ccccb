// Targets and results: right when the figure is right and it is about the same thing.
#include <algorithm>
#include <array>

#include "eval/entry_list.h"
#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

constexpr double kNameF1 = 0.6;
constexpr double kEvidenceOverlap = 0.5;
constexpr std::array<std::string_view, 6> kFigureKeys = {"change", "unit",          "min",
                                                         "max",    "baseline_year", "year"};

bool same_figure(const json& gold, const json& ours) {
  return std::all_of(kFigureKeys.begin(), kFigureKeys.end(), [&](std::string_view key) {
    return !gold.contains(key) || same_value(at(gold, key), at(ours, key), Form::kExact);
  });
}

std::optional<double> about_the_same(const json& gold, const json& ours) {
  const json& wanted = at(gold, "indicator");
  const json& said = at(ours, "indicator");
  const bool code = at(wanted, "code").is_string() && at(wanted, "code") == at(said, "code");
  const double name = token_f1(text_at(wanted, "name"), text_at(said, "name"));
  const double overlap = token_overlap(evidence_text(gold), evidence_text(ours));
  if (!code && name < kNameF1 && overlap < kEvidenceOverlap) return std::nullopt;
  return (code ? 1 : 0) + name + overlap;
}

std::optional<double> right(const json& gold, const json& ours) {
  if (!same_figure(gold, ours)) return std::nullopt;
  return about_the_same(gold, ours);
}

// Among entries about the same thing those that share most of the figure are compared.
std::optional<double> near(const json& gold, const json& ours) {
  const auto about = about_the_same(gold, ours);
  if (!about) return std::nullopt;
  const auto same = std::count_if(kFigureKeys.begin(), kFigureKeys.end(), [&](auto key) {
    return same_value(at(gold, key), at(ours, key), Form::kExact);
  });
  return *about + static_cast<double>(same);
}

// Besides what all optional entries take up: a figure that would be right if it were no option.
std::optional<double> optional_right(const json& optional, const json& ours) {
  if (optional.contains("change")) {
    if (auto same = right(optional, ours)) return 2 + *same;
  }
  return takes_up(optional, ours);
}

json shown(const json& entry) {
  json result = json::object();
  result["indicator"] = at(entry, "indicator");
  for (std::string_view key : kFigureKeys) result[std::string(key)] = at(entry, key);
  return result;
}

}  // namespace

void score_figures(std::string_view field, const json& record, const json& gold, Judgements& out) {
  const std::string key(field);
  if (!gold.contains(key) || at(gold, "role") == "none") return;
  ListRules rules{.field = key,
                  .right = right,
                  .near = near,
                  .optional = optional_right,
                  .shown = shown,
                  .recall_only = is_partial(gold, field)};
  score_list(rules, gold[key], along(gold, {"optional", field}), at(record, field), out);
}

}  // namespace kehoach::eval
