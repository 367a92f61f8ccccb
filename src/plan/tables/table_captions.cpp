#include "plan/tables/table_captions.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;

constexpr std::size_t kMostLines = 6;  // above the table
constexpr std::size_t kLongest = 400;  // bytes of one line
constexpr std::string_view kStage = "task-cues";

class CaptionReader {
 public:
  CaptionReader(const Reading& reading, const Grid& grid)
      : reading_(reading), first_(grid.rows.front().entry), page_(reading.block(first_).page) {}

  std::string read() {
    std::string caption;
    const std::size_t least = first_ - std::min(first_, kMostLines);
    for (std::size_t i = first_; i-- > least;) {
      const layout::Block& block = reading_.block(i);
      if (block.kind == BlockKind::kTableRow || block.page != page_) break;
      if (reading_.block_text(i).size() > kLongest) break;
      const auto tokens = reading_.matcher.tokenize(reading_.block_text(i), kStage);
      if (stands_between(block, tokens)) continue;
      const bool opens = !tokens.tokens.empty() && tokens.tokens.front().is("table-title");
      if (!opens && !is_title(i)) break;
      // A heading of the text names the table only where it has no name of its own.
      if (!opens && !block.label.empty() && !caption.empty()) break;
      caption = without_colon(reading_.block_text(i)) + (caption.empty() ? "" : " ") + caption;
      if (opens || !block.label.empty()) break;
    }
    return caption;
  }

 private:
  static std::string without_colon(std::string_view text) {
    while (text.ends_with(':') || text.ends_with(' ')) text.remove_suffix(1);
    return std::string(text);
  }

  // "(Kèm theo Kế hoạch số …)", "Đơn vị tính: triệu đồng".
  static bool stands_between(const layout::Block& block, const match::TokenSequence& tokens) {
    if (block.kind == BlockKind::kReference || tokens.tokens.empty()) return true;
    return tokens.slice(tokens.tokens.front()) == "(" || tokens.tokens.front().is("column", "unit");
  }

  bool is_title(std::size_t i) const {
    const std::string_view text = reading_.block_text(i);
    if (text.ends_with('.') || text.ends_with(';') || text.ends_with(':')) return false;
    const BlockKind kind = reading_.block(i).kind;
    return kind == BlockKind::kHeading || kind == BlockKind::kType ||
           kind == BlockKind::kAbstract || language::is_upper_word(text);
  }

  const Reading& reading_;
  std::size_t first_;
  std::optional<int> page_;
};

}  // namespace

std::string read_caption(const Reading& reading, const Grid& grid) {
  return CaptionReader(reading, grid).read();
}

}  // namespace kehoach::plan
