#include "language/page_health.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::language {
namespace {

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

struct PageCase {
  const char* name;
  std::string text;
  std::size_t unmapped = 0, invisible = 0;
  double images = 0;
  bool stamp = false;
  const char* expected = "";
  std::optional<int> other_print = {};
};

TEST(PageHealth, Pages) {
  const std::string genuine = repeated("Các xã trồng cây trước mùa mưa. ", 20);
  const std::string bare = repeated("Cac xa trong cay truoc mua mua. ", 20);
  const std::string few = repeated("Mua hoa cho nhà trong xa, đi thăm dân ngay. ", 20);
  const std::string foreign_words = repeated("Các Ältere mềsz trừnk xốqw Kếz. ", 20);
  const std::string ids = repeated("&iF [m WU\u04d7QJ Fk\\ WU\u046d\u04dfF P\u00f9D. ", 20);
  const PageCase cases[] = {
      {"genuine", genuine, 0, 0, 0, false, "good: nothing is wrong with it"},
      {"genuine over a picture", genuine, 0, 0, 0.9, false, "good: nothing is wrong with it"},
      {"a table of numbers", repeated("1.234,5 2.345,6 12 34\n", 60), 0, 0, 0, false,
       "good: nothing is wrong with it"},
      {"the end of a document", "Nơi nhận: Như trên; Lưu: VT.", 0, 0, 0.1, false,
       "good: nothing is wrong with it"},
      {"an OCR layer with marks", genuine, 0, genuine.size(), 1, false,
       "suspicious: its text was read off an image by a machine"},
      {"an OCR layer of a reader of English", bare, 0, bare.size(), 1, false,
       "broken: its letters hardly have a mark of Vietnamese"},
      {"fewer marks than usual", few, 0, 0, 0, false,
       "suspicious: its letters hardly have a mark of Vietnamese"},
      {"no syllables", foreign_words, 0, 0, 0, false,
       "broken: its letters make no Vietnamese syllables"},
      {"glyph ids", ids, 0, 0, 0, false,
       "broken: its font gives numbers of glyphs, not characters"},
      {"bullets and signs of other blocks", genuine + "\uf0b7 \uf0b7 \u037e \u2022", 0, 0, 0, false,
       "good: nothing is wrong with it"},
      {"some glyphs without a map", genuine, 15, 0, 0, false,
       "suspicious: its font gives numbers of glyphs, not characters"},
      {"all glyphs without a map", "", 900, 0, 0, false,
       "broken: its font gives numbers of glyphs, not characters"},
      {"a scan", "", 0, 0, 1, false, "absent: it is an image without a text of its own"},
      {"a scan with a stamp", "Người ký: Cổng Thông tin điện tử", 0, 0, 1, false,
       "absent: it is an image without a text of its own"},
      {"a cover over a picture", "KẾ HOẠCH\nTrồng cây năm 2026\n", 0, 0, 1, false,
       "good: nothing is wrong with it", 0},
      {"a cover over a letter's head", "KẾ HOẠCH\nTrồng cây\ncủa xã\nnăm\n2025\n–\n2026\n", 0, 0, 1,
       false, "good: nothing is wrong with it", 3},
      {"a scan with words that no signature drew", "Người ký: Cổng Thông tin điện tử\n", 0, 0, 1,
       false, "absent: it is an image without a text of its own", 6},
      {"… and with many of them", repeated("Người ký: Cổng Thông tin\n", 11), 0, 0, 1, false,
       "absent: it is an image without a text of its own", 30},
      {"a slide", repeated("Người dân trồng cây xanh\n", 11), 0, 0, 1, false,
       "good: nothing is wrong with it", 9},
      {"glyph numbers over an image", "\u04d7QJ Fk\n", 0, 0, 1, false,
       "absent: it is an image without a text of its own", 0},
      {"an OCR layer that read badly", few, 0, few.size(), 1, false,
       "broken: its letters hardly have a mark of Vietnamese"},
      {"a stamp", "Người ký: Cổng Thông tin điện tử", 0, 0, 1, true,
       "absent: its text is only that of signature stamps"},
      {"blank", " \n", 0, 0, 0, false, "absent: there is nothing on it"},
  };
  for (const PageCase& c : cases) {
    const PageHealth health =
        judge_page({c.text, c.unmapped, c.invisible, c.images, c.stamp, c.other_print});
    EXPECT_EQ(std::string(name(health.state)) + ": " + std::string(reason(health.fault)),
              c.expected)
        << c.name << " " << health.text.marked_share() << " " << health.text.syllable_share();
    EXPECT_EQ(health.usable(), health.state < PageState::kBroken) << c.name;
  }
}

TEST(PageHealth, WordsWithMarksTellAnotherLanguageFromABrokenFont) {
  const struct {
    const char* text;
    bool sound;
  } cases[] = {
      {"The Department of Health of Nghệ An and the town of Cửa Lò shall report to the Board by "
       "the end of June.",
       true},
      {"Sè lîng c©y trång ph©n t¸n ®¹t kÕ ho¹ch n¨m, gi¶m chi phÝ cña x·.", false},
      {"Soá löôïng caây troàng ñaït keá hoaïch naêm, giaûm chi phí cuûa xaõ.", false},
      {"Le département présente la stratégie à la région.", false},
  };
  for (const auto& c : cases) {
    const PageHealth health = judge_page({c.text, 0, 0, 0, false, {}});
    EXPECT_EQ(10 * health.text.sound_words >= 8 * health.text.marked_words, c.sound)
        << c.text << " " << health.text.sound_words << "/" << health.text.marked_words;
  }
}

}  // namespace
}  // namespace kehoach::language
