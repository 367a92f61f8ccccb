// Every rule of docs/record.md, "Scoring": a record, a gold, and the judgements they give.
#include "eval/score.h"

#include <gtest/gtest.h>

#include "eval/gold.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

struct Case {
  const char* what;
  const char* record;
  const char* gold;
  const char* expected;  // "FIELD VERDICT", joined by "; "
};

std::string dump(const DocumentScore& score) {
  std::string text;
  for (const Judgement& judgement : score.judgements) {
    if (!text.empty()) text += "; ";
    text += judgement.field + " " + std::string(name(judgement.verdict));
  }
  return text;
}

void run(const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    json gold = json::parse(test.gold);
    gold["kind"] = "text";
    EXPECT_EQ(gold_faults(gold, "gold"), std::vector<std::string>()) << test.what;
    EXPECT_EQ(dump(score(json::parse(test.record), gold, "a")), test.expected) << test.what;
  }
}

TEST(Score, Scalars) {
  run({
      {"right", R"({"role": "about", "document": {"number": {"value": "57/KH-UBND"}}})",
       R"({"role": "about", "document": {"number": "57/KH-UBND"}})",
       "role right; document.number right"},
      {"a wrong value", R"({"document": {"number": {"value": "5/KH-UBND"}}})",
       R"({"document": {"number": "57/KH-UBND"}})", "document.number wrong"},
      {"not found", R"({"document": {"number": null}})",
       R"({"document": {"number": "57/KH-UBND"}})", "document.number missed"},
      {"no document at all", R"({"document": null})", R"({"document": {"number": "57/KH-UBND"}})",
       "document.number missed"},
      {"ours where there is none", R"({"document": {"number": {"value": "57/KH-UBND"}}})",
       R"({"document": {"number": null}})", "document.number extra"},
      {"null on both sides", R"({"document": {}})", R"({"document": {"number": null}})", ""},
      {"a key that the gold does not have", R"({"document": {"number": {"value": "1"}}})",
       R"({"document": {}})", ""},
      {"case counts in numbers, not in names",
       R"({"document": {"number": {"value": "57/kh-ubnd"}, "title": {"value": "Về Ho\u00e0 giải."}}})",
       R"({"document": {"number": "57/KH-UBND", "title": "VỀ HÒA GIẢI"}})",
       "document.number wrong; document.title right"},
      {"as right as the main value",
       R"({"document": {"issuer": {"value": "Ủy ban nhân dân tỉnh Sơn La"},
           "title": {"value": "ứng phó bão"}, "type": {"value": "Kế hoạch hành động"},
           "issue_date": {"value": "2022-01-06"}, "number": {"value": "8/KH-UBND"}}})",
       R"({"document": {"number": "08/KH-UBND", "number_alt": ["8/KH-UBND"], "type": "Kế hoạch",
           "type_full": "Kế hoạch hành động", "issue_date": "2022-01-05", "date_alt": ["2022-01-06"],
           "issuer": "UBND tỉnh Sơn La", "issuer_full": "Ủy ban nhân dân tỉnh Sơn La",
           "title": "Về ứng phó bão", "title_clean": "ứng phó bão"}})",
       "document.number right; document.type right; document.issue_date right; "
       "document.issuer right; document.title right"},
      {"handwritten: null is right too", R"({"document": {}})",
       R"({"document": {"number": "57/KH-UBND", "number_handwritten": true,
           "issue_date": "2022-01-05", "date_handwritten": true}})",
       ""},
      {"handwritten: a wrong value is wrong",
       R"({"document": {"number": {"value": "51/KH-UBND"}, "issue_date": {"value": "2022-01-05"}}})",
       R"({"document": {"number": "57/KH-UBND", "number_handwritten": true,
           "issue_date": "2022-01-05", "date_handwritten": true}})",
       "document.number wrong; document.issue_date right"},
      {"sub-keys",
       R"({"document": {"number": {"value": "57", "complete": false, "serial": 57, "symbol": null},
           "type": {"value": "Kế hoạch", "code": "KH"},
           "issue_date": {"value": null, "partial": "2022-07", "inferred": {"year": "published"}},
           "issuer": {"value": "x", "level": "province", "unit": {"name": "Sơn La", "code": "14"}},
           "signer": {"value": null, "position": "Chủ tịch", "authorities": ["TM. UBND", "KT. A"]},
           "recipients": [{"text": "Như trên"}, {"text": "Lưu: VT"}],
           "period": {"value": {"from": 2021, "to": 2025}}, "plan": {"value": true}}})",
       R"({"document": {"number_complete": false, "number_serial": 57, "number_symbol": null,
           "type_code": "KH", "issue_date_partial": "2022-07",
           "issue_date_inferred": {"year": "published"}, "issuer_level": "province",
           "issuer_unit": {"name": "SƠN LA", "code": "14", "province": null},
           "signer": "Lê A", "signer_position": "CHỦ TỊCH", "signer_authorities": ["TM. UBND"],
           "recipients_count": 2, "period": {"from": 2021, "to": 2025}, "plan": true}})",
       "document.number_complete right; document.number_serial right; document.type_code right; "
       "document.issue_date_partial right; document.issue_date_inferred right; "
       "document.issuer_level right; document.issuer_unit right; document.signer missed; "
       "document.signer_position right; document.period right; document.plan right; "
       "document.signer_authorities right; document.signer_authorities extra; "
       "document.recipients_count right"},
      {"counts of recipients", R"({"document": {"recipients": []}})",
       R"({"document": {"recipients_count": 0}})", ""},
      {"a recipient too many", R"({"document": {"recipients": [{"text": "a"}]}})",
       R"({"document": {"recipients_count": 0}})", "document.recipients_count extra"},
      {"attached documents", R"({"document": {"attached": [{"type": "Kế hoạch", "title": "B"}]}})",
       R"({"document": {"attached": [{"type": "Kế hoạch", "title": "b"}]}})",
       "document.attached right"},
      {"facts of the source",
       R"({"source": {"published": "2022-07-12T01:15:00+07:00",
           "attachments": [{"label": "b.pdf"}, {"label": "Kế hoạch.PDF"}]}})",
       R"({"source": {"published": "2022-07-12T01:15:00+07:00", "url": null,
           "attachments": [{"label": "kế hoạch.pdf"}]},
           "optional": {"attachments": [{"label": "B.pdf"}]}})",
       "source.published right; source.attachments right"},
  });
}

