#include "language/legacy/legacy_detection.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace kehoach::language {
namespace {

struct TextCase {
  const char* name;
  const char* input;
  const char* expected;
  const char* runs;  // "TCVN3 VNI"
};

std::string dump_runs(const LegacyText& text) {
  std::string runs;
  for (const LegacyRun& run : text.runs) {
    runs += (runs.empty() ? "" : " ") + std::string(name(run.font.encoding)) +
            (run.font.capitals ? "-H" : "") + (run.named ? "!" : "");
  }
  return runs;
}

TEST(LegacyDetection, ByItsWords) {
  const TextCase cases[] = {
      {"TCVN3", "KÕ ho¹ch trång rõng phßng hé ven biÓn, n¨m 2004, cña tØnh",
       "Kế hoạch trồng rừng phòng hộ ven biển, năm 2004, của tỉnh", "TCVN3"},
      {"VNI", "Keá hoaïch troàng röøng phoøng hoä ven bieån, naêm 2004, cuûa tænh",
       "Kế hoạch trồng rừng phòng hộ ven biển, năm 2004, của tỉnh", "VNI"},
      {"windows-1258", "Kêì hoaòch trôÌng rýÌng phoÌng hôò ven biêÒn, nãm 2004, cuÒa tiÒnh",
       "Kế hoạch trồng rừng phòng hộ ven biển, năm 2004, của tỉnh", "windows-1258"},
      {"Unicode", "Kế hoạch trồng rừng phòng hộ ven biển, năm 2004, của tỉnh",
       "Kế hoạch trồng rừng phòng hộ ven biển, năm 2004, của tỉnh", ""},
      {"too few words to prove anything", "KÕ ho¹ch n¨m 2004", "KÕ ho¹ch n¨m 2004", ""},
      {"a header typed anew",
       "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\nCăn cứ nghị quyết của hội đồng\n"
       "§Õn n¨m 2005 cã 80% sè x· cã nhµ v¨n hãa, tr¹m y tÕ ®¹t chuÈn",
       "ỦY BAN NHÂN DÂN TỈNH\nSố: 12/KH-UBND\nCăn cứ nghị quyết của hội đồng\n"
       "Đến năm 2005 có 80% số xã có nhà văn hóa, trạm y tế đạt chuẩn",
       "TCVN3"},
      {"two old fonts",
       "§Õn n¨m 2005 cã 80% sè x· cã nhµ v¨n hãa, tr¹m y tÕ ®¹t chuÈn\n"
       "Ñeán naêm 2005 coù 80% soá xaõ coù nhaø vaên hoùa, traïm y teá ñaït chuaån",
       "Đến năm 2005 có 80% số xã có nhà văn hóa, trạm y tế đạt chuẩn\n"
       "Đến năm 2005 có 80% số xã có nhà văn hóa, trạm y tế đạt chuẩn",
       "TCVN3 VNI"},
      {"French",
       "Les écoles du Québec étaient fermées à midi; les élèves français, très âgés, "
       "mangèrent « là-bas » sur les côtes près du château où Noël fût fêté",
       "Les écoles du Québec étaient fermées à midi; les élèves français, très âgés, "
       "mangèrent « là-bas » sur les côtes près du château où Noël fût fêté",
       ""},
      {"English with signs", "The café’s “naïve” menu: 5 × 4 m², ±2 °C, ½ price, © 2004 — £3 § 5",
       "The café’s “naïve” menu: 5 × 4 m², ±2 °C, ½ price, © 2004 — £3 § 5", ""},
      {"empty", "", "", ""},
  };
  for (const auto& [name, input, expected, runs] : cases) {
    const LegacyText read = read_legacy(input);
    EXPECT_EQ(read.text.utf8, expected) << name;
    EXPECT_EQ(dump_runs(read), runs) << name;
  }
}

TEST(LegacyDetection, ByFontName) {
  const std::string text = "ñy ban UBND Së Y tÕ Việt Nam";
  const std::size_t second = text.find("Së"), third = text.find("Việt");
  const FontHint hints[] = {{0, second - 1, {LegacyEncoding::kTcvn3, true}},
                            {second, third - 1, {LegacyEncoding::kTcvn3, false}},
                            {third, text.size(), {LegacyEncoding::kTcvn3, false}}};
  const LegacyText read = read_legacy(text, hints);
  EXPECT_EQ(read.text.utf8, "ỦY BAN UBND Sở Y tế Việt Nam");
  EXPECT_EQ(dump_runs(read), "TCVN3-H! TCVN3!");
  // Good Unicode in a font with an old name: the words win.
  const std::string good = "Ủy ban nhân dân tỉnh Bến Tre, nhà nước";
  const FontHint all[] = {{0, good.size(), {LegacyEncoding::kVni, false}}};
  EXPECT_EQ(read_legacy(good, all).text.utf8, good);
}

TEST(LegacyDetection, Encoding) {
  EXPECT_EQ(detect_legacy("Keá hoaïch troàng röøng phoøng hoä ven bieån cuûa tænh"),
            LegacyEncoding::kVni);
  EXPECT_EQ(detect_legacy("Kế hoạch trồng rừng phòng hộ ven biển của tỉnh"), std::nullopt);
}

std::string bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// No false alarm over any good text at hand.
TEST(LegacyDetection, LeavesGoodTextsAlone) {
  namespace fs = std::filesystem;
  const fs::path root = KEHOACH_ROOT, shared = root.parent_path() / "shared";
  std::size_t texts = 0;
  for (const fs::path& folder :
       {root / "corpus", shared / "real" / "texts", shared / "seeds", shared / "real"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string file = entry.path().filename().string();
      if (entry.path().extension() != ".txt" || file.starts_with("l-")) continue;
      const LegacyText read = read_legacy(bytes(entry.path()));
      EXPECT_TRUE(read.runs.empty()) << file << ": " << dump_runs(read);
      EXPECT_TRUE(read.text.edits.empty()) << file;
      ++texts;
    }
  }
  EXPECT_GT(texts, 50u);
}

}  // namespace
}  // namespace kehoach::language
