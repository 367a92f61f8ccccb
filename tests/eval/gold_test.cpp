// Gold is refused with a message that names file, place and what is allowed.
#include "eval/gold.h"

#include <gtest/gtest.h>

namespace kehoach::eval {
namespace {

using nlohmann::json;

struct Case {
  const char* gold;
  std::vector<std::string> faults;  // after "a.gold.json: "
};

const char* const kDocumentKeys =
    "attached, date_alt, date_handwritten, issue_date, issue_date_alt, issue_date_inferred, "
    "issue_date_partial, issuer, issuer_alt, issuer_body, issuer_clean, issuer_full, issuer_level, "
    "issuer_unit, number, number_alt, number_clean, number_complete, number_full, "
    "number_handwritten, number_serial, number_symbol, number_year, period, place, place_alt, "
    "place_clean, place_full, plan, recipients, recipients_count, secrecy, signer, signer_alt, "
    "signer_authorities, signer_clean, signer_full, signer_position, signer_position_alt, "
    "signer_position_clean, signer_position_full, title, title_alt, title_clean, title_full, type, "
    "type_alt, type_clean, type_code, type_full, urgency";

TEST(Gold, FaultsAreNamedWithFilePlaceAndWhatIsAllowed) {
  const Case kCases[] = {
      {R"({"kind": "text", "role": "none", "targets": []})", {}},
      {R"([])", {"is a list; allowed: object"}},
      {R"({"role": "none"})", {"has none of the keys it needs; allowed: kind"}},
      {R"({"kind": "txt"})",
       {R"(/kind: "txt" is unknown; allowed: text, page, digital, derived, scanned, legacy)"}},
      {R"({"kind": "text", "role": "plan"})",
       {R"(/role: "plan" is unknown; allowed: document, about, none)"}},
      {R"({"kind": "text", "document": {"date": "2022-01-01"}})",
       {std::string("/document/date: unknown key; allowed: ") + kDocumentKeys}},
      {R"({"kind": "text", "document": {"plan": "yes"}})",
       {"/document/plan: is a string; allowed: boolean, null"}},
      {R"({"kind": "text", "document": {"issue_date": "5/3/2020"}})",
       {R"(/document/issue_date: "5/3/2020" is no date; allowed: YYYY-MM-DD)"}},
      {R"({"kind": "text", "targets": {}})", {"/targets: is an object; allowed: list"}},
      {R"({"kind": "text", "targets": [{"evidence": "x", "unit": "bậc", "change": "up",
          "min": "5", "year": 2022.5}]})",
       {R"(/targets/0/change: "up" is unknown; allowed: increase, decrease, reach, maintain)",
        "/targets/0/min: is a string; allowed: number, null",
        R"(/targets/0/unit: "bậc" is unknown; allowed: rank, percent, percentage_point, point, )"
        "money, duration, count",
        "/targets/0/year: is a number; allowed: integer, null"}},
      {R"({"kind": "text", "results": [{"min": 5}]})",
       {"/results/0: has none of the keys it needs; allowed: indicator, evidence"}},
      {R"({"kind": "text", "citations": [{"number": "1/a", "relation": "cites"}]})",
       {R"(/citations/0/relation: "cites" is unknown; allowed: basis, implements, amends, )"
        "replaces, attached-to, mentions"}},
      {R"({"kind": "text", "optional": {"tasks": [{"lead": []}]}})",
       {"/optional/tasks/0: has none of the keys it needs; allowed: text, evidence, number, date, "
        "indicator"}},
      {R"({"kind": "text", "table": {"first_row": {"a/b": 1}}})",
       {"/table/first_row/a~1b: is an integer; allowed: string"}},
      {R"({"kind": "text", "targets_scope": "partial", "targets_note": "x", "sections": ["I. A"],
          "document": {"issuer_alt": ["a"], "issuer_full": "b", "number_handwritten": true},
          "tasks": [{"text": "t", "deadline": {"text": "quý I", "text_alt": "Quý I/2022"}}]})",
       {}},
  };
  for (const Case& test : kCases) {
    std::vector<std::string> faults;
    for (const std::string& fault : test.faults) faults.push_back("a.gold.json: " + fault);
    EXPECT_EQ(gold_faults(json::parse(test.gold), "a.gold.json"), faults) << test.gold;
  }
}

}  // namespace
}  // namespace kehoach::eval