constexpr const char* kGold =
    R"({"indicator": {"code": "SIPAS", "name": "SIPAS"}, "change": "increase", "unit": "rank",
        "min": 5, "max": 7, "baseline_year": 2021, "year": 2022,
        "evidence": "PAR Index và SIPAS năm 2022 tăng 5-7 bậc so với năm 2021"})";

// `gold` and `ours` differ by what each case merges into the common figure.
std::string judge_figure(const char* ours_patch, const char* gold_patch = "{}",
                         const char* gold_top = "{}") {
  json gold_entry = json::parse(kGold), ours = json::parse(kGold);
  gold_entry.merge_patch(json::parse(gold_patch));
  // A merge patch drops what is null; "absent" in the tables stands for null in ours.
  ours.merge_patch(json::parse(ours_patch));
  ours["evidence"] = json::array({{{"source", "text"}, {"text", ours["evidence"]}}});
  json gold = {{"kind", "text"}, {"targets", json::array({gold_entry})}};
  gold.merge_patch(json::parse(gold_top));
  EXPECT_EQ(gold_faults(gold, "gold"), std::vector<std::string>());
  return dump(score({{"targets", json::array({ours})}}, gold, "a"));
}

TEST(Score, AFigureIsRightAsAWhole) {
  struct Change {
    const char *ours, *gold, *expected;
  };
  const Change kChanges[] = {
      {"{}", "{}", "targets right"},
      {R"({"min": 4})", "{}", "targets wrong"},
      {R"({"max": null})", "{}", "targets wrong"},
      {R"({"change": "reach"})", "{}", "targets wrong"},
      {R"({"unit": "point"})", "{}", "targets wrong"},
      {R"({"year": 2023})", "{}", "targets wrong"},
      {R"({"baseline_year": null})", "{}", "targets wrong"},
      {R"({"year": 2023})", R"({"year": null})", "targets right"},  // null in a patch: not in gold
      {R"({"max": null, "exclusive": true})", R"({"max": null})", "targets right"},
      // About the same thing by code, by name or by evidence; one of them is enough.
      {R"({"indicator": {"name": "b"}, "evidence": "c"})", "{}", "targets right"},
      {R"({"indicator": {"code": null, "name": "c"}})", "{}", "targets right"},
      {R"({"indicator": {"code": "PAPI", "name": "chỉ số hài lòng chung"}, "evidence": "c"})",
       R"({"indicator": {"name": "chỉ số hài lòng"}})", "targets right"},
      {R"({"indicator": {"code": "PAPI", "name": "b"}, "evidence": "c"})", "{}",
       "targets missed; targets extra"},
      {R"({"indicator": {"code": null, "name": "b"}, "evidence": "tăng 5-7 trong quý"})",
       R"({"indicator": {"code": null}})", "targets right"},
      {R"({"indicator": {"code": null, "name": "b"}, "evidence": "tăng trong quý một"})",
       R"({"indicator": {"code": null}})", "targets missed; targets extra"},
  };
  for (const Change& test : kChanges) {
    EXPECT_EQ(judge_figure(test.ours, test.gold), test.expected) << test.ours << test.gold;
  }
}

