// Tasks by their text, then bodies and deadlines of the matched ones.
#include "eval/entry_list.h"
#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

constexpr double kTextF1 = 0.8;
constexpr double kNearF1 = 0.4;  // for the differences only

Likeness text_alike(double least) {
  return [least](const json& gold, const json& ours) -> std::optional<double> {
    const double likeness = token_f1(text_at(gold, "text"), text_at(ours, "text"));
    if (likeness < least) return std::nullopt;
    return likeness;
  };
}

void score_parts(const json& gold, const json& ours, Judgements& out) {
  const std::string context = text_at(gold, "text");
  for (const char* key : {"lead", "cooperating"}) {
    if (!gold.contains(key)) continue;
    score_names(std::string("task.") + key, context, gold[key], {}, at(ours, key), out);
  }
  if (!gold.contains("deadline")) return;
  score_value({.field = "task.deadline",
               .context = context,
               .form = Form::kName,
               .expected = along(gold, {"deadline", "text"}),
               .as_right = alternatives(gold["deadline"], "text"),
               .ours = along(ours, {"deadline", "text"}),
               .evidence = evidence_text(ours),
               .confidence = {}},
              out);
}

}  // namespace

void score_tasks(const json& record, const json& gold, Judgements& out) {
  if (!gold.contains("tasks")) return;
  const json& ours = at(record, "tasks");
  ListRules rules{.field = "tasks",
                  .right = text_alike(kTextF1),
                  .near = text_alike(kNearF1),
                  .optional = takes_up,
                  .shown = [](const json& entry) { return at(entry, "text"); },
                  .recall_only = is_partial(gold, "tasks")};
  const auto pairs =
      score_list(rules, gold["tasks"], along(gold, {"optional", "tasks"}), ours, out);
  for (const auto& [g, o] : pairs) score_parts(gold["tasks"][g], ours[o], out);
}

}  // namespace kehoach::eval
