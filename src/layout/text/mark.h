// The marks of Vietnamese documents that open a heading or an item: "I.", "1.", "1.1.", "a)",
// "(1)", "-", "+", "•". Whether a mark that stands here is one, the outline decides (outline.h).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::layout {

// From the outermost in; the order is used to tell what lies below what.
enum class MarkKind {
  kNone,
  kPart,
  kArticle,
  kRoman,
  kArabic,
  kMulti,
  kLetter,
  kParen,
  kDash,
  kPlus,
  kBullet
};

struct Mark {
  MarkKind kind = MarkKind::kNone;
  std::string label;         // "II", "1", "1.2", "a", "-"
  std::vector<int> numbers;  // {2}, {1}, {1, 2}, {1}; empty for dashes
  bool dotted = false;       // ends in a full stop or bracket
  bool spaced = false;       // a space follows
  std::size_t size = 0;      // bytes
};

// The mark at the start of `text`, which begins at a word border; nullopt if there is none.
std::optional<Mark> read_mark_text(std::string_view text);

// The letter that labels the item of this number: "đ" for 5; empty if there is none.
std::string_view item_letter(int value);

}  // namespace kehoach::layout