TEST(Score, ScopeRoleAndOptionsDecideWhatCounts) {
  struct Change {
    const char *ours, *top, *expected;
  };
  const Change kChanges[] = {
      {R"({"min": 4})", R"({"targets_scope": "partial"})", "targets missed"},
      {R"({"indicator": null, "evidence": "c"})", R"({"targets_scope": "partial"})",
       "targets missed"},
      {R"({"min": 4})", R"({"targets_scope": "part two"})", "targets wrong"},
      {R"({"min": 4})", R"({"role": "none"})", "role missed"},
      {R"({"min": 4})", R"({"targets": []})", "targets extra"},
      {R"({"min": 4})", R"({"targets": null})", ""},
      {R"({"min": 4})",
       R"({"targets": [], "optional": {"targets": [{"text": "SIPAS năm 2022 tăng 5-7 bậc nữa"}]}})",
       ""},
      {R"({"min": 4})",
       R"({"targets": [], "optional": {"targets": [{"evidence": "một câu khác về SIPAS"}]}})",
       "targets extra"},
      {R"({"min": 4})", R"({"optional": {"targets": [{"text": "SIPAS năm 2022 tăng 5-7 bậc"}]}})",
       "targets missed"},
      // Right by the rule of the list, with no evidence in common.
      {R"({"evidence": "c"})",
       R"({"targets": [], "optional": {"targets": [{"indicator": {"code": "SIPAS"},
           "change": "increase", "unit": "rank", "min": 5, "max": 7}]}})",
       ""},
  };
  for (const Change& test : kChanges) {
    EXPECT_EQ(judge_figure(test.ours, "{}", test.top), test.expected) << test.ours << test.top;
  }
}

TEST(Score, AnOptionTakesUpOneEntry) {
  run({{"two of ours, one option",
        R"({"results": [{"change": "reach", "evidence": [{"text": "chiếm 12 % tổng số"}]},
                        {"change": "reach", "evidence": [{"text": "chiếm 12 % tổng số"}]}]})",
        R"({"results": [], "optional": {"results": [{"text": "chiếm 12 %"}]}})", "results extra"},
       {"a right entry is not wasted on an option",
        R"({"tasks": [{"text": "rà soát thủ tục hành chính"}]})",
        R"({"tasks": [{"text": "rà soát thủ tục hành chính"}],
            "optional": {"tasks": [{"text": "rà soát thủ tục"}]}})",
        "tasks right"}});
}

