#include <gmock/gmock.h>

#include "made_archive.h"
#include "store/read_snapshot.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class Export : public MadeArchive {
 protected:
  void put_plans() const {
    write("lam-dong.txt", kLamDong);
    write("ha-giang.txt", kHaGiang);
    put("lam-dong.txt ha-giang.txt");
  }
  Ran export_as(const std::string& rest) const {
    return run("kehoach export --archive a.db " + rest);
  }
  // The ids in the first column.
  std::string documents(const std::string& filter) const {
    const Ran ran = export_as("-f csv --table documents " + filter + " | tail -n +2 | cut -d, -f1");
    EXPECT_EQ(ran.err, "") << filter;
    return ran.out;
  }
  std::string part(const std::string& name) const {
    return run("cmake -E tar xf out.xlsx && cat " + name).out;
  }
};

TEST_F(Export, OneTableAsCsv) {
  put_plans();
  const Ran ran = export_as("-f csv --table targets");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  EXPECT_EQ(
      ran.out,
      "document,position,document_number,document_date,document_issuer,indicator_code,indicator,"
      "change,unit,printed_unit,min,max,exclusive,approximate,printed,of,baseline_year,year,per,"
      "deadline,confidence,page,start,end,evidence,rule,corrected\n"
      "1,0,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,PAR_INDEX,Chỉ số cải cách hành chính,"
      "increase,rank,,3,4,false,false,3-4 bậc,,2023,2024,,,0.95,,302,366,Chỉ số cải cách hành "
      "chính năm 2024 tăng 3-4 bậc so với năm 2023,quantity.range-of-unit,\n"
      "1,1,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,,tỷ lệ hồ sơ giải quyết đúng hạn,reach,"
      "percent,,95.5,,true,false,\"95,5%\",,,2024,,,0.95,,377,432,\"tỷ lệ hồ sơ giải quyết đúng "
      "hạn năm 2024 đạt trên 95,5%\",quantity.of-unit,\n"
      "2,0,15/KH-UBND,2024-01-05,UBND tỉnh Hà Giang,SIPAS,Chỉ số hài lòng,reach,percent,,85,85,"
      "false,false,85%,,,2024,,,0.95,,222,254,Chỉ số hài lòng năm 2024 đạt 85%,quantity.of-unit,"
      "\n");
  EXPECT_THAT(export_as("-f csv --table citations").out,
              HasSubstr("1,0,77/KH-UBND,2024-03-12,UBND tỉnh Lâm Đồng,implements,15/KH-UBND,"
                        "Kế hoạch,2024-01-05,UBND tỉnh Hà Giang,,2,"));
}

TEST_F(Export, Filters) {
  put_plans();
  EXPECT_EQ(documents(""), "1\n2\n");
  EXPECT_EQ(documents("--province 'Lâm Đồng'"), "1\n");
  EXPECT_EQ(documents("--province 'Tuyên Quang'"), "2\n");  // it took in Hà Giang
  EXPECT_EQ(documents("--province 'lam dong' --province 'ha giang'"), "1\n2\n");
  EXPECT_EQ(documents("--year 2023"), "");
  EXPECT_EQ(documents("--year 2023..2024"), "1\n2\n");
  EXPECT_EQ(documents("--year ..2023"), "");
  EXPECT_EQ(documents("--type KH --issuer 'Hà Giang'"), "2\n");
  EXPECT_EQ(documents("--indicator SIPAS"), "2\n");
  EXPECT_EQ(documents("--change increase"), "1\n");
  EXPECT_EQ(documents("--lead 'so noi vu' --due 2024-06"), "1\n");
  EXPECT_EQ(documents("--due 2024-05"), "");
  EXPECT_EQ(documents("--due 2024-06..2024-12"), "1\n");
  EXPECT_EQ(documents("--cites 15/KH-UBND"), "1\n");
  EXPECT_EQ(export_as("-f csv --table targets --indicator PAR_INDEX | wc -l").out, "2\n");
  EXPECT_EQ(export_as("-f csv --table targets --min-confidence 0.99 | wc -l").out, "1\n");
}

