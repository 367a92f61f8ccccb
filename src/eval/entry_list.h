// Scoring of one list: gold entries against ours, optional entries taking up extra ones.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "eval/score.h"

namespace kehoach::eval {

// Nullopt: these two are no pair. Otherwise how alike they are.
using Likeness =
    std::function<std::optional<double>(const nlohmann::json& gold, const nlohmann::json& ours)>;

struct ListRules {
  std::string field;
  Likeness right;     // ours says what gold says
  Likeness near;      // ours means the same thing but says it wrong: for the differences only
  Likeness optional;  // a gold entry that counts neither way takes ours up
  std::function<nlohmann::json(const nlohmann::json& entry)> shown;  // what a judgement shows
  bool recall_only = false;                                          // the gold is not complete
};

// Judges `gold` (with `optional` entries) against `ours`, appends to `out`, and returns the right
// pairs as indices {gold, ours}. Missing lists are null.
std::vector<std::pair<std::size_t, std::size_t>> score_list(const ListRules& rules,
                                                            const nlohmann::json& gold,
                                                            const nlohmann::json& optional,
                                                            const nlohmann::json& ours,
                                                            std::vector<Judgement>& out);

// The rule for optional entries that all lists share: evidence or text in common, 0.6 of the
// shorter.
std::optional<double> takes_up(const nlohmann::json& optional, const nlohmann::json& ours);

}  // namespace kehoach::eval