TEST(Score, Tasks) {
  run({
      {"matched by words, then their bodies and deadline",
       R"({"tasks": [{"text": "Rà soát, công bố thủ tục hành chính", "lead": ["sở Nội vụ."],
            "cooperating": ["UBND cấp xã", "Sở Y tế"], "deadline": {"text": "Quý II"}}]})",
       R"({"tasks": [{"text": "rà soát công bố thủ tục hành chính", "lead": ["Sở Nội vụ"],
            "cooperating": ["Công an tỉnh", "UBND cấp xã"], "deadline": {"text": "quý III"}}]})",
       "tasks right; task.lead right; task.cooperating missed; task.cooperating right; "
       "task.cooperating extra; task.deadline wrong"},
      {"below 0.8: wrong, and its parts are not scored",
       R"({"tasks": [{"text": "rà soát", "lead": ["a"]}]})",
       R"({"tasks": [{"text": "rà soát thủ tục", "lead": ["a"]}]})", "tasks wrong"},
      {"nothing alike", R"({"tasks": [{"text": "in tờ rơi"}]})",
       R"({"tasks": [{"text": "rà soát thủ tục"}]})", "tasks missed; tasks extra"},
      {"sub-keys that the gold does not have",
       R"({"tasks": [{"text": "rà soát", "lead": ["a"], "deadline": {"text": "quý I"}}]})",
       R"({"tasks": [{"text": "rà soát"}]})", "tasks right"},
      {"a deadline where there is none",
       R"({"tasks": [{"text": "rà soát", "deadline": {"text": "quý I"}}]})",
       R"({"tasks": [{"text": "rà soát", "deadline": null, "lead": []}]})",
       "tasks right; task.deadline extra"},
      {"one to one", R"({"tasks": [{"text": "mở lớp tập huấn cho cán bộ xã"}]})",
       R"({"tasks": [{"text": "mở lớp tập huấn cho cán bộ"}, {"text": "mở lớp tập huấn cho cán bộ xã"}]})",
       "tasks missed; tasks right"},
      {"with role none tasks and citations are scored",
       R"({"tasks": [{"text": "rà soát"}], "role": "none"})",
       R"({"tasks": [], "citations": [], "results": [], "role": "none"})",
       "role right; tasks extra"},
  });
}

TEST(Score, Citations) {
  run({
      {"number and date, then the rest",
       R"({"citations": [{"number": "30/2020/NĐ-CP", "date": "2020-03-05", "type": "Nghị định",
            "issuer": "chính phủ", "relation": "mentions"}]})",
       R"({"citations": [{"number": "30/2020/NĐ-CP", "date": "2020-03-05", "type": "Nghị định",
            "issuer": "Chính phủ", "relation": "basis"}]})",
       "citations right; citation.type right; citation.issuer right; citation.relation wrong"},
      {"another date",
       R"({"citations": [{"number": "30/2020/NĐ-CP", "date": null, "type": "Nghị định"}]})",
       R"({"citations": [{"number": "30/2020/NĐ-CP", "date": "2020-03-05", "type": "Nghị định"}]})",
       "citations wrong"},
      {"other numbers and dates are as right",
       R"({"citations": [{"number": "8/CT-TTg", "date": "2025-11-07"}]})",
       R"({"citations": [{"number": "08/CT-TTg", "number_alt": ["8/CT-TTg"], "date": null,
            "date_alt": ["2025-11-07"]}]})",
       "citations right"},
      {"laws known by date only: the one that agrees most",
       R"({"citations": [{"number": null, "date": "2015-06-19", "title": "Luật B"},
                         {"number": null, "date": "2015-06-19", "title": "Luật A", "type": "Luật"}]})",
       R"({"citations": [{"number": null, "date": "2015-06-19", "title": "Luật A", "type": "Luật"}]})",
       "citations right; citations extra; citation.type right"},
      {"an option by number", R"({"citations": [{"number": "01:2019/BCT", "date": null}]})",
       R"({"citations": [], "optional": {"citations": [{"number": "01:2019/BCT", "date": null}]}})",
       ""},
      {"only recall", R"({"citations": [{"number": "1/KH-UBND", "date": null}]})",
       R"({"citations": [{"number": "2/KH-UBND", "date": null}], "citations_scope": "partial"})",
       "citations missed"},
  });
}

