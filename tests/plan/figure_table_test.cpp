// Figures out of tables of plain texts.

#include <gtest/gtest.h>

#include <sstream>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

const std::string kBefore =
    "ỦY BAN NHÂN DÂN\nXÃ ĐĂK MAR\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nĐăk Mar, ngày 04 tháng 3 năm 2026\nKẾ HOẠCH\n"
    "Chăm sóc cây xanh năm 2026\nI. CHỈ TIÊU\nCác chỉ tiêu như sau:\n";

std::string number(const std::optional<double>& value) {
  if (!value) return "";
  std::ostringstream out;
  out << *value;
  return out.str();
}

std::string dump(const std::vector<plan::Figure>& figures) {
  std::string out;
  for (const auto& figure : figures) {
    if (figure.rule != "figure.table-cell") continue;
    out += figure.indicator.name + "/" + figure.change + "/" + figure.unit + "/" +
           figure.printed_unit.value_or("") + "/" + number(figure.min) + ".." + number(figure.max) +
           "/" + (figure.year ? std::to_string(*figure.year) : "") + "\n";
  }
  return out;
}

TEST(FigureTable, GoalsAndResultsByTheirColumns) {
  const auto record = record_of(
      kBefore +
      "TT\tChỉ tiêu\tĐVT\tThực hiện năm 2025\tKế hoạch năm 2026\tKH 2026 so với TH 2025 (%)\n"
      "1\tSố cây trồng mới\tnghìn cây\t1,2\t≥ 1,5\t125\n"
      "\t- Trong đó: cây bóng mát\tnghìn cây\t0,8\t1\t125\n"
      "2\tTỷ lệ cây sống\t%\t88\ttrên 90\tx\n"
      "3\tGiảm tỷ lệ cây đổ\t%\t-\t2-3\t\n"
      "4\tNgân sách chăm sóc\ttriệu đồng\t70\t85 triệu đồng\t\n"
      "5\tHồ sơ quản lý cây\t\tChưa có\tHoàn thành\t\n");
  EXPECT_EQ(dump(record.targets),
            "Số cây trồng mới/reach/count/cây/1500../2026\n"
            "Số cây trồng mới: cây bóng mát/reach/count/cây/1000..1000/2026\n"
            "Tỷ lệ cây sống/reach/percent//90../2026\n"
            "tỷ lệ cây đổ/decrease/percent//2..3/2026\n"
            "Ngân sách chăm sóc/reach/money//8.5e+07..8.5e+07/2026\n");
  EXPECT_EQ(dump(record.results),
            "Số cây trồng mới/reach/count/cây/1200..1200/2025\n"
            "Số cây trồng mới: cây bóng mát/reach/count/cây/800..800/2025\n"
            "Tỷ lệ cây sống/reach/percent//88..88/2025\n"
            "Ngân sách chăm sóc/reach/money//7e+07..7e+07/2025\n");
}

TEST(FigureTable, ColumnsThatAreNotUnderstoodGiveNothing) {
  const auto record = record_of(kBefore +
                                "TT\tNội dung\tĐVT\tKế hoạch vốn năm 2026\tTháng 1\n"
                                "1\tTrồng cây\tcây\t500\t20\n"
                                "2\tTỉa cành\tcây\t300\t10\n");
  EXPECT_EQ(dump(record.targets) + dump(record.results), "");
}

TEST(FigureTable, AYearAloneIsAGoalInAPlanWhereItHasNotPassed) {
  const auto record = record_of(kBefore +
                                "TT\tChỉ tiêu\tĐơn vị tính\tNăm 2025\tNăm 2026\n"
                                "1\tTỷ lệ che phủ\t%\t30\t32\n");
  EXPECT_EQ(dump(record.targets), "Tỷ lệ che phủ/reach/percent//32..32/2026\n");
  EXPECT_EQ(dump(record.results), "Tỷ lệ che phủ/reach/percent//30..30/2025\n");
}

TEST(FigureTable, YearsAsRows) {
  const auto record = record_of(
      kBefore +
      "TT\tNăm\tSố cây trồng mới (cây)\tTỷ lệ cây sống (%)\tGhi chú\n1\t2025\t1.100\t86\t5\n"
      "2\tKế hoạch năm 2026\t1.200\t≥ 88\t\n3\tNăm 2027\t1.300\t90\t\n\tTổng\t3.600\t\t\n");
  EXPECT_EQ(dump(record.targets),
            "Số cây trồng mới/reach/count/cây/1200..1200/2026\n"
            "Số cây trồng mới/reach/count/cây/1300..1300/2027\n"
            "Tỷ lệ cây sống/reach/percent//88../2026\n"
            "Tỷ lệ cây sống/reach/percent//90..90/2027\n");
  EXPECT_EQ(dump(record.results),
            "Số cây trồng mới/reach/count/cây/1100..1100/2025\n"
            "Tỷ lệ cây sống/reach/percent//86..86/2025\n");
}

TEST(FigureTable, MoneyThatComesInAndColumnNumbers) {
  const auto record = record_of(kBefore +
                                "TT\tChỉ tiêu\tĐVT\tKế hoạch năm 2026\n(1)\t(2)\t(3)\t(4)\n"
                                "1\tVốn huy động trồng cây\ttriệu đồng\t90\n"
                                "2\tKinh phí chăm sóc\ttriệu đồng\t70\n");
  EXPECT_EQ(dump(record.targets), "Vốn huy động trồng cây/reach/money//9e+07..9e+07/2026\n");
}

}  // namespace
}  // namespace kehoach::tests
