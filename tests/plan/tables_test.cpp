// Tables of plain texts.

#include <gtest/gtest.h>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

const std::string kBefore =
    "ỦY BAN NHÂN DÂN\nXÃ ĐĂK MAR\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nĐăk Mar, ngày 04 tháng 3 năm 2026\nKẾ HOẠCH\n"
    "Chăm sóc cây xanh năm 2026\nI. NỘI DUNG\nCác việc như sau:\n";

std::string dump(const std::vector<plan::Table>& tables) {
  std::string out;
  for (const auto& table : tables) {
    out += "header " + std::to_string(table.header_rows) + "\n";
    for (const auto& row : table.rows) {
      for (const auto& cell : row) out += "[" + cell.text + "]";
      out += "\n";
    }
  }
  return out;
}

TEST(Tables, RowsThatStandTogetherAreOneTableAndEmptyCellsStay) {
  EXPECT_EQ(
      dump(record_of(kBefore +
                     "TT\tLoại cây\tSố cây\tGhi chú\n1\tSao đen\t120\t\n2\tBằng lăng\t80\tTrồng "
                     "dặm\nII. KINH PHÍ\nDo ngân sách xã bảo đảm.\n")
               .tables),
      "header 1\n[TT][Loại cây][Số cây][Ghi chú]\n[1][Sao đen][120][]\n"
      "[2][Bằng lăng][80][Trồng dặm]\n");
}

TEST(Tables, ALineOfManyTabsDoesNotWidenThousandsOfRows) {
  std::string wide = "1", rows;
  for (int i = 0; i < 5000; ++i) wide += "\tgỗ";
  for (int i = 0; i < 5000; ++i) rows += "\n2\tđá\tgỗ";
  const auto tables = record_of(kBefore + wide + rows + "\n").tables;
  ASSERT_EQ(tables.size(), 1u);
  EXPECT_EQ(tables[0].rows.front().size(), 5001u);
  EXPECT_EQ(tables[0].rows.back().size(), 3u);
}

TEST(Tables, OneRowAloneIsNone) {
  EXPECT_EQ(dump(record_of(kBefore + "Trang chủ\tGiới thiệu\tLiên hệ\nHết.\n").tables), "");
}

TEST(Tables, TheirNamesStandAboveThem) {
  const std::string rows = "TT\tLoại cây\tSố cây\n1\tSao đen\t120\n2\tBằng lăng\t80\n";
  const struct {
    std::string above, caption;
  } cases[] = {
      {"Bảng 2. Số cây theo thôn:\n", "Bảng 2. Số cây theo thôn"},
      {"PHỤ LỤC I\nDANH MỤC CÂY TRỒNG\n(Kèm theo Kế hoạch số 12/KH-UBND)\n",
       "PHỤ LỤC I DANH MỤC CÂY TRỒNG"},
      {"Phụ lục 2\nSỐ CÂY GIAO CÁC THÔN\nĐơn vị tính: cây\n", "Phụ lục 2 SỐ CÂY GIAO CÁC THÔN"},
      {"II. CÂY GIỐNG\n", "II. CÂY GIỐNG"},
      {"II. CÂY GIỐNG\nBiểu 1. Cây giao các thôn\n", "Biểu 1. Cây giao các thôn"},
      {"Số cây giao cho từng thôn như sau:\n", ""},
  };
  for (const auto& c : cases) {
    const auto tables = record_of(kBefore + c.above + rows + "Hết.\n").tables;
    ASSERT_EQ(tables.size(), 1u) << c.above;
    EXPECT_EQ(tables[0].caption, c.caption);
  }
}

}  // namespace
}  // namespace kehoach::tests
