// The scorers of single parts of a record; eval/score.h joins them. Each appends its judgements to
// `out` and does nothing where the gold is silent.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "eval/score.h"
#include "eval/text_match.h"

namespace kehoach::eval {

using Judgements = std::vector<Judgement>;

void score_source(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);
void score_document(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);
// `field`: "targets" or "results".
void score_figures(std::string_view field, const nlohmann::json& record, const nlohmann::json& gold,
                   Judgements& out);
void score_tasks(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);
void score_citations(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);
void score_sections(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);
// `field`: "task_table" or "table".
void score_table(std::string_view field, const nlohmann::json& record, const nlohmann::json& gold,
                 Judgements& out);

// All tables, cell by cell; what the gold does not have is extra.
void score_tables(const nlohmann::json& record, const nlohmann::json& gold, Judgements& out);

// One value: what gold says at `key` (with what is as right: KEY_alt, KEY_full, KEY_clean, and null
// where `null_is_right`) against `ours`. Both null: nothing is judged.
struct Value {
  std::string field, context;
  Form form = Form::kExact;
  const nlohmann::json& expected;
  std::vector<nlohmann::json> as_right;
  bool null_is_right = false;
  const nlohmann::json& ours;
  std::string evidence;
  std::optional<double> confidence;
};
void score_value(const Value& value, Judgements& out);

// KEY_alt, KEY_full and KEY_clean of `object`, each a string or a list.
std::vector<nlohmann::json> alternatives(const nlohmann::json& object, std::string_view key);

// Lists of names (leads, authorities, labels), each name a value of its own.
void score_names(const std::string& field, const std::string& context,
                 const nlohmann::json& expected, const nlohmann::json& optional,
                 const nlohmann::json& ours, Judgements& out);

// True where the gold's list of `key` is not complete.
bool is_partial(const nlohmann::json& gold, std::string_view key);

}  // namespace kehoach::eval