TEST(Score, Sections) {
  constexpr const char* kRecord =
      R"({"sections": [{"label": "Phần thứ nhất", "title": "ĐÁNH GIÁ", "children": [
            {"label": "I", "title": "MỤC TIÊU", "children": []}]},
          {"label": "Điều 1", "title": "Ban hành kèm theo", "children": []},
          {"label": "3", "title": "Giao Sở Tư pháp theo dõi", "children": []}]})";
  run({
      {"found", kRecord,
       R"({"sections": ["Phần thứ nhất ĐÁNH GIÁ / I. Mục tiêu", "Điều 1", "3. Giao Sở Tư pháp ..."]})",
       "sections right; sections right; sections right"},
      {"not found: another title, another place", kRecord,
       R"({"sections": ["I. MỤC ĐÍCH", "Phần thứ hai / I. MỤC TIÊU", "3. Giao Sở Tư pháp"]})",
       "sections missed; sections missed; sections missed"},
      {"each once", kRecord, R"({"sections": ["Điều 1", "Điều 1"]})",
       "sections right; sections missed"},
      {"none may be found", R"({"sections": [{"label": "I", "title": "A"}]})",
       R"({"sections": []})", "sections extra"},
  });
}

TEST(Score, Tables) {
  constexpr const char* kGoldTable = R"json({"task_table": {
      "pages": [3], "columns": ["TT", "Nhiệm vụ", "Phân công / Chủ trì"],
      "row_count": 2, "row_count_alt": [3], "group_rows": ["I Cải cách thể chế"],
      "numbering_row": ["(1)", "(2)", "(3)"],
      "first_row": {"TT": "1", "Nhiệm vụ": "Rà soát văn bản", "Chủ trì": "Sở Tư pháp"},
      "last_row": {"TT": "2", "Nhiệm vụ": "Công bố thủ tục", "Chủ trì": ""}}})json";
  constexpr const char* kTables = R"json({"tables": [
      {"pages": [9], "header_rows": 0, "rows": [[{"text": "x"}]]},
      {"pages": [3], "header_rows": 2, "rows": [
        [{"text": "TT", "rowspan": 2}, {"text": "Nhiệm vụ", "rowspan": 2}, {"text": "Phân công"}],
        [{"text": "Chủ trì"}],
        [{"text": "(1)"}, {"text": "(2)"}, {"text": "(3)"}],
        [{"text": "I Cải cách thể chế", "colspan": 3}],
        [{"text": "1"}, {"text": "Rà soát văn bản."}, {"text": "Sở Tư pháp"}],
        [{"text": "2"}, {"text": "Công bố danh mục thủ tục"}, {"text": ""}]]}]})json";
  run({
      {"rows and cells, a blank cell for a blank one", kTables, kGoldTable,
       "task_table.row_count right; task_table.cells right; task_table.cells right; "
       "task_table.cells right; task_table.cells wrong; task_table.cells right"},
      {"no table", R"({"tables": []})", kGoldTable,
       "task_table.row_count missed; task_table.cells missed; task_table.cells missed; "
       "task_table.cells missed; task_table.cells missed; task_table.cells missed"},
      {"another count",
       R"({"tables": [{"pages": [3], "header_rows": 1,
           "rows": [[{"text": "TT"}], [{"text": "1"}]]}]})",
       R"({"table": {"pages": [3], "columns": ["TT"], "row_count": 2, "row_count_alt": [3]}})",
       "table.row_count wrong"},
  });
}

