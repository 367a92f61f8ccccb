#include "layout/text/flat_table.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include "layout/text/text_layout.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

// The cells of all tables with "|" between them, a row a line.
std::string tables_in(const std::string& text) {
  const Document document = layout_text(read::Text{text, "UTF-8", {}}, matcher(), {});
  std::string dump;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kTableRow) continue;
    std::string row;
    for (const Cell& cell : block.cells) {
      row += row.empty() ? "" : "|";
      for (std::size_t i = 0; i < cell.pieces.size(); ++i)
        row += (i > 0 ? " " : "") +
               document.content.substr(cell.pieces[i].begin, cell.pieces[i].size());
    }
    dump += row + "\n";
  }
  return dump;
}

struct Case_ {
  const char* name;
  std::string text, dump;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class FlatTables : public testing::TestWithParam<Case_> {};

TEST_P(FlatTables, Rows) { EXPECT_EQ(tables_in(GetParam().text), GetParam().dump); }

const std::string kHeading = "TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian ";

INSTANTIATE_TEST_SUITE_P(
    Proven, FlatTables,
    testing::Values(
        Case_{"cells run together, a line end inside a cell",
              kHeading + "1 Rà soát bến đò ngang Sở Xây\nDựng UBND các xã Quý I/2024 2 Kẻ vạch "
                         "sơn đường tỉnh Văn phòng UBND tỉnh Sở Tài chính; Công an tỉnh Hằng năm",
              "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\n"
              "1|Rà soát bến đò ngang|Sở Xây Dựng|UBND các xã|Quý I/2024\n"
              "2|Kẻ vạch sơn đường tỉnh|Văn phòng UBND tỉnh|Sở Tài chính; Công an tỉnh|Hằng năm\n"},
        Case_{"nobody cooperates; a name that another name follows by itself",
              kHeading + "1 Rà soát bến đò ngang Sở Y tế Tháng 3/2024 2 Kẻ vạch sơn đường tỉnh "
                         "Huyện đoàn UBND các xã Trước 30/6/2024",
              "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\n"
              "1|Rà soát bến đò ngang|Sở Y tế||Tháng 3/2024\n"
              "2|Kẻ vạch sơn đường tỉnh|Huyện đoàn|UBND các xã|Trước 30/6/2024\n"},
        Case_{"a name told what to do belongs to the task",
              kHeading + "1 Hướng dẫn UBND các xã Sở Y tế Các sở, ngành Quý I 2 Rà soát cầu yếu "
                         "Sở Tài chính Sở Nội vụ Quý II",
              "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\n"
              "1|Hướng dẫn UBND các xã|Sở Y tế|Các sở, ngành|Quý I\n"
              "2|Rà soát cầu yếu|Sở Tài chính|Sở Nội vụ|Quý II\n"},
        Case_{"groups of letters number anew; the heading below the table is none",
              "STT Nội dung Chủ trì Thời hạn A Cầu phà 1 Rà soát bến đò ngang Sở Y tế Quý I B "
              "Đường 1 Kẻ vạch sơn đường tỉnh Sở Tài chính Quý II C Tổ chức thực hiện như sau",
              "STT|Nội dung|Chủ trì|Thời hạn\nA|Cầu phà\n1|Rà soát bến đò ngang|Sở Y tế|Quý I\n"
              "B|Đường\n1|Kẻ vạch sơn đường tỉnh|Sở Tài chính|Quý II\n"},
        Case_{"parts of numbers, products, numbered columns",
              "TT Nội dung Chủ trì Thời gian Sản phẩm (1) (2) (3) (4) (5) 1 Bến đò 1.1 Rà soát "
              "bến đò ngang Sở Y tế Quý I Báo cáo của Sở 1.2 Kẻ vạch sơn cầu cảng Sở Nội vụ Quý "
              "II Vạch sơn",
              "TT|Nội dung|Chủ trì|Thời gian|Sản phẩm\n(1)|(2)|(3)|(4)|(5)\n1|Bến đò\n"
              "1.1|Rà soát bến đò ngang|Sở Y tế|Quý I|Báo cáo của Sở\n"
              "1.2|Kẻ vạch sơn cầu cảng|Sở Nội vụ|Quý II|Vạch sơn\n"},
        Case_{"a product right behind the task begins with the name of a document",
              "TT Nội dung Sản phẩm Chủ trì Thời gian 1 Xây dựng quy định về bến đò Quyết định "
              "của UBND tỉnh Sở Y tế Quý I 2 Rà soát cầu yếu Báo cáo kết quả Sở Nội vụ Quý II",
              "TT|Nội dung|Sản phẩm|Chủ trì|Thời gian\n"
              "1|Xây dựng quy định về bến đò|Quyết định của UBND tỉnh|Sở Y tế|Quý I\n"
              "2|Rà soát cầu yếu|Báo cáo kết quả|Sở Nội vụ|Quý II\n"},
        Case_{"names in a second row",
              "TT Nội dung Cơ quan thực hiện Thời gian Chủ trì Phối hợp 1 Rà soát bến đò ngang Sở "
              "Y tế UBND các xã Quý I 2 Kẻ vạch sơn cầu cảng Sở Nội vụ Sở Y tế Quý II",
              "TT|Nội dung|Cơ quan thực hiện|Thời gian\nChủ trì|Phối hợp\n"
              "1|Rà soát bến đò ngang|Sở Y tế|UBND các xã|Quý I\n"
              "2|Kẻ vạch sơn cầu cảng|Sở Nội vụ|Sở Y tế|Quý II\n"},
        Case_{
            "one cell a line; lines tell what words could not",
            "UBND XÃ TÂN HÀ\nSố: 7/KH-UBND\nKẾ HOẠCH\nSửa bến đò\nI. NHIỆM VỤ\n"
            "TT\nNhiệm vụ\nSản phẩm\nĐơn vị chủ trì\nThời gian\n1\nRà soát bến đò ngang\nBiên bản "
            "bàn giao\nSở Y tế\nQuý I\n2\nKẻ vạch sơn\ncầu cảng\nVạch sơn mới\nSở Nội vụ\nQuý II\n",
            "TT|Nhiệm vụ|Sản phẩm|Đơn vị chủ trì|Thời gian\n"
            "1|Rà soát bến đò ngang|Biên bản bàn giao|Sở Y tế|Quý I\n"
            "2|Kẻ vạch sơn cầu cảng|Vạch sơn mới|Sở Nội vụ|Quý II\n"},
        Case_{"a row between two others whose cells cannot be told apart: the rest of it stands in "
              "no "
              "column",
              kHeading +
                  "1 Rà soát bến đò Sở Y tế Sở Nội vụ Quý I 2 Kẻ vạch cầu Sở Y tế thì làm mới "
                  "lại còn Sở Nội vụ thì dựng rào mới 3 Dựng biển báo bến Sở Nội vụ Sở Y tế "
                  "Quý II 4 Sơn lại lan can Sở Y tế Quý IV",
              "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\n"
              "1|Rà soát bến đò|Sở Y tế|Sở Nội vụ|Quý I\n2|Kẻ vạch cầu||||Sở Y tế thì làm mới lại "
              "còn Sở Nội vụ thì dựng rào mới\n3|Dựng biển báo bến|Sở Nội vụ|Sở Y tế|Quý II\n"
              "4|Sơn lại lan can|Sở Y tế||Quý IV\n"},
        Case_{"names in capitals behind a title in capitals",
              "UBND TỈNH HÀ NAM ------- Số: 1/KH-UBND KẾ HOẠCH SỬA BẾN ĐÒ STT NỘI DUNG CHỦ TRÌ "
              "THỜI GIAN 1 Nâng cấp cổng dịch vụ "
              "công Sở Y tế Quý I 2 Kẻ vạch sơn cầu cảng Sở Nội vụ Quý II",
              "STT|NỘI DUNG|CHỦ TRÌ|THỜI GIAN\n1|Nâng cấp cổng dịch vụ công|Sở Y tế|Quý I\n"
              "2|Kẻ vạch sơn cầu cảng|Sở Nội vụ|Quý II\n"},
        Case_{"the last cell is a name: it ends before the next heading",
              "TT Nội dung Chủ trì 1 Rà soát bến đò Sở Y tế 2 Sửa lại cầu Sở Nội vụ II. TỔ CHỨC "
              "THỰC HIỆN Sở Nội vụ theo dõi.",
              "TT|Nội dung|Chủ trì\n1|Rà soát bến đò|Sở Y tế\n2|Sửa lại cầu|Sở Nội vụ\n"},
        Case_{"so does a product",
              "TT Nội dung Chủ trì Thời gian Sản phẩm 1 Rà soát bến đò Sở Y tế Quý I Báo cáo 2 "
              "Sửa lại cầu Sở Nội vụ Quý II Biên bản của Sở 2. Giải pháp về vốn đầu tư",
              "TT|Nội dung|Chủ trì|Thời gian|Sản phẩm\n1|Rà soát bến đò|Sở Y tế|Quý I|Báo cáo\n"
              "2|Sửa lại cầu|Sở Nội vụ|Quý II|Biên bản của Sở\n"},
        Case_{
            "a page's number between rows is none of a row",
            "UBND XÃ TÂN HÀ\nSố: 7/KH-UBND\nKẾ HOẠCH\nSửa bến đò\nI. NHIỆM VỤ\n"
            "TT\nNhiệm vụ\nChủ trì\nThời gian\n1\nRà soát bến đò ngang\nSở Y tế\nQuý I\n- 2 -\n2\n"
            "Kẻ vạch sơn cầu cảng\nSở Nội vụ\nQuý II\n3\nDựng biển báo ở\n- 3 -\nbến đò mới\n"
            "Sở Y tế\nQuý III\n",
            "TT|Nhiệm vụ|Chủ trì|Thời gian\n1|Rà soát bến đò ngang|Sở Y tế|Quý I\n"
            "2|Kẻ vạch sơn cầu cảng|Sở Nội vụ|Quý II\n"
            "3|Dựng biển báo ở bến đò mới|Sở Y tế|Quý III\n"},
        Case_{"and before the words that close the document",
              "TT Nội dung Chủ trì Thời gian Sản phẩm 1 Rà soát bến đò Sở Y tế Quý I Báo cáo 2 "
              "Sửa lại cầu Sở Nội vụ Quý II Biên bản của Sở Trên đây là Kế hoạch sửa bến đò, đề "
              "nghị các thôn thực hiện.",
              "TT|Nội dung|Chủ trì|Thời gian|Sản phẩm\n1|Rà soát bến đò|Sở Y tế|Quý I|Báo cáo\n"
              "2|Sửa lại cầu|Sở Nội vụ|Quý II|Biên bản của Sở\n"},
        Case_{"the text is cut off inside a row",
              kHeading + "1 Rà soát bến đò Sở Y tế Sở Nội vụ Quý I 2 Kẻ vạch cầu Sở Nội vụ Sở Y tế "
                         "Quý II 3 Dựng biển báo ở các",
              "TT|Nhiệm vụ|Cơ quan chủ trì|Cơ quan phối hợp|Thời gian\n"
              "1|Rà soát bến đò|Sở Y tế|Sở Nội vụ|Quý I\n2|Kẻ vạch cầu|Sở Nội vụ|Sở Y tế|Quý II\n"
              "3|Dựng biển báo ở các|||\n"}));

INSTANTIATE_TEST_SUITE_P(
    NotProven, FlatTables,
    testing::Values(
        Case_{"columns named in a sentence",
              "Biểu gồm các cột: TT, Nhiệm vụ, Cơ quan chủ trì, Thời gian; 1 Rà soát Sở Y tế Quý I "
              "2 Kẻ vạch sơn Sở Nội vụ Quý II",
              ""},
        Case_{"names above a list of sentences",
              kHeading + "1. Ghi đúng tên nhiệm vụ. 2. Ghi một cơ quan chủ trì. 3. Ghi thời gian.",
              ""},
        Case_{"one row", kHeading + "1 Rà soát bến đò Sở Y tế Sở Nội vụ Quý I Các sở làm theo.",
              ""},
        Case_{"a column that is not known",
              "TT Nhiệm vụ Mã số Cơ quan chủ trì Thời gian 1 Rà soát bến đò A12 Sở Y tế Quý I 2 Kẻ "
              "vạch sơn A13 Sở Nội vụ Quý II",
              ""},
        Case_{"figures, no tasks",
              "TT Địa phương Chiều dài Ghi chú 1 An Lão 6,099 5,045 2 An Nhơn 3,422 21,688", ""},
        Case_{"numbers do not count on",
              kHeading + "1 Rà soát bến đò Sở Y tế Sở Nội vụ Quý I 5 Kẻ vạch cầu Sở Nội vụ Sở Y tế "
                         "Quý II",
              ""}));

TEST(FlatTables, CostIsBounded) {
  std::string headings, capitals = kHeading + "1 ";
  std::string tables, names, counters;
  for (int i = 0; i < 3000; ++i)
    tables += "TT Nội dung Chủ trì 1 Rà soát bến đò Sở Y tế 2 Sửa lại cầu Sở Nội vụ. ";
  for (int i = 0; i < 3000; ++i) headings += kHeading + "1 Rà Soát 2 Bến Đò 2 Ngang ";
  // Rows that end in hundreds of words, each of which may belong to a name.
  for (int i = 0; i < 40; ++i) {
    names +=
        kHeading + "1 Rà soát bến Sở Y tế Sở Nội vụ Quý I 2 Kẻ vạch cầu Sở Y tế Quý II 3 Dựng ";
    for (int k = 0; k < 78; ++k) names += "Sở y tá kia nào ";
  }
  for (int i = 0; i < 200000; ++i) counters += "TT Nội ";
  for (int i = 0; i < 20000; ++i) capitals += "Sở 2 Ban ";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(tables_in(headings), "");
  EXPECT_EQ(tables_in(capitals), "");
  EXPECT_EQ(tables_in(counters), "");
  EXPECT_NE(tables_in(names), "");
  EXPECT_GT(tables_in(tables).size(), 9000u * 25);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace kehoach::layout
