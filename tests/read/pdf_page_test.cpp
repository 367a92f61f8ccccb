// What is read from a page, thing by thing.
#include <gtest/gtest.h>

#include "made_pdf.h"
#include "page_dump.h"
#include "read/pdf/pdf.h"

namespace kehoach::read {
namespace {

struct Case {
  std::string name;
  OnePage made;
  std::string expected;  // the dump without its first line
};

class PdfPageTest : public testing::TestWithParam<Case> {};

TEST_P(PdfPageTest, IsReadAsSeen) {
  const Pdf pdf = read_pdf(source(one_page(GetParam().made)), base::Budget{});
  ASSERT_EQ(pdf.pages.size(), 1u);
  const std::string text = dump(pdf.pages[0]);
  EXPECT_EQ(text.substr(text.find('\n') + 1), GetParam().expected);
}

std::string form(const std::string& content, const std::string& entries = "") {
  return stream(content, "/Subtype /Form /BBox [0 0 200 100] " + entries);
}

std::string pixel(const std::string& entries) {
  return stream("x", "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 " + entries);
}

const std::string kText = "BT /F1 10 Tf 20 70 Td (abc) Tj ET ";
const std::string kFonts = "/Resources << /Font << /F1 5 0 R >> >>";

INSTANTIATE_TEST_SUITE_P(
    Text, PdfPageTest,
    testing::Values(
        Case{"plain", {kText}, "text 20..36.1 @30 10pt Helvetica: abc\n"},
        Case{"colour_on_white",
             {"1 0 0 rg /G gs " + kText, "", "/ExtGState << /G << /ca 0.5 >> >>"},
             "text 20..36.1 @30 10pt Helvetica #ff8080: abc\n"},
        // The gap after the last letter is not part of it.
        Case{"letter_spacing",
             {"BT /F1 10 Tf 5 Tc 20 70 Td (aa) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica: aa\n"},
        Case{"scaled_by_matrix",
             {"2 0 0 2 0 0 cm BT /F1 5 Tf 10 35 Td (abc) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica: abc\n"},
        Case{"upwards",
             {"BT /F1 10 Tf 0 1 -1 0 50 20 Tm (abc) Tj ET"},
             "text -80..-63.9 @50 10pt Helvetica angle 270: abc\n"},
        Case{"outlined_is_bold",
             {"BT 2 Tr 0.3 w /F1 10 Tf 20 70 Td (abc) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica bold: abc\n"},
        Case{"drawn_twice_is_bold",
             {kText + " 1 0 0 1 0.3 0 cm " + kText},
             "text 20..36.1 @30 10pt Helvetica bold: abc\n"},
        Case{"drawn_again_is_there_once",
             {kText + kText},
             "text 20..36.1 @30 10pt Helvetica: abc\n"},
        Case{"crossing_texts_keep_their_letters",
             {kText + " BT /F1 10 Tf 20 70 Td (axyz) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica: abc\ntext 20..40.6 @30 10pt Helvetica: axyz\n"},
        Case{"slanted_is_italic",
             {"BT /F1 10 Tf 1 0 0.3 1 20 70 Tm (abc) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica italic: abc\n"},
        Case{"hidden",
             {"BT 3 Tr /F1 10 Tf 20 70 Td (abc) Tj ET"},
             "text 20..36.1 @30 10pt Helvetica invisible: abc\n"},
        Case{"clipped_away",
             {"100 0 100 100 re W n " + kText},
             "text 20..36.1 @30 10pt Helvetica invisible: abc\n"},
        Case{"off_the_page",
             {"BT /F1 10 Tf 20 -70 Td (abc) Tj ET"},
             "text 20..36.1 @170 10pt Helvetica invisible: abc\n"},
        Case{"hidden_layer",
             {"/OC /L BDC " + kText + " EMC",
              "",
              "/Properties << /L 6 0 R >>",
              "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
              {"<< /Type /OCG /Name (draft) >>"}},
             ""},
        Case{"artifact",
             {"/Artifact << /Type /Pagination >> BDC " + kText + " EMC"},
             "text 20..36.1 @30 10pt Helvetica artifact: abc\n"},
        Case{"actual_text_of_a_ligature",
             {"BT /F1 10 Tf 20 70 Td /Span << /ActualText (ffi) >> BDC (x) Tj EMC ET"},
             "text 20..25 @30 10pt Helvetica: ffi\n"},
        Case{"actual_text_letter_by_letter",
             {"BT /F1 10 Tf 20 70 Td /Span << /ActualText (xyz) >> BDC (abc) Tj EMC ET"},
             "text 20..36.1 @30 10pt Helvetica: xyz\n"},
        Case{"actual_text_of_a_line_moves_nothing",
             {"BT /F1 10 Tf 20 70 Td /Span << /ActualText (other) >> BDC (abcd) Tj EMC ET"},
             "text 20..41.7 @30 10pt Helvetica: abcd\n"},
        // Such codes are glyph ids as often as characters; who reads on must know.
        Case{"font_without_a_map_gives_its_codes",
             {"BT /F2 10 Tf 20 70 Td <00410042> Tj ET",
              "",
              "/Font << /F2 6 0 R >>",
              "",
              {"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Some-Bold /Encoding /Identity-H "
               "/DescendantFonts [7 0 R] >>",
               "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Some-Bold /DW 500 "
               "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"}},
             "text 20..30 @30 10pt Some-Bold unmapped bold: AB\n"}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Marks, PdfPageTest,
    testing::Values(
        Case{"stroke", {"1 w 20 50 m 120 50 l S"}, "rule [20 49.5 120 50.5]\n"},
        Case{"thin_rectangle", {"1 0 0 rg 20 50 0.5 40 re f"}, "upright [20 10 20.5 50] #ff0000\n"},
        Case{"rectangle_of_no_thickness", {"20 50 100 0 re f"}, "rule [20 50 120 50]\n"},
        Case{"stroked_rectangle",
             {"1 w 20 30 100 40 re S"},
             "rule [20 69.5 120 70.5]\nupright [119.5 30 120.5 70]\nrule [20 29.5 120 30.5]\n"
             "upright [19.5 30 20.5 70]\n"},
        Case{"thick_stroke", {"10 w 20 50 m 120 50 l S"}, "box [20 45 120 55]\n"},
        Case{"filled_box", {"0.5 g 20 30 100 40 re f"}, "box [20 30 120 70] #808080\n"},
        Case{"as_far_as_seen", {"0 0 50 100 re W n 20 30 100 40 re f"}, "box [20 30 50 70]\n"},
        Case{"drawings_are_no_rules",
             {"20 20 m 90 80 l S 20 20 m 30 30 40 30 50 20 c S 20 20 m 80 20 l 50 80 l f"},
             ""}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(
    Images, PdfPageTest,
    testing::Values(
        Case{"image",
             {"q 100 0 0 50 20 30 cm /I Do Q",
              "",
              "/XObject << /I 6 0 R >>",
              "",
              {pixel("/ColorSpace /DeviceGray")}},
             "image [20 20 120 70] 1x1\n"},
        Case{"inline_image",
             {"q 100 0 0 50 20 30 cm BI /W 4 /H 2 /BPC 8 /CS /G ID EI EI 12 EI Q " + kText},
             "text 20..36.1 @30 10pt Helvetica: abc\nimage [20 20 120 70] 4x2\n"},
        Case{"stretched_dot_is_a_rule",
             {"q 100 0 0 1 20 30 cm BI /W 1 /H 1 /IM true ID x EI Q"},
             "rule [20 69 120 70]\n"},
        // Poppler would decode the whole image to know its colours.
        Case{"jpeg2000_is_not_decoded",
             {"q 100 0 0 50 20 30 cm /I Do Q",
              "",
              "/XObject << /I 6 0 R >>",
              "",
              {stream("no image", "/Subtype /Image /Width 9 /Height 9 /Filter /JPXDecode")}},
             "image [20 20 120 70] 9x9\n"},
        Case{"form",
             {"1 0 0 1 10 0 cm /X Do",
              "",
              "/XObject << /X 6 0 R >>",
              "",
              {form(kText, "/Matrix [1 0 0 1 0 -20] " + kFonts)}},
             "text 30..46.1 @50 10pt Helvetica: abc\n"},
        Case{"form_of_the_page_s_fonts",
             {"/X Do", "", "/XObject << /X 6 0 R >>", "", {form(kText)}},
             "text 20..36.1 @30 10pt Helvetica: abc\n"},
        Case{"soft_mask_shows_nothing",
             {"/G gs 20 30 100 40 re f",
              "",
              "/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>",
              "",
              {form(kText, "/Group << /S /Transparency >> " + kFonts)}},
             "box [20 30 120 70]\n"}),
    [](const auto& tested) { return tested.param.name; });

std::string annotation(const std::string& entries) {
  return "/Annots [<< /Type /Annot /Rect [20 60 120 80] " + entries + " >>]";
}

INSTANTIATE_TEST_SUITE_P(
    Annotations, PdfPageTest,
    testing::Values(
        Case{"stamped_text",
             {"",
              annotation("/Subtype /Stamp /AP << /N 6 0 R >>"),
              "",
              "",
              {stream("BT /F1 10 Tf 0 5 Td (abc) Tj ET",
                      "/Subtype /Form /BBox [0 0 100 20] " + kFonts)}},
             "text 20..36.1 @35 10pt Helvetica annotation: abc\n"},
        Case{"signature_s_stamp",
             {"",
              annotation("/Subtype /Widget /Parent 7 0 R /AP << /N 6 0 R >>"),
              "",
              "",
              {stream("BT /F1 10 Tf 0 5 Td (abc) Tj ET",
                      "/Subtype /Form /BBox [0 0 100 20] " + kFonts),
               "<< /FT /Sig /T (s) >>"}},
             "text 20..36.1 @35 10pt Helvetica signature: abc\n"},
        Case{"reader_s_marks_are_left_out",
             {"",
              annotation("/Subtype /Highlight /AP << /N 6 0 R >>"),
              "",
              "",
              {stream("BT /F1 10 Tf 0 5 Td (abc) Tj ET",
                      "/Subtype /Form /BBox [0 0 100 20] " + kFonts)}},
             ""},
        Case{"hidden_annotation",
             {"",
              annotation("/Subtype /Stamp /F 2 /AP << /N 6 0 R >>"),
              "",
              "",
              {stream("BT /F1 10 Tf 0 5 Td (abc) Tj ET",
                      "/Subtype /Form /BBox [0 0 100 20] " + kFonts)}},
             ""},
        Case{"link",
             {"", annotation("/Subtype /Link /A << /S /URI /URI (https://example.org/a) >>")},
             "link [20 20 120 40] https://example.org/a\n"}),
    [](const auto& tested) { return tested.param.name; });

struct BoxCase {
  std::string name, box, page, expected;
};

class PdfBoxTest : public testing::TestWithParam<BoxCase> {};

TEST_P(PdfBoxTest, IsSeenFromTheTopLeft) {
  const BoxCase& box = GetParam();
  const std::string content =
      "BT /F1 10 Tf " + box.expected.substr(0, box.expected.find('|')) + " Tm (abc) Tj ET";
  const Pdf pdf =
      read_pdf(source(one_page({content, box.page, "", "", {}, box.box})), base::Budget{});
  EXPECT_EQ(dump(pdf.pages.at(0)), box.expected.substr(box.expected.find('|') + 1));
}

INSTANTIATE_TEST_SUITE_P(
    Boxes, PdfBoxTest,
    testing::Values(
        BoxCase{"upright", "[0 0 200 100]", "",
                "1 0 0 1 20 70|page 1 200x100\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"turned_right", "[0 0 200 100]", "/Rotate 90",
                "0 1 -1 0 30 20|page 1 100x200\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"upside_down", "[0 0 200 100]", "/Rotate 180",
                "-1 0 0 -1 180 30|page 1 200x100\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"turned_left", "[0 0 200 100]", "/Rotate 270",
                "0 -1 1 0 170 80|page 1 100x200\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"cropped", "[0 0 200 100]", "/CropBox [10 10 190 90]",
                "1 0 0 1 30 60|page 1 180x80\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"cropped_and_turned", "[0 0 200 100]", "/Rotate 90 /CropBox [10 10 190 90]",
                "0 1 -1 0 40 30|page 1 80x180\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"cropped_beside_the_page", "[0 0 200 100]", "/CropBox [300 300 400 400]",
                "1 0 0 1 20 70|page 1 200x100\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"corners_swapped", "[200 100 0 0]", "",
                "1 0 0 1 20 70|page 1 200x100\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"below_zero", "[-100 -50 100 50]", "",
                "1 0 0 1 -80 20|page 1 200x100\ntext 20..36.1 @30 10pt Helvetica: abc\n"},
        BoxCase{"ten_square_kilometres", "[0 0 9000000 9000000]", "",
                "1 0 0 1 20 8999970|page 1 1000000x1000000\ntext 20..36.1 @30 10pt Helvetica: "
                "abc\n"}),
    [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace kehoach::read
