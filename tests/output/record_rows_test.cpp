#include "output/sheets/record_rows.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "output/sheets/csv.h"

namespace kehoach::output {
namespace {

const char* const kRecord = R"({
  "id": "kehoach:00", "role": "document",
  "source": {"path": "a.pdf", "sha256": "00", "pages": 3, "media_type": "application/pdf"},
  "document": {
    "number": {"value": "77/KH-UBND", "serial": 77, "symbol": "KH-UBND"},
    "type": {"value": "Kế hoạch", "code": "KH"},
    "issue_date": {"value": "2024-03-12"},
    "issuer": {"value": "UBND tỉnh Lâm Đồng", "level": "province",
               "unit": {"name": "Lâm Đồng", "code": "68", "province": null}},
    "title": {"value": "Cải cách hành chính"}, "period": {"value": {"from": 2024, "to": 2025}},
    "plan": {"value": true}, "signer": null},
  "targets": [
    {"indicator": {"code": "PAR_INDEX", "name": "Chỉ số"}, "change": "reach", "unit": "percent",
     "min": 88.5, "max": null, "exclusive": true, "printed": "trên 88,5%", "year": 2024,
     "deadline": "2025", "confidence": 0.9, "rule": "r",
     "evidence": [{"source": "text", "text": "đạt trên 88,5%", "start": 4, "end": 18, "page": 2}]},
    {"indicator": {"code": null, "name": "Hồ sơ"}, "deadline": "2025-06-30"}],
  "results": [],
  "tasks": [{"label": "1", "text": "Rà soát", "lead": ["Sở A", "Sở B"], "cooperating": [],
             "deadline": {"text": "Quý II", "from": "2024-04-01", "to": "2024-06-30"},
             "section": ["II. NHIỆM VỤ", "1. Chung"], "origin": "list", "confidence": 1}],
  "citations": [{"number": "01/NQ-CP", "date": "2024-01-05", "relation": "basis"},
                {"number": "9/KH-UBND", "date": null, "relation": "mentions"}],
  "corrections": [{"field": "/document/issue_date"}, {"field": "/document/issuer/level"},
                  {"field": "/role"}, {"field": "/targets/1/min"},
                  {"field": "/targets/1/indicator/name"}, {"field": "/targets/11/max"}]
})";

std::string rows(RecordTable table, const ArchivedDocument& document) {
  const Json record = Json::parse(kRecord);
  std::string out;
  for (std::size_t i = 0; i < row_count(table, record); ++i)
    out += csv_line(record_row(table, record, i, document), Formulas::kGuard);
  return out;
}

TEST(RecordRows, Documents) {
  EXPECT_EQ(rows(RecordTable::kDocuments, {5, 2, "Lâm Đồng", {}}),
            "5,document,Kế hoạch,KH,77/KH-UBND,77,KH-UBND,2024-03-12,,UBND tỉnh Lâm Đồng,province,"
            "Lâm Đồng,68,Lâm Đồng,,Cải cách hành chính,,,,,2024,2025,true,2,0,1,2,3,2,a.pdf,,,"
            "application/pdf,00,\"issue_date, issuer.level, role\"\n");
}

TEST(RecordRows, Figures) {
  EXPECT_EQ(rows(RecordTable::kTargets, {5, 1, "", {}}),
            "5,0,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,PAR_INDEX,Chỉ số,reach,percent,,88.5,,"
            "true,,\"trên 88,5%\",,,2024,,2025,0.9,2,4,18,\"đạt trên 88,5%\",r,\n"
            "5,1,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,,Hồ sơ,,,,,,,,,,,,,2025-06-30,,,,,,,"
            "\"min, indicator.name\"\n");
  EXPECT_EQ(rows(RecordTable::kResults, {5, 1, "", {}}), "");
}

TEST(RecordRows, Tasks) {
  EXPECT_EQ(rows(RecordTable::kTasks, {5, 1, "", {}}),
            "5,0,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,1,Rà soát,Sở A; Sở B,,Quý II,2024-04-01,"
            "2024-06-30,,,II. NHIỆM VỤ › 1. Chung,list,1,,,,,\n");
}

TEST(RecordRows, CitationsLeadToWhatTheArchiveHas) {
  EXPECT_EQ(rows(RecordTable::kCitations, {5, 1, "", {std::nullopt, 3}}),
            "5,0,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,basis,01/NQ-CP,,2024-01-05,,,,,,,,,,\n"
            "5,1,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,mentions,9/KH-UBND,,,,,3,,,,,,,\n");
}

TEST(RecordRows, ARowHasTheCellsOfItsColumns) {
  const Json record = Json::parse(kRecord);
  const std::vector<Sheet> sheets = record_sheets();
  ASSERT_EQ(sheets.size(), kRecordTables);
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto table = static_cast<RecordTable>(i);
    EXPECT_EQ(record_table(sheets[i].name), table);
    EXPECT_EQ(sheets[i].columns.front().name, "document");
    if (row_count(table, record) > 0) {
      EXPECT_EQ(record_row(table, record, 0, {}).size(), sheets[i].columns.size());
    }
  }
  EXPECT_EQ(record_table("pages"), std::nullopt);
}

TEST(RecordRows, EveryColumnIsDocumented) {
  std::ostringstream text;
  text << std::ifstream(KEHOACH_ROOT "/docs/export.md").rdbuf();
  for (const Sheet& sheet : record_sheets())
    for (const SheetColumn& column : sheet.columns)
      EXPECT_NE(text.str().find("`" + column.name + "`"), std::string::npos)
          << sheet.name << "." << column.name;
}

// A record of a source that failed has next to nothing in it.
TEST(RecordRows, ABareRecord) {
  const Json bare = Json::parse(R"({"role": "none", "document": null, "source": {"path": "x"}})");
  EXPECT_EQ(record_row(RecordTable::kDocuments, bare, 0, {}).size(),
            record_sheets()[0].columns.size());
  for (const auto table : {RecordTable::kTargets, RecordTable::kTasks, RecordTable::kCitations})
    EXPECT_EQ(row_count(table, bare), 0u);
}

}  // namespace
}  // namespace kehoach::output
