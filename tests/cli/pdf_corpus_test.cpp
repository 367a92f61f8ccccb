// Lines of text that the corpus' PDFs show to a reader of the page, and what is no text of theirs.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_command.h"

namespace kehoach::cli {
namespace {

struct Case {
  const char* name;
  const char* file;
  std::vector<const char*> lines;  // whole lines of the text
  std::vector<const char*> absent = {};
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

class PdfText : public CommandLine, public testing::WithParamInterface<Case> {};

TEST_P(PdfText, HoldsTheLinesThatAReaderSees) {
  const Case& test = GetParam();
  const Ran ran =
      run(std::string("kehoach extract --text '" KEHOACH_ROOT "/corpus/") + test.file + ".pdf'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto holds = [&](const std::string& words) {
    return ("\n" + ran.out).find(words) != std::string::npos;
  };
  for (const char* line : test.lines)
    EXPECT_TRUE(holds(std::string("\n") + line + "\n")) << "no line: " << line;
  for (const char* words : test.absent) EXPECT_FALSE(holds(words)) << "there is: " << words;
}

const Case kCases[] = {
    {"NumberStampedOverABlank",
     "x-cong-van-soc-trang-han-man-2024",
     {"Số: 385/UBND-KT", "Sóc Trăng, ngày 11 tháng 3 năm 2024", "HỎA TỐC"}},
    {"NumberAndDayAsAnnotations",
     "q-tuyen-quang-chuyen-doi-so-2026",
     {"Số: 318 /QĐ-UBND", "Tuyên Quang, ngày 24 tháng 12 năm 2025"},
     {"Thời gian ký"}},
    {"FootnoteMarkBehindANumber",
     "p-binh-phuoc-papi-2024",
     {"1Có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2023."},
     {"QH151", "2022)2"}},
    {"NumberOverALineEnd",
     "p-lam-dong-pho-bien-luat-2026",
     {"1. Tuyên truyền các luật mới có hiệu lực từ ngày 01 tháng 01 năm 2026 bằng tiếng Việt, "
      "tiếng K’Ho và tiếng Chăm."},
     {"QĐ- UBND", "TTr- STP"}},
    {"TwoColumns",
     "p-cong-bao-ca-mau-tom-2023",
     {"- Giá trị xuất khẩu tôm sinh thái đạt 120 triệu USD vào năm 2027.",
      "b) Cấm sử dụng hóa chất ngoài danh mục trong vuông nuôi; lấy mẫu giám sát hằng quý."},
     {"CÔNG BÁO"}},
    {"LetterSpacedHeadings",
     "d-duc-linh-thu-gom-rac-2023",
     {"KẾ HOẠCH", "II. NHIỆM VỤ, GIẢI PHÁP"}},
    {"BoldDrawnTwiceAndATurnedPage",
     "p-hai-phong-cay-xanh-2021",
     {"I. MỤC TIÊU", "Công tác quy hoạch", "- Bộ Xây dựng;", "Lưu Mạc Trọng Hiển"}},
    {"LettersFromAnotherFontInMidWord",
     "c-hoa-tien-phong-chong-dich-2024",
     {"4. Không để xảy ra trường hợp tử vong do bệnh dại."}},
    {"Watermark",
     "c-ia-hrung-nuoc-sach-2026",
     {"- Xây mới 120 nhà tiêu hợp vệ sinh."},
     {"DỰ THẢO"}},
    {"Tcvn3",
     "p-nam-dinh-xoa-doi-2003",
     {"Xoá đói giảm nghèo và giải quyết việc làm tỉnh Nam Định năm 2003",
      "3. Sở Thuỷ sản hướng dẫn kỹ thuật nuôi trồng, đánh bắt cho hộ nghèo vùng biển."}},
    {"Vni",
     "p-tien-giang-lua-gao-2006",
     {"Mỹ Tho, ngày 12 tháng 7 năm 2006",
      "2. 100% diện tích bị bệnh trên 30% số dảnh được tiêu hủy trong 05 ngày."}},
    {"Tcvn3BelowAUnicodeHead",
     "s-so-van-hoa-thai-binh-2008",
     {"Số: 203/KH-SVHTTDL", "- Có từ 16 đội chèo trở lên tham dự."}},
    {"OutsideOfTheCropBox", "x-bao-cao-bac-kan-rung-2022", {"Số: 592 /BC-UBND"}, {"indd"}},
    {"RepeatedTableHead",
     "s-so-gtvt-quang-nam-atgt-2025",
     {"C\tTuyên truyền\t\t\t",
      "2\tTổ chức hội thi lái xe an toàn cho 300 công nhân khu công nghiệp Tam Thăng\tVăn phòng "
      "Sở\tBan Quản lý các khu kinh tế và khu công nghiệp; Liên đoàn Lao động tỉnh\tTháng 9/2025"}},
};

INSTANTIATE_TEST_SUITE_P(Corpus, PdfText, testing::ValuesIn(kCases),
                         [](const auto& test) { return test.param.name; });

using PdfRecord = CommandLine;

TEST_F(PdfRecord, NamesItsSignature) {
  const Ran ran =
      run("kehoach extract -f jsonl '" KEHOACH_ROOT "/corpus/b-bo-khoa-hoc-do-luong-2025.pdf'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto source = nlohmann::json::parse(ran.out)["source"];
  ASSERT_EQ(source["signatures"].size(), 1U) << source;
  EXPECT_EQ(source["signatures"][0]["signer"], "Bộ Khoa học và Công nghệ (mẫu)");
  EXPECT_THAT(source["signatures"][0]["time"].get<std::string>(),
              testing::StartsWith("2025-09-09T"));
}

// A scan with a poor hidden layer: nothing that it says is taken for a fact.
TEST_F(PdfRecord, SoundTextIsNeverReadOffAnImage) {
  std::string paths;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(KEHOACH_ROOT "/corpus")) {
    if (entry.path().extension() != ".pdf") continue;
    std::ifstream gold(std::filesystem::path(entry.path()).replace_extension(".gold.json"));
    if (nlohmann::json::parse(gold)["kind"] == "scanned") continue;
    paths += " '" + entry.path().string() + "'";
    ++count;
  }
  const Ran ran = run("kehoach extract -f jsonl" + paths);
  ASSERT_EQ(ran.code, 0) << ran.err;
  std::istringstream lines(ran.out);
  for (std::string line; std::getline(lines, line); --count) {
    const auto source = nlohmann::json::parse(line)["source"];
    EXPECT_EQ(source["text_origin"], "text-layer") << source["path"];
  }
  EXPECT_EQ(count, 0U);
}

TEST_F(PdfRecord, APageWithABrokenTextIsReadOffItsImage) {
  const Ran ran =
      run("kehoach extract -f jsonl '" KEHOACH_ROOT "/corpus/c-phuoc-hoi-don-thu-2019.pdf'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto record = nlohmann::json::parse(ran.out);
  EXPECT_EQ(record["source"]["text_origin"], "ocr");
  EXPECT_EQ(record["document"]["number"]["value"], "41/KH-UBND");
  EXPECT_EQ(record["document"]["issuer"]["value"], "UBND phường Phước Hội");
  // Read again from the image, and the readings agree: as sure as text, not surer.
  EXPECT_LE(record["document"]["number"]["confidence"].get<double>(), 0.95);
  EXPECT_LT(record["document"]["title"]["confidence"].get<double>(), 0.95);
  EXPECT_FALSE(record["document"]["number"]["evidence"][0]["boxes"].empty());
  ASSERT_FALSE(record["diagnostics"].empty());
  EXPECT_EQ(record["diagnostics"][0]["code"], "page-recognised");
}

TEST_F(PdfRecord, TakesNothingFromABrokenTextLayer) {
  const Ran ran = run("kehoach extract --ocr never -f jsonl '" KEHOACH_ROOT
                      "/corpus/c-phuoc-hoi-don-thu-2019.pdf'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const auto record = nlohmann::json::parse(ran.out);
  EXPECT_TRUE(record["document"]["number"].is_null());
  EXPECT_TRUE(record["tasks"].empty());
  EXPECT_FALSE(record["diagnostics"].empty());
}

}  // namespace
}  // namespace kehoach::cli
