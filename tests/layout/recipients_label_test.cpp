#include "layout/pdf/recipients_label.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>

#include "blind_eyes.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

const match::Matcher& pack() {
  static const rules::RuleSet rules = rules::load();
  static const match::Matcher matcher(rules);
  return matcher;
}

// Sees lines of words where it looks, 12 points apart.
class Eyes : public BlindEyes {
 public:
  explicit Eyes(std::vector<std::string> lines) : lines_(std::move(lines)) {}

  read::ScanPage look(int, const base::Box& box, double, const read::ZoneLook&) const override {
    read::ScanPage page;
    double y = box.y0;
    for (int line = 0; line < static_cast<int>(lines_.size()); ++line) {
      std::istringstream in(lines_[static_cast<std::size_t>(line)]);
      double x = box.x0 + 10;
      y += 12;
      for (std::string word; in >> word; x += 40)
        page.words.push_back({word, {x, y - 9, x + 30, y + 2}, y, 11, 0.9, line});
    }
    return page;
  }

 private:
  std::vector<std::string> lines_;
};

// "380:KT." stands at 380, words after it 40 points further each.
PageRow row_of(double baseline, const std::string& text) {
  std::istringstream in(text);
  std::vector<PageWord> words;
  double x = 80;
  for (std::string token; in >> token; x += 40) {
    if (const auto at = token.find(':'); at == 3) {
      x = std::stod(token);
      token.erase(0, 4);
    }
    PageWord word;
    word.text = token;
    word.confidence = 0.9;
    word.size = 12;
    word.baseline = baseline;
    word.box = {x, baseline - 9, x + 30, baseline + 2};
    words.push_back(word);
  }
  return make_row(std::move(words));
}

// The rows from the label on; "none" without one.
std::string dump(const std::vector<std::string>& rows, const std::vector<std::string>& seen) {
  PageText page;
  page.number = 1;
  page.width = 595;
  page.height = 842;
  double y = 400;
  for (const auto& row : rows) page.rows.push_back(row_of(y += 20, row));
  const Eyes eyes(seen);
  const auto label = find_recipients_label(page, eyes, pack());
  if (!label) return "none";
  std::string text;
  for (auto i = *label; i < page.rows.size(); ++i)
    text += (text.empty() ? "" : " | ") + row_text(page.rows[i]);
  return text;
}

// Dirt and letters as they were read.
TEST(RecipientsLabel, KeepsWhatWasRecognised) {
  for (const auto& [read, original] :
       {std::pair{".Nơi nhận:", ".Nơi"}, {".ơi nhận:", ".ơi"}, {". Vơi nhận:", "Vơi"}}) {
    PageText page;
    page.width = 595;
    page.rows = {row_of(420, "thi hành."), row_of(440, read), row_of(460, "- Như trên;")};
    ASSERT_TRUE(find_recipients_label(page, Eyes({}), pack())) << read;
    EXPECT_EQ(page.rows[1].words[0].text, "Nơi") << read;
    EXPECT_EQ(page.rows[1].words[0].original, original) << read;
  }
}

TEST(RecipientsLabel, IsFoundOnScans) {
  struct Case {
    std::vector<std::string> rows, seen;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {{"thi hành.", "Nơi nhận: 380:KT. GIÁM ĐỐC", "- Như trên;"},
       {},
       "Nơi nhận: KT. GIÁM ĐỐC | - Như trên;"},
      // Dirt before it; its first letter is not there, or another.
      {{"thi hành.", ".Nơi nhận:", "- Như trên;"}, {}, "Nơi nhận: | - Như trên;"},
      {{"thi hành.", "ơi nhận:", "- Như trên;"}, {}, "Nơi nhận: | - Như trên;"},
      {{"thi hành.", ". Vơi nhận:", "- Như trên;"}, {}, "Nơi nhận: | - Như trên;"},
      {{"thi hành.", "Vơi nhận:", "Như trên;"}, {}, "none"},
      // It stands between two lines of the signature, and one line was made of all.
      {{"thi hành.", "nh ỤH 380:GIÁM ĐỐC", "- Như trên;", "- Lưu: VT."},
       {"Nơi nhận:"},
       "Nơi nhận: | GIÁM ĐỐC | - Như trên; | - Lưu: VT."},
      {{"thi hành.", "nh ỤH 380:GIÁM ĐỐC", "- Như trên;", "- Lưu: VT."},
       {},
       "nh ỤH GIÁM ĐỐC | - Như trên; | - Lưu: VT."},
      {{"thi hành.", "Đơn vị 380:GHI CHÚ", "- Xã;", "- Phường."}, {"Nơi nhận:"}, "none"},
  };
  for (const auto& test : cases) EXPECT_EQ(dump(test.rows, test.seen), test.expected);
}

}  // namespace
}  // namespace kehoach::layout
