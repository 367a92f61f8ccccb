// The schema takes a full record and one of a source that failed, and refuses what is broken.
#include <gtest/gtest.h>

#include <fstream>

#include "schema_faults.h"

namespace kehoach {
namespace {

using nlohmann::json;

constexpr const char* kRecord = R"json({
"schema": "kehoach/1",
"id": "kehoach:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
"generator": {"tool": "0.1.0", "patterns": "1", "libraries": {"icu": "72.1"}},
"source": {"path": "a.txt", "bytes": 900, "text_origin": "plain", "encoding": "UTF-8",
  "published": "2022-07-12T01:15:00+07:00", "attachments": [{"href": null, "label": "a.pdf"}],
  "signatures": [], "mission": "keys of source are open"},
"role": "document",
"document": {
  "number": {"value": "57/KH-UBND", "serial": 57, "year": null, "symbol": "KH-UBND",
    "complete": true, "confidence": 0.99, "rule": "number.header",
    "evidence": [{"source": "text", "text": "Số: 57/KH-UBND", "start": 0, "end": 14, "page": 1,
      "boxes": [[72, 96.4, 171.3, 110.2]], "original": "Số:57 /KH-UBND"}]},
  "type": {"value": "Kế hoạch", "code": "KH", "confidence": 1, "rule": "type",
    "evidence": [{"source": "signature", "text": "KH"}]},
  "issue_date": {"value": null, "partial": "2025-02", "confidence": 0.7, "rule": "date",
    "inferred": {"year": "published"},
    "evidence": [{"source": "metadata", "text": "2025"}]},
  "issuer": {"value": "UBND tỉnh Sơn La", "body": "UBND", "level": "province",
    "unit": {"name": "Sơn La", "code": "14", "province": "Sơn La"}, "confidence": 0.9,
    "rule": "issuer", "evidence": [{"source": "text", "text": "x", "start": 1, "end": 2}]},
  "place": null,
  "signer": {"value": null, "position": "CHỦ TỊCH", "authorities": ["TM. ỦY BAN NHÂN DÂN"],
    "confidence": 0.9, "rule": "signer",
    "evidence": [{"source": "text", "text": "x", "start": 1, "end": 2}]},
  "recipients": [{"text": "Lưu: VT", "confidence": 0.9, "rule": "recipient",
    "evidence": [{"source": "text", "text": "x", "start": 1, "end": 2}]}],
  "period": {"value": {"from": null, "to": 2025}, "confidence": 0.9, "rule": "period",
    "evidence": [{"source": "derived", "from": ["/document/title"]}]},
  "plan": {"value": true, "confidence": 1, "rule": "plan",
    "evidence": [{"source": "derived", "from": ["/document/type"]}]},
  "attached": []},
"targets": [{"indicator": {"code": "SIPAS", "name": "SIPAS"}, "change": "reach",
  "unit": "percent", "printed_unit": null, "min": 88.5, "max": null, "exclusive": true,
  "approximate": false, "printed": "88,5%", "of": null, "baseline_year": null, "year": 2025,
  "per": "half-year", "deadline": "2025-12-31", "confidence": 0.9, "rule": "reach",
  "evidence": [{"source": "text", "text": "trên 88,5%", "start": 20, "end": 30}]}],
"results": [],
"tasks": [{"label": "1", "text": "Rà soát", "lead": ["Sở Nội vụ"], "cooperating": [],
  "deadline": {"text": "quý II/2025", "from": "2025-04-01", "to": "2025-06-30",
    "recurring": null}, "deliverable": null, "section": ["II. NHIỆM VỤ"], "origin": "list",
  "confidence": 0.9, "rule": "task",
  "evidence": [{"source": "text", "text": "Rà soát", "start": 40, "end": 47}]}],
"citations": [{"number": "30/2020/NĐ-CP", "type": "Nghị định", "date": "2020-03-05",
  "issuer": "Chính phủ", "title": null, "relation": "basis", "confidence": 0.9, "rule": "c",
  "evidence": [{"source": "text", "text": "x", "start": 50, "end": 51}]}],
"sections": [{"label": "II", "title": "NHIỆM VỤ", "level": 1, "start": 30, "page": null,
  "children": [{"label": null, "title": "a", "level": 2, "start": 35, "children": []}]}],
"tables": [{"pages": [1], "header_rows": 1, "rows": [[{"text": "TT", "colspan": 2}], []]}],
"diagnostics": [{"code": "number-blank", "severity": "warning", "message": "m", "page": 1,
  "box": [0, 0, 1, 1]}]})json";