TEST_F(Export, FiltersThatMeanNothing) {
  put_plans();
  const Ran year = export_as("-f jsonl --year 20x4");
  EXPECT_EQ(year.code, 3);
  EXPECT_EQ(year.err,
            "kehoach: wrong usage: --year 20x4: a year (2023) or years (2021..2023) are wanted\n");
  EXPECT_THAT(export_as("-f jsonl --due 2024-02-30").err,
              HasSubstr("--due 2024-02-30: a day (2024-06-30), month or year, or FROM..TO"));
  EXPECT_EQ(export_as("-f jsonl --change better").code, 3);
  for (const char* format : {"jsonl", "xlsx -o t.xlsx"}) {
    const Ran table = export_as(std::string("-f ") + format + " --table targets");
    EXPECT_EQ(table.code, 3);
    EXPECT_THAT(table.err, HasSubstr("--table chooses one table of csv; "));
  }
}

TEST_F(Export, AFolderOfCsv) {
  put_plans();
  const Ran ran = export_as("-f csv --bom -o tables && ls tables && cat tables/*.csv | wc -l");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "citations.csv\ndocuments.csv\nresults.csv\ntargets.csv\ntasks.csv\n12\n");
  EXPECT_EQ(ran.err,
            "kehoach: 2 documents, 3 targets, 0 results, 1 task, 1 citation written to tables\n");
  EXPECT_THAT(file_text(scratch_ / "tables/tasks.csv"), StartsWith("\xEF\xBB\xBF"
                                                                   "document,"));
  const Ran nowhere = export_as("-f csv");
  EXPECT_EQ(nowhere.code, 3);
  EXPECT_EQ(nowhere.err,
            "kehoach: wrong usage: csv holds one table; name it with --table, or name a folder for "
            "all five with --output\n");
}

TEST_F(Export, AWorkbook) {
  put_plans();
  const Ran ran = export_as("-f xlsx -o out.xlsx && ls | grep out");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "out.xlsx\n");
  const std::string book = part("xl/workbook.xml");
  for (const char* sheet : {"documents", "targets", "results", "tasks", "citations"})
    EXPECT_THAT(book, HasSubstr("<sheet name=\"" + std::string(sheet) + "\""));
  const std::string documents = part("xl/worksheets/sheet1.xml");
  EXPECT_THAT(documents, HasSubstr("<v>45363</v>"));  // 12 March 2024
  EXPECT_THAT(documents, HasSubstr("<t>77/KH-UBND</t>"));
  const std::string targets = part("xl/worksheets/sheet2.xml");
  EXPECT_THAT(targets, HasSubstr("<v>95.5</v>"));
  EXPECT_THAT(targets, HasSubstr("<hyperlink ref=\"A4\" location=\"'documents'!A3\""));
  EXPECT_THAT(part("xl/worksheets/sheet5.xml"),
              HasSubstr("<hyperlink ref=\"L2\" location=\"'documents'!A3\""));
}

TEST_F(Export, ALoneWorkbookNeedsAPlace) {
  put_plans();
  EXPECT_EQ(export_as("-f xlsx").err,
            "kehoach: wrong usage: a workbook cannot be streamed; name its file with --output\n");
}

TEST_F(Export, RecordsAsTheyAre) {
  put_plans();
  const Ran ran = export_as("-f jsonl --province 'Hà Giang'");
  const json ours = json::parse(ran.out);
  const json read = json::parse(run("kehoach extract -f jsonl ha-giang.txt").out);
  for (const char* same : {"id", "document", "targets", "tasks", "citations", "sections"})
    EXPECT_EQ(ours[same], read[same]) << same;
}

