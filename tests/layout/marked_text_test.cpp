#include "layout/text/marked_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "layout/dump.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

struct Line {
  std::string text;
  std::optional<BlockKind> kind;
  Weight weight = Weight::kUnknown;
};

struct Case_ {
  const char* name;
  std::vector<Line> lines;
  std::string dump;
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class MarkedTexts : public testing::TestWithParam<Case_> {};

TEST_P(MarkedTexts, Blocks) {
  MarkedText text;
  for (const auto& line : GetParam().lines) {
    auto& added = text.add(line.text);
    added.kind = line.kind;
    added.weight = line.weight;
  }
  Document document;
  layout_marked(text, matcher(), {}, document);
  EXPECT_EQ(dump(document), GetParam().dump);
}

INSTANTIATE_TEST_SUITE_P(
    Marks, MarkedTexts,
    testing::Values(
        Case_{"words decide where nothing is known, noise is seen by no reader",
              {{"Số: 45", BlockKind::kNoise},
               {"UBND TỈNH HÀ NAM", {}},
               {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {}},
               {"Số: 3/KH-UBND", {}},
               {"Hà Nam, ngày 2 tháng 3 năm 2024", {}},
               {"KẾ HOẠCH", BlockKind::kType},
               {"Trồng cây năm 2024", BlockKind::kAbstract},
               {"Ngày 5 tháng 4 năm 2023", BlockKind::kNoise},
               {"Các xã trồng cây.", {}}},
              "noise: Số: 45\nissuer: UBND TỈNH HÀ NAM\n"
              "national-title: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nnumber: Số: 3/KH-UBND\n"
              "place-date: Hà Nam, ngày 2 tháng 3 năm 2024\ntype: KẾ HOẠCH\n"
              "abstract: Trồng cây năm 2024\nnoise: Ngày 5 tháng 4 năm 2023\n"
              "paragraph: Các xã trồng cây.\n"},
        Case_{"bold lines head what follows, plain ones with a colon do not",
              {{"KẾ HOẠCH", BlockKind::kType},
               {"Trồng cây năm 2024", BlockKind::kAbstract},
               {"I. MỤC TIÊU", {}, Weight::kBold},
               {"1. Chọn giống", {}, Weight::kBold},
               {"Các xã chọn giống tốt.", {}, Weight::kPlain},
               {"Yêu cầu chung", {}, Weight::kBold},
               {"Các xã cần:", {}, Weight::kPlain},
               {"- Tưới nước", {}, Weight::kPlain}},
              "type: KẾ HOẠCH\nabstract: Trồng cây năm 2024\nheading [I] 1: I. MỤC TIÊU\n"
              "heading [1] 2: 1. Chọn giống\nparagraph: Các xã chọn giống tốt.\n"
              "heading 2: Yêu cầu chung\nparagraph: Các xã cần:\n"
              "list-item [-] 1: - Tưới nước\n"},
        Case_{"the closing's lines are what the source says",
              {{"KẾ HOẠCH", BlockKind::kType},
               {"Trồng cây năm 2024", BlockKind::kAbstract},
               {"Các xã trồng cây./.", {}},
               {"TM. ỦY BAN NHÂN DÂN", BlockKind::kAuthority},
               {"Lê Văn Mẫu", BlockKind::kSigner},
               {"Nơi nhận:", BlockKind::kRecipients},
               {"Các xã", BlockKind::kRecipients}},
              "type: KẾ HOẠCH\nabstract: Trồng cây năm 2024\nparagraph: Các xã trồng cây./.\n"
              "authority: TM. ỦY BAN NHÂN DÂN\nsigner: Lê Văn Mẫu\nrecipients: Nơi nhận:\n"
              "recipients: Các xã\n"}));

TEST(MarkedText, RowsKeepTheirCells) {
  MarkedText text;
  text.add("Tiến độ\nchung");
  auto& row = text.add_row({"1", "", "Trồng\u00a0 rừng"}, 0);
  row.cells[2].colspan = 2;
  Document document;
  layout_marked(text, matcher(), {}, document);
  EXPECT_EQ(dump(document), "paragraph: Tiến độ chung\ntable-row: 1\t\tTrồng rừng\n");
  ASSERT_EQ(document.blocks.back().cells.size(), 3u);
  EXPECT_TRUE(document.blocks.back().cells[1].pieces.empty());
  EXPECT_EQ(document.blocks.back().cells[1].column, 1);
  EXPECT_EQ(document.blocks.back().cells[2].colspan, 2);
  EXPECT_EQ(document.blocks.back().table, 0);
}

}  // namespace
}  // namespace kehoach::layout