TEST(RecordSchema, TakesAFullRecord) {
  EXPECT_EQ(schema_faults(json::parse(kRecord)), std::vector<std::string>());
}

TEST(RecordSchema, TakesTheRecordOfASourceThatFailed) {
  EXPECT_EQ(schema_faults(json::parse(R"({"schema": "kehoach/1", "id": null,
    "generator": {"tool": "0.1.0", "patterns": "1", "libraries": {}}, "source": {"path": "gone"},
    "role": "none", "document": null, "targets": [], "results": [], "tasks": [], "citations": [],
    "sections": [], "tables": [],
    "diagnostics": [{"code": "unreadable", "severity": "error", "message": "no such file"}]})")),
            std::vector<std::string>());
}

TEST(RecordSchema, IsEmbeddedByteForByte) {
  std::ifstream file(KEHOACH_ROOT "/schema/kehoach-1.schema.json", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  EXPECT_EQ(output::record_schema(), text);
}

struct Break {
  const char* what;
  const char* operation;  // of a JSON Patch
};

TEST(RecordSchema, RefusesWhatIsBroken) {
  const Break kBreaks[] = {
      {"another schema", R"({"op": "replace", "path": "/schema", "value": "kehoach/2"})"},
      {"an id without namespace", R"({"op": "replace", "path": "/id", "value": "0123"})"},
      {"an unknown key at the top", R"({"op": "add", "path": "/target", "value": []})"},
      {"a key dropped", R"({"op": "remove", "path": "/results"})"},
      {"an unknown key of document", R"({"op": "add", "path": "/document/date", "value": null})"},
      {"an unknown role", R"({"op": "replace", "path": "/role", "value": "page"})"},
      {"a bare scalar", R"({"op": "add", "path": "/document/title", "value": "t"})"},
      {"no evidence", R"({"op": "replace", "path": "/targets/0/evidence", "value": []})"},
      {"evidence without offsets", R"({"op": "remove", "path": "/targets/0/evidence/0/start"})"},
      {"derived from nothing", R"({"op": "remove", "path": "/document/plan/evidence/0/from"})"},
      {"confidence over one", R"({"op": "replace", "path": "/tasks/0/confidence", "value": 2})"},
      {"no rule", R"({"op": "replace", "path": "/tasks/0/rule", "value": ""})"},
      {"an unknown unit", R"({"op": "replace", "path": "/targets/0/unit", "value": "bậc"})"},
      {"an unknown change", R"({"op": "replace", "path": "/targets/0/change", "value": "up"})"},
      {"a bound as text", R"({"op": "replace", "path": "/targets/0/min", "value": "88,5"})"},
      {"a date of another form",
       R"({"op": "replace", "path": "/citations/0/date", "value": "05/3/2020"})"},
      {"an unknown relation",
       R"({"op": "replace", "path": "/citations/0/relation", "value": "cites"})"},
      {"a number without completeness", R"({"op": "remove", "path": "/document/number/complete"})"},
      {"a box of three", R"({"op": "replace", "path": "/diagnostics/0/box", "value": [1, 2, 3]})"},
      {"a code with spaces",
       R"({"op": "replace", "path": "/diagnostics/0/code", "value": "number blank"})"},
      {"a broken section below a section",
       R"({"op": "remove", "path": "/sections/0/children/0/level"})"},
      {"page zero", R"({"op": "replace", "path": "/tables/0/pages/0", "value": 0})"},
  };
  for (const Break& broken : kBreaks) {
    const json patch = json::array({json::parse(broken.operation)});
    EXPECT_FALSE(schema_faults(json::parse(kRecord).patch(patch)).empty()) << broken.what;
  }
}

}  // namespace
}  // namespace kehoach
