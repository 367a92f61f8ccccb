// Files that are broken, or made to hang or fill the memory of who reads them.
#include <gtest/gtest.h>
#include <openssl/evp.h>

#include <functional>

#include "base/error.h"
#include "made_pdf.h"
#include "page_dump.h"
#include "read/pdf/pdf.h"

namespace kehoach::read {
namespace {

const std::string kText = "BT /F1 10 Tf 20 70 Td (abc) Tj ET ";
const std::string kForm = "/Subtype /Form /BBox [0 0 200 100] ";

std::string codes(const Pdf& pdf) {
  std::string text;
  for (const base::Diagnostic& odd : pdf.diagnostics) text += odd.code + " ";
  for (const PdfPage& page : pdf.pages)
    for (const base::Diagnostic& odd : page.diagnostics) text += odd.code + " ";
  return text;
}

std::size_t glyphs(const Pdf& pdf) {
  std::size_t count = 0;
  for (const PdfPage& page : pdf.pages)
    for (const GlyphRun& run : page.runs) count += run.glyphs.size();
  return count;
}

std::string many(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// Objects 6, 7 … each with the next one twice in it, the last one `leaf`.
std::vector<std::string> doubling(const std::function<std::string(const std::string&)>& make,
                                  const std::string& leaf) {
  constexpr int kLevels = 40;
  std::vector<std::string> objects;
  for (int i = 0; i < kLevels; ++i) objects.push_back(make(object(7 + i)));
  objects.push_back(leaf);
  return objects;
}

struct Case {
  std::string name, file, expected;  // codes of the diagnostics, and how many glyphs were read
};

class PdfBoundsTest : public testing::TestWithParam<Case> {};

TEST_P(PdfBoundsTest, EndsAndSaysSo) {
  base::Budget budget;
  budget.max_pages = 3;
  budget.max_elements = 1000;
  budget.max_glyphs = 1500;
  budget.max_marks = 100;
  budget.max_operators = 20'000;
  budget.max_content_bytes = 100'000;
  const Pdf pdf = read_pdf(source(GetParam().file), budget);
  EXPECT_EQ(codes(pdf) + std::to_string(glyphs(pdf)), GetParam().expected);
}

std::string pages(int number, const std::string& content, const std::string& count) {
  MadePdf pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [" + many("5 0 R ", number) + "] /Count " + count + " >>");
  pdf.add_stream(content);
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  pdf.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 3 0 R /Resources << /Font << "
      "/F1 4 0 R >> >> >>");
  return pdf.bytes();
}

std::string forms_in_forms() {
  const auto make = [](const std::string& next) {
    return stream("/X Do /Y Do",
                  kForm + "/Resources << /XObject << /X " + next + " /Y " + next + " >> >>");
  };
  return one_page(
      {kText + "/X Do", "", "/XObject << /X 6 0 R >>", "", doubling(make, stream("", kForm))});
}

std::string soft_masks_in_soft_masks() {
  const std::string group = kForm + "/Group << /S /Transparency >> ";
  const auto state = [](const std::string& name, const std::string& mask) {
    return "/" + name + " << /SMask << /S /Alpha /G " + mask + " >> >> ";
  };
  const auto make = [&](const std::string& next) {
    return stream("/G gs /H gs", group + "/Resources << /ExtGState << " + state("G", next) +
                                     state("H", next) + " >> >>");
  };
  return one_page({"/G gs " + kText, "", "/ExtGState << " + state("G", "6 0 R") + ">>", "",
                   doubling(make, stream("", group))});
}

std::string functions_of_functions() {
  const auto make = [](const std::string& next) {
    return "<< /FunctionType 3 /Domain [0 1] /Functions [" + next + " " + next +
           "] /Bounds [0.5] /Encode [0 1 0 1] >>";
  };
  return one_page(
      {"/C cs 1 scn /S sh " + kText, "",
       "/ColorSpace << /C [/Separation /Ink /DeviceGray 6 0 R] >> /Shading << /S << /ShadingType 2 "
       "/ColorSpace /DeviceGray /Coords [0 0 1 1] /Function 6 0 R >> >>",
       "", doubling(make, "<< /FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1 >>")});
}

std::string layers_of_layers() {
  const auto make = [](const std::string& next) { return "[/And " + next + " " + next + "]"; };
  std::vector<std::string> objects = doubling(make, "<< /Type /OCG /Name (x) >>");
  const std::string layer = object(5 + static_cast<int>(objects.size()));
  objects.push_back("<< /Type /OCMD /VE 6 0 R >>");
  const std::string last = object(5 + static_cast<int>(objects.size()));
  return one_page({"/OC /L BDC " + kText + "EMC", "", "/Properties << /L " + last + " >>",
                   "/OCProperties << /OCGs [" + layer + "] /D << /ON [" + layer + "] >> >>",
                   objects});
}

std::string fields_of_fields(const std::string& page, const std::string& catalogue) {
  const std::string widget = "/Subtype /Widget /FT /Tx /T (x) /Rect [0 0 1 1] ";
  const auto make = [&](const std::string& next) {
    return "<< " + widget + "/Kids [" + next + " " + next + "] >>";
  };
  return one_page({kText, page, "", catalogue, doubling(make, "<< " + widget + ">>")});
}

INSTANTIATE_TEST_SUITE_P(
    Bounds, PdfBoundsTest,
    testing::Values(
        Case{"glyphs_of_a_page",
             one_page({"BT /F1 0.1 Tf 20 70 Td " + many("(0123456789) Tj ", 200) + "ET"}),
             "page-cut 1000"},
        Case{"glyphs_of_all_pages",
             pages(3, "BT /F1 0.1 Tf 20 70 Td " + many("(0123456789) Tj ", 90) + "ET", "3"),
             "pages-cut page-cut 1500"},
        Case{"pages", pages(5, kText, "5"), "pages-cut 9"},
        Case{"lines", one_page({kText + many("0 9 m 99 9 l S ", 500)}), "3"},
        Case{"operators", one_page({kText + many("q Q ", 30'000)}), "page-cut 3"},
        Case{"content", one_page({kText + std::string(200'000, ' ') + kText}), "page-cut 3"},
        Case{"states", one_page({kText + many("q ", 30'000)}), "page-cut 3"},
        Case{"dashes",
             one_page({kText + "[" + many("1 ", 5000) + "] 0 d " + many("q ", 20) + kText}),
             "page-cut 3"},
        Case{
            "form_in_itself",
            one_page({kText + "/X Do",
                      "",
                      "/XObject << /X 6 0 R >>",
                      "",
                      {stream("/X Do /X Do", kForm + "/Resources << /XObject << /X 6 0 R >> >>")}}),
            "3"},
        Case{"forms_in_forms", forms_in_forms(), "page-cut 3"},
        Case{"soft_masks_in_soft_masks", soft_masks_in_soft_masks(), "3"},
        Case{"functions_of_functions", functions_of_functions(), "3"},
        Case{"layers_of_layers", layers_of_layers(), "pdf-damaged 3"},
        Case{"fields_of_a_form", fields_of_fields("", "/AcroForm << /Fields [6 0 R] >>"),
             "form-dropped 3"},
        Case{"fields_of_a_page", fields_of_fields("/Annots [6 0 R]", ""), "page-cut 3"},
        Case{"content_that_claims_to_be_an_image",
             one_page({"",
                       "/Contents [4 0 R 6 0 R 7 0 R]",
                       "",
                       "",
                       {stream("no image", "/Filter /JBIG2Decode"), stream(kText)}}),
             "3"},
        Case{"huge_inline_image",
             one_page({"BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID xx EI Q " + kText}), "0"},
        Case{"matrix_without_end",
             one_page({"1e300 0 0 1e300 0 0 cm 1e300 0 0 1e300 0 0 cm 0 0 m 9 0 l S " + kText}),
             "pdf-damaged 0"},
        Case{"count_of_pages_too_large", pages(1, kText, "999999999"), "3"},
        Case{"count_of_pages_below_zero", pages(2, kText, "-1"), "6"},
        Case{"pages_that_are_not_there", pages(1, kText, "3"), "page-missing 3"},
        Case{
            "type_3_font_in_itself",
            one_page({"BT /F2 10 Tf 20 70 Td (aa) Tj ET",
                      "",
                      "/Font << /F2 6 0 R >>",
                      "",
                      {"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 "
                       "0] /CharProcs << /a 7 0 R >> /Encoding << /Differences [97 /a] >> "
                       "/FirstChar 97 /LastChar 97 /Widths [1] /Resources << /Font << /F2 6 0 R >> "
                       ">> >>",
                       stream("BT /F2 1 Tf (aa) Tj ET")}}),
            "2"}),
    [](const auto& tested) { return tested.param.name; });

std::string cut_before(std::string file, const std::string& word) {
  return file.substr(0, file.find(word));
}

std::string without(std::string file, const std::string& word) {
  return file.replace(file.find(word), word.size(), word.size(), ' ');
}

TEST(PdfRepairTest, ReadsWhatIsLeft) {
  const std::string whole = one_page({kText});
  const std::string table = whole.substr(0, whole.find("xref"));
  const std::string moved = "\n\n\n" + whole;
  for (const std::string& file :
       {table, cut_before(whole, "trailer"), cut_before(whole, "startxref"), moved,
        without(table, "/Type /Catalog"), whole.substr(0, whole.find("5 0 obj"))}) {
    const Pdf pdf = read_pdf(source(file), base::Budget{});
    ASSERT_EQ(pdf.pages.size(), 1u) << file;
    EXPECT_EQ(glyphs(pdf), file.find("/Helvetica") == std::string::npos ? 0u : 3u) << file;
  }
}

std::string error_code(const std::string& file) {
  try {
    read_pdf(source(file), base::Budget{});
  } catch (const base::Error& error) {
    return error.code();
  }
  return "none";
}

TEST(PdfRepairTest, SaysWhatCannotBeRead) {
  EXPECT_EQ(error_code(""), "broken");
  EXPECT_EQ(error_code("no PDF at all"), "broken");
  EXPECT_EQ(error_code("%PDF-1.7\n"), "broken");
  EXPECT_EQ(error_code("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"), "broken");
}

const std::string kPad(
    "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E"
    "\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A",
    32);

std::string md5(const std::string& bytes) {
  unsigned char digest[EVP_MAX_MD_SIZE];
  unsigned length = 0;
  EVP_Digest(bytes.data(), bytes.size(), digest, &length, EVP_md5(), nullptr);
  return std::string(reinterpret_cast<char*>(digest), length);
}

std::string rc4(const std::string& key, std::string bytes) {
  unsigned char box[256];
  for (int i = 0; i < 256; ++i) box[i] = static_cast<unsigned char>(i);
  const auto at = [&](int i) -> unsigned char& { return box[i & 255]; };
  for (int i = 0, j = 0; i < 256; ++i) {
    j = (j + at(i) + static_cast<unsigned char>(key[static_cast<std::size_t>(i) % key.size()])) &
        255;
    std::swap(at(i), at(j));
  }
  int i = 0, j = 0;
  for (char& byte : bytes) {
    i = (i + 1) & 255;
    j = (j + at(i)) & 255;
    std::swap(at(i), at(j));
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ at(at(i) + at(j)));
  }
  return bytes;
}

std::string hex(const std::string& bytes) {
  std::string text;
  char digits[3];
  for (const char byte : bytes) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
    text += digits;
  }
  return "<" + text + ">";
}

// Encrypted in the oldest way (RC4, 40 bits); `user` is the padded password.
std::string encrypted(const std::string& user) {
  const std::string owner(32, 'o'), id = "id";
  const std::string key = md5(user + owner + std::string("\xFC\xFF\xFF\xFF", 4) + id).substr(0, 5);
  const std::string of_content = md5(key + std::string("\x04\x00\x00\x00\x00", 5)).substr(0, 10);
  MadePdf pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
  pdf.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
  pdf.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << "
      "/F1 5 0 R >> >> >>");
  pdf.add_stream(rc4(of_content, kText));
  pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  return pdf.bytes("/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O " + hex(owner) + " /U " +
                   hex(rc4(key, kPad)) + " >> /ID [" + hex(id) + " " + hex(id) + "]");
}

TEST(PdfEncryptionTest, OpensWithTheEmptyPasswordOnly) {
  EXPECT_EQ(glyphs(read_pdf(source(encrypted(kPad)), base::Budget{})), 3u);
  EXPECT_EQ(error_code(encrypted("secret" + kPad.substr(0, 26))), "encrypted");
}

}  // namespace
}  // namespace kehoach::read
