// The drawing of a page: which boxes of a document and its record come onto it, and how.
#include "output/page_drawing.h"

#include <gmock/gmock.h>

namespace kehoach::output {
namespace {

using testing::HasSubstr;
using testing::Not;

layout::Block block(layout::BlockKind kind, int page, base::Box box) {
  layout::Block made;
  made.kind = kind;
  made.page = page;
  made.boxes = {box};
  return made;
}

plan::Record record_with_number(int page) {
  plan::Evidence evidence;
  evidence.text = "Số: 7/KH-UBND";
  evidence.page = page;
  evidence.boxes = {{72, 90, 140, 101}};
  plan::Field<plan::Number> number;
  number.value.printed = "7/KH-UBND <&\"";
  number.evidence = {evidence};
  plan::Record record;
  record.document.number = number;
  return record;
}

TEST(PageDrawing, OutlinesTheBlocksOfThePage) {
  layout::Document document;
  document.blocks = {block(layout::BlockKind::kNumber, 1, {72, 90, 140, 101}),
                     block(layout::BlockKind::kNoise, 1, {1, 2, 3, 4}),
                     block(layout::BlockKind::kParagraph, 2, {5, 6, 70, 80})};
  document.blocks[1].note = "page-number";
  const std::string svg = draw_page(document, {}, {1, 595, 842, ""});
  EXPECT_THAT(svg, HasSubstr("viewBox=\"0 0 925.0 842.0\""));
  EXPECT_THAT(svg, HasSubstr("<rect x=\"72.0\" y=\"90.0\" width=\"68.0\" height=\"11.0\" "
                             "fill=\"none\" stroke=\"#c53030\" stroke-width=\"0.6\">"
                             "<title>0 number</title></rect>"));
  EXPECT_THAT(svg, HasSubstr("stroke=\"#999999\" stroke-width=\"0.6\" stroke-dasharray=\"2 2\">"
                             "<title>1 noise (page-number)</title>"));
  EXPECT_THAT(svg, Not(HasSubstr("paragraph")));
  EXPECT_THAT(svg, Not(HasSubstr("<image")));
}

TEST(PageDrawing, MarksEvidenceAndNamesItsValueBesideThePage) {
  const std::string here = draw_page({}, record_with_number(1), {1, 595, 842, ""});
  EXPECT_THAT(here, HasSubstr("fill=\"#f6e05e\""));
  EXPECT_THAT(here, HasSubstr(">/document/number = 7/KH-UBND &lt;&amp;&quot;</text>"));
  const std::string elsewhere = draw_page({}, record_with_number(2), {1, 595, 842, ""});
  EXPECT_THAT(elsewhere, Not(HasSubstr("/document/number")));
}

TEST(PageDrawing, HoldsThePictureOfThePage) {
  EXPECT_THAT(draw_page({}, {}, {1, 10, 20, "PNG!"}),
              HasSubstr("<image width=\"10.0\" height=\"20.0\" opacity=\"0.6\" "
                        "href=\"data:image/png;base64,UE5HIQ==\"/>"));
}

}  // namespace
}  // namespace kehoach::output
