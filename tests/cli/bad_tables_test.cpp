// Tables that no reader should be asked to read: huge, overlapping, nested. Each costs no more than
// its size, loses no word and stops nothing.
#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;

const std::string kBefore =
    "<html><body><h1>Kế hoạch trồng cây xanh năm 2026</h1><p>Ủy ban nhân dân xã ban hành Kế hoạch "
    "số 12/KH-UBND về trồng cây xanh năm 2026, với các việc giao cho từng thôn như bảng dưới "
    "đây.</p><p>Các thôn nhận cây giống tại trụ sở xã trước ngày 15 tháng 5 năm 2026, trồng xong "
    "trong tháng 6 và cử người chăm sóc cây đến hết mùa khô năm sau.</p>";
const std::string kHead = "<tr><th>TT</th><th>Nhiệm vụ</th><th>Chủ trì</th><th>Thời gian</th></tr>";

std::string row(int i) {
  return "<tr><td>" + std::to_string(i) +
         "</td><td>Trồng cây</td><td>Sở Xây dựng</td><td>Quý II/2026</td></tr>";
}

std::string table(const std::string& rows) { return "<table border=1>" + rows + "</table>"; }

class BadTables : public CommandLine {
 protected:
  json tables(const std::string& body) {
    write("a.html", kBefore + body + "</body></html>");
    const Ran ran = run("kehoach extract --tables json a.html");
    EXPECT_EQ(ran.code, 0) << ran.err;
    return json::parse(ran.out);
  }

  double seconds(const std::string& body) {
    const auto start = std::chrono::steady_clock::now();
    tables(body);
    const std::chrono::duration<double> all = std::chrono::steady_clock::now() - start;
    return all.count();
  }
};

TEST_F(BadTables, TenThousandRows) {
  std::string rows = kHead;
  for (int i = 1; i <= 10'000; ++i) rows += row(i);
  const json found = tables(table(rows));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["rows"], 10'001);
  EXPECT_EQ(found[0]["cells"].back()["text"], "Quý II/2026");
}

TEST_F(BadTables, TwoHundredColumns) {
  std::string rows;
  for (int r = 0; r < 20; ++r) {
    rows += "<tr>";
    for (int c = 0; c < 200; ++c) rows += "<td>" + std::to_string(r * c) + "</td>";
    rows += "</tr>";
  }
  const json found = tables(table(rows));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["columns"], 200);
  EXPECT_EQ(found[0]["cells"].size(), 4'000u);
}

TEST_F(BadTables, SpansThatReachOverEverything) {
  std::string rows = kHead;
  for (int i = 0; i < 200; ++i)
    rows += "<tr><td rowspan=65000 colspan=1000>" + std::to_string(i) +
            "</td><td rowspan=3>cây</td><td colspan=2 rowspan=4>thôn</td></tr>";
  const json found = tables(table(rows));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["rows"], 201);
  EXPECT_LT(found[0]["columns"], 100);
}

TEST_F(BadTables, CellsThatOverlapKeepTheirPlaces) {
  const json found =
      tables(table("<tr><th>a</th><th>b</th><th>c</th></tr><tr><td rowspan=3>1</td><td>2</td>"
                   "<td rowspan=2>3</td></tr><tr><td colspan=2>4</td></tr><tr><td>5</td></tr>"));
  ASSERT_EQ(found.size(), 1u);
  std::string places;
  for (const json& cell : found[0]["cells"])
    places += cell["text"].get<std::string>() + std::to_string(cell["row"].get<int>()) +
              std::to_string(cell["column"].get<int>()) + " ";
  EXPECT_EQ(places, "a00 b01 c02 110 211 312 421 531 ");
}

TEST_F(BadTables, ATableInACellIsTheCellsText) {
  const std::string inner = table("<tr><td>sao đen</td><td>120</td></tr>");
  const json found =
      tables(table(kHead + "<tr><td>1</td><td>Trồng cây trên đường liên thôn " + inner +
                   "</td><td>Sở Xây dựng</td><td>Quý II</td></tr>" + row(2)));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["rows"], 3);
  EXPECT_EQ(found[0]["cells"][5]["text"], "Trồng cây trên đường liên thôn sao đen 120");
}

TEST_F(BadTables, TablesInTablesInTablesOnlyPlaceThings) {
  std::string inner = "Trồng cây";
  for (int i = 0; i < 200; ++i) inner = table("<tr><td>" + inner + "</td><td>thôn</td></tr>");
  EXPECT_LE(tables(inner).size(), 1u);
}

TEST_F(BadTables, CostGrowsWithTheRows) {
  const auto rows = [](int count) {
    std::string all = kHead;
    for (int i = 1; i <= count; ++i) all += row(i);
    return table(all);
  };
  const double few = seconds(rows(400)), many = seconds(rows(3'200));
  EXPECT_LT(many, 24 * few + 1) << few << " s and " << many << " s";
}

}  // namespace
}  // namespace kehoach::cli