// Texts that would run, break lines or be too long.
TEST_F(Export, TextsThatBreakTables) {
  write("lam-dong.txt", kLamDong);
  auto record = nlohmann::ordered_json::parse(run("kehoach extract -f jsonl lam-dong.txt").out);
  record["document"]["title"]["value"] = "=cmd|' /C calc'!A0";
  record["tasks"][0]["text"] = "- \"một\"\nhai\tba\x01";
  record["tasks"][0]["deliverable"] = std::string(1'000'000, 'x');
  put_record(record);
  EXPECT_THAT(export_as("-f csv --table documents").out, HasSubstr(",'=cmd|' /C calc'!A0,"));
  EXPECT_THAT(export_as("-f csv --table documents --raw").out, HasSubstr(",=cmd|' /C calc'!A0,"));
  const std::string tasks = export_as("-f csv --table tasks").out;
  EXPECT_THAT(tasks, HasSubstr(",\"'- \"\"một\"\"\nhai\tba\xEF\xBF\xBD\","));
  EXPECT_THAT(tasks, HasSubstr(std::string(1'000'000, 'x')));
  const Ran book = export_as("-f xlsx -o out.xlsx");
  EXPECT_THAT(book.err, HasSubstr("1 text(s) longer than the 32767 characters of a cell were "
                                  "cut; csv and jsonl hold them whole\n"));
  EXPECT_THAT(part("xl/worksheets/sheet1.xml"), HasSubstr("<t>=cmd|' /C calc'!A0</t>"));
  EXPECT_THAT(part("xl/worksheets/sheet4.xml"), HasSubstr("x … [cut: 1000000 characters]</t>"));
}

TEST_F(Export, AnEmptyArchive) {
  put_nothing();
  EXPECT_EQ(export_as("-f jsonl").code, 0);
  EXPECT_EQ(export_as("-f jsonl").out, "");
  EXPECT_EQ(export_as("-f csv --table tasks | wc -l").out, "1\n");
  EXPECT_EQ(export_as("-f xlsx -o out.xlsx").code, 0);
  EXPECT_THAT(part("xl/worksheets/sheet3.xml"), HasSubstr("<autoFilter ref=\"A1:"));
}

TEST_F(Export, NoArchive) {
  const Ran ran = export_as("-f jsonl");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("kehoach: a.db: there is no such archive"));
}

TEST_F(Export, WhileAnIngestWrites) {
  put_plans();
  store::Archive writer =
      store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kWrite);
  store::Transaction open(writer);
  writer.execute("DELETE FROM targets");
  EXPECT_EQ(export_as("-f csv --table targets | wc -l").out, "4\n");
}

TEST_F(Export, AFullDiskLeavesWhatStoodThere) {
  put_plans();
  const Ran device = export_as("-f jsonl -o /dev/full");
  EXPECT_EQ(device.code, 3);
  EXPECT_THAT(device.err, HasSubstr("/dev/full: No space left on device; free space there"));
  write("out.jsonl", "before\n");
  write("out.xlsx", "before\n");
  for (const char* format : {"jsonl", "xlsx"}) {
    const std::string out = std::string("out.") + format;
    // No file may be longer than one block of 1 KiB; /bin/sh ignores the signal for its children.
    const Ran full = run("trap '' XFSZ; ulimit -f 1; kehoach export --archive a.db -f " +
                         std::string(format) + " -o " + out);
    EXPECT_EQ(full.code, 3) << full.err;
    EXPECT_EQ(file_text(scratch_ / out), "before\n");
    EXPECT_FALSE(std::filesystem::exists(scratch_ / (out + ".part")));
  }
}

TEST_F(Export, TheArchiveIsNoPlaceToWriteTo) {
  put_plans();
  const Ran ran = export_as("-f jsonl -o ./a.db");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("./a.db: is the archive; name another place"));
  EXPECT_EQ(documents(""), "1\n2\n");
}

TEST_F(Export, AReaderThatLeavesIsNoError) {
  put_plans();
  const Ran ran = run("kehoach export --archive a.db -f jsonl | head -c 10");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
}

}  // namespace
}  // namespace kehoach::cli
