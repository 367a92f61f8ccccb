// `kehoach extract --tables`.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;

constexpr const char* kPage =
    "<html><body><h1>Kế hoạch trồng cây xanh năm 2026</h1>"
    "<p>Ủy ban nhân dân xã ban hành Kế hoạch số 12/KH-UBND về trồng cây xanh năm 2026, với các "
    "việc "
    "giao cho từng thôn như bảng dưới đây.</p>"
    "<p>Các thôn nhận cây giống tại trụ sở xã trước ngày 15 tháng 5 năm 2026, trồng xong trong "
    "tháng "
    "6 và cử người chăm sóc cây đến hết mùa khô năm sau. Công chức địa chính hướng dẫn kỹ thuật "
    "trồng, nghiệm thu và báo cáo kết quả về Ủy ban nhân dân xã.</p>"
    "<p><b>Bảng 1. Số cây giao từng thôn</b></p>"
    "<table border=1><tr><th rowspan=2>TT</th><th rowspan=2>Thôn, buôn</th><th colspan=2>Số "
    "cây</th></tr><tr><th>Sao đen</th><th>Bằng lăng</th></tr>"
    "<tr><td>1</td><td>Thôn \"Hai\", Ea Pô</td><td>120</td><td></td></tr>"
    "<tr><td colspan=2>Tổng, cả xã</td><td>120</td><td>80</td></tr></table>"
    "<p>Kinh phí mua cây giống do ngân sách xã bảo đảm, phần công trồng do nhân dân đóng góp theo "
    "quy chế của từng thôn.</p></body></html>";

constexpr const char* kCsv =
    "TT,\"Thôn, buôn\",Số cây,\n,,Sao đen,Bằng lăng\n1,\"Thôn \"\"Hai\"\", Ea Pô\",120,\n"
    "\"Tổng, cả xã\",,120,80\n";

using FoundTables = CommandLine;

TEST_F(FoundTables, CsvHasAFieldForEveryPlace) {
  write("a.html", kPage);
  EXPECT_EQ(run("kehoach extract --tables csv a.html").out,
            "==> a.html: table 1: Bảng 1. Số cây giao từng thôn <==\n" + std::string(kCsv));
}

TEST_F(FoundTables, TablesOfAStreamAreParted) {
  write("a.html", kPage);
  write("b.txt", "Trời đẹp.\n");
  const Ran ran =
      run("kehoach extract --tables csv a.html b.txt a.html | grep -c -e '^==>' -e '^$'");
  EXPECT_EQ(ran.out, "3\n");
  EXPECT_EQ(run("kehoach extract --tables csv b.txt").out, "");
  EXPECT_EQ(run("kehoach extract --tables json b.txt").out, "[]\n");
  EXPECT_EQ(run("kehoach extract --tables csv --fail-empty b.txt").code, 1);
}

TEST_F(FoundTables, JsonSaysWhereCellsStand) {
  write("a.html", kPage);
  const json tables = json::parse(run("kehoach extract --tables json a.html").out);
  ASSERT_EQ(tables.size(), 1u);
  const json& table = tables[0];
  EXPECT_EQ(table["source"], "a.html");
  EXPECT_EQ(table["caption"], "Bảng 1. Số cây giao từng thôn");
  EXPECT_EQ(table["header_rows"], 2);
  EXPECT_EQ(table["rows"], 4);
  EXPECT_EQ(table["columns"], 4);
  EXPECT_EQ(table["cells"][2].dump(),
            R"({"colspan":2,"column":2,"row":0,"rowspan":1,"text":"Số cây"})");
  EXPECT_EQ(table["cells"][3]["column"], 2) << "places that a cell covers have none";
}

TEST_F(FoundTables, CellsOfPagesHaveBoxes) {
  const Ran ran = run("kehoach extract --tables json '" KEHOACH_ROOT
                      "/corpus/s-so-gtvt-quang-nam-atgt-2025.pdf'");
  const json tables = json::parse(ran.out);
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0]["pages"], (json{2, 3}));
  EXPECT_EQ(tables[0]["cells"][0]["page"], 2);
  EXPECT_EQ(tables[0]["cells"].back()["page"], 3);
  EXPECT_EQ(tables[0]["cells"][0]["boxes"][0].size(), 4u);
}

TEST_F(FoundTables, AFolderGetsAFileForEachTableAndAnIndex) {
  write("x/a.html", kPage);
  write("y/a.html", kPage);
  const Ran ran = run("kehoach extract --tables csv x y -o out/ && ls out && cat out/index.csv");
  EXPECT_EQ(ran.out,
            "a.html-table-1.csv\na.html~2-table-1.csv\nindex.csv\n"
            "\xEF\xBB\xBF"
            "file,source,table,pages,caption,header_rows,rows,columns\n"
            "a.html-table-1.csv,x/a.html,1,,Bảng 1. Số cây giao từng thôn,2,4,4\n"
            "a.html~2-table-1.csv,y/a.html,1,,Bảng 1. Số cây giao từng thôn,2,4,4\n");
  EXPECT_EQ(ran.err, "kehoach: 2 tables written, listed in out/index.csv\n");
  EXPECT_EQ(file_text(scratch_ / "out/a.html-table-1.csv"), "\xEF\xBB\xBF" + std::string(kCsv));
  EXPECT_EQ(run("mkdir -p j; kehoach extract --tables json x -o j && ls j").out,
            "a.html-table-1.json\nindex.csv\n");
}

TEST_F(FoundTables, ASourceThatFailsIsTold) {
  write("a.html", kPage);
  const Ran ran = run("kehoach extract --tables json nowhere.pdf a.html");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(json::parse(ran.out).size(), 1u);
  EXPECT_NE(ran.err.find("nowhere.pdf: there is no such file"), std::string::npos);
}

TEST_F(FoundTables, ALineOfManyTabsDoesNotFillThousandsOfRows) {
  std::string text(3000, '\t');
  for (int i = 0; i < 3000; ++i) text += "\n2\tđá\tgỗ";
  write("a.txt", "Danh sách\n1" + text + "\n");
  EXPECT_LT(run("kehoach extract --tables csv a.txt").out.size(), 100'000u);
}

TEST_F(FoundTables, OtherFormsAreRefusedBeside) {
  EXPECT_EQ(run("kehoach extract --tables csv --text a.txt").code, 3);
  EXPECT_EQ(run("kehoach extract --tables xls a.txt").code, 3);
}

}  // namespace
}  // namespace kehoach::cli
