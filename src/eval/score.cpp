#include "eval/score.h"

#include "eval/fields.h"

namespace kehoach::eval {

using nlohmann::json;

std::string_view name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kRight:
      return "right";
    case Verdict::kWrong:
      return "wrong";
    case Verdict::kMissed:
      return "missed";
    case Verdict::kExtra:
      return "extra";
  }
  return {};
}

DocumentScore score(const json& record, const json& gold, std::string document) {
  DocumentScore result{std::move(document), text_at(gold, "kind"), {}};
  Judgements& out = result.judgements;
  if (gold.contains("role")) {
    score_value({.field = "role",
                 .context = {},
                 .form = Form::kExact,
                 .expected = gold["role"],
                 .as_right = {},
                 .ours = at(record, "role"),
                 .evidence = {},
                 .confidence = {}},
                out);
  }
  score_source(record, gold, out);
  score_document(record, gold, out);
  score_figures("targets", record, gold, out);
  score_figures("results", record, gold, out);
  score_tasks(record, gold, out);
  score_citations(record, gold, out);
  score_sections(record, gold, out);
  score_table("task_table", record, gold, out);
  score_table("table", record, gold, out);
  score_tables(record, gold, out);
  return result;
}

}  // namespace kehoach::eval