TEST(Score, TablesCellByCell) {
  constexpr const char* kAllCells = R"json({"tables": [{"header_rows": 1, "rows": [
      ["TT", "Thôn, buôn", "Số cây"],
      [{"text": "I. Cây bóng mát", "colspan": 3}],
      ["1", {"text": "Thôn Ea Pô", "rowspan": 2}, "120"],
      ["2", ""]]}]})json";
  run({
      {"all right",
       R"json({"tables": [{"header_rows": 1, "rows": [
          [{"text": "TT"}, {"text": "Thôn, buôn"}, {"text": "Số cây"}],
          [{"text": "I. Cây bóng mát", "rowspan": 1, "colspan": 3}],
          [{"text": "1"}, {"text": "Thôn Ea Pô", "rowspan": 2, "colspan": 1}, {"text": "120"}],
          [{"text": "2"}, {"text": ""}]]}]})json",
       kAllCells,
       "tables right; tables.header_rows right; tables.cells right; tables.cells right; "
       "tables.cells right; tables.cells right; tables.cells right; tables.cells right; "
       "tables.cells right; tables.cells right; tables.cells right"},
      {"a row that ours has not, a span that is none, a table more",
       R"json({"tables": [{"header_rows": 1, "rows": [
          [{"text": "TT"}, {"text": "Thôn, buôn"}, {"text": "Số cây"}],
          [{"text": "1"}, {"text": "Thôn Ea Pô"}, {"text": "120"}],
          [{"text": "2"}, {"text": ""}, {"text": ""}]]}, {"rows": [[{"text": "khác"}]]}]})json",
       kAllCells,
       "tables right; tables.header_rows right; tables.cells right; tables.cells right; "
       "tables.cells right; tables.cells missed; tables.cells right; tables.cells wrong; "
       "tables.cells right; tables.cells right; tables.cells right; tables.cells extra; "
       "tables extra"},
      {"none where there may be none", R"({"tables": []})", R"({"tables": []})", ""},
      {"one where there may be none", R"({"tables": [{"rows": [[{"text": "a"}]]}]})",
       R"({"tables": []})", "tables extra"},
  });
}

TEST(Score, AJudgementKeepsWhatItRestsOn) {
  const json record = json::parse(
      R"({"document": {"number": {"value": "5", "confidence": 0.8, "evidence": [{"text": "Số: 5"}]}},
          "tasks": [{"text": "rà soát", "lead": ["b"], "confidence": 0.7,
                     "evidence": [{"text": "1. Rà soát"}]}]})");
  const json gold = json::parse(
      R"({"kind": "scanned", "document": {"number": "6"},
          "tasks": [{"text": "rà soát", "lead": ["a"]}, {"text": "in tờ rơi", "evidence": "- In"}]})");
  const DocumentScore result = score(record, gold, "x.txt");
  EXPECT_EQ(result.document, "x.txt");
  EXPECT_EQ(result.kind, "scanned");
  ASSERT_EQ(result.judgements.size(), 5u);
  const Judgement& number = result.judgements[0];
  EXPECT_EQ(number.expected, "6");
  EXPECT_EQ(number.got, "5");
  EXPECT_EQ(number.evidence, "Số: 5");
  EXPECT_EQ(number.confidence, 0.8);
  EXPECT_EQ(result.judgements[1].confidence, 0.7);
  EXPECT_EQ(result.judgements[2].evidence, "- In");
  EXPECT_EQ(result.judgements[2].confidence, std::nullopt);
  EXPECT_EQ(result.judgements[3].context, "rà soát");
  EXPECT_EQ(result.judgements[3].expected, "a");
}

}  // namespace
}  // namespace kehoach::eval
