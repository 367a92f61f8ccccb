#include "layout/text/segment.h"

#include <algorithm>

#include "layout/text/capitals.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kHeadingWords = 25;  // a heading with items below
constexpr std::size_t kStoppedWords = 8;   // … that ends in a full stop
constexpr std::size_t kColonWords = 12;    // a heading without a mark that ends in a colon
constexpr std::size_t kTitleWords = 40;    // a Roman heading

struct Shape {
  std::size_t words = 0;
  End end = End::kNone;
  bool capitals = false;
  bool sentence = false;  // a full stop or semicolon inside
  Weight weight = Weight::kUnknown;
  bool field = false;  // begins with a label such as "Thời gian thực hiện:"
};

Shape shape_of(const Stream& stream, const Segment& s) {
  Shape shape;
  shape.words = stream.words(s.body, s.end);
  shape.end = stream.end_before(s.end);
  if (shape.end == End::kWeak) shape.end = End::kNone;
  bool lower = false, upper = false;
  for (auto i = s.body; i < s.end; ++i) {
    const auto how = stream.case_of(i);
    lower = lower || how == Case::kLower || how == Case::kTitle;
    upper = upper || how == Case::kUpper;
    if (i > s.body + 1 && i + 1 < s.end && stream.end_before(i) == End::kFull && !stream.glued(i))
      shape.sentence = true;
  }
  shape.capitals = upper && !lower;
  if (const auto* given = stream.given_at(s.begin)) shape.weight = given->weight;
  shape.field = stream.is(s.body, "field_label") && stream.is_text(s.body + 1, ":");
  return shape;
}

int heading_level(const std::optional<Mark>& mark, bool capitals) {
  if (!mark) return capitals ? 1 : 2;
  switch (mark->kind) {
    case MarkKind::kPart:
      return 0;
    case MarkKind::kArticle:
    case MarkKind::kRoman:
      return 1;
    case MarkKind::kArabic:
      return 2;
    case MarkKind::kMulti:
      return static_cast<int>(mark->numbers.size()) + 1;
    case MarkKind::kLetter:
      return 4;
    default:
      return 5;
  }
}

MarkKind kind_of(const Segment& s) { return s.mark ? s.mark->kind : MarkKind::kNone; }

// Does `next` lie below `s`? A paragraph without a mark lies below any heading.
bool lies_below(const Segment& s, const Segment& next) {
  if (!next.mark) return true;
  if (kind_of(s) == MarkKind::kMulti && kind_of(next) == MarkKind::kMulti)
    return next.mark->numbers.size() > s.mark->numbers.size();
  return kind_of(next) > kind_of(s);
}

// Pages set whole sentences as headings too, to have them bold.
bool is_given_heading(const Segment& s, const Shape& shape) {
  return s.given > 0 && !shape.sentence && shape.words <= kHeadingWords &&
         (shape.end != End::kFull || shape.words <= kStoppedWords);
}

bool is_marked_heading(const Stream& stream, const Segment& s, const Shape& shape,
                       const Segment* next) {
  const auto kind = kind_of(s);
  if (kind >= MarkKind::kDash) return false;
  if (s.heading) return true;
  const bool stopped = shape.end == End::kFull;
  if (kind == MarkKind::kRoman || kind == MarkKind::kPart)
    return shape.words <= kTitleWords && !shape.sentence;
  if (shape.capitals && shape.words <= kHeadingWords && shape.words > 1) return true;
  if (shape.weight == Weight::kBold && shape.words <= kTitleWords && !shape.sentence) return true;
  if (!next || !lies_below(s, *next) || shape.sentence || shape.words > kHeadingWords) return false;
  if (shape_of(stream, *next).field || shape.field) return false;
  if (stopped) return shape.words <= kStoppedWords && next->mark.has_value();
  return shape.end != End::kComma;
}

bool is_plain_heading(const Stream& stream, const Segment& s, const Shape& shape,
                      const Segment* next) {
  if (s.heading) return true;
  // "QUYẾT ĐỊNH:" enacts, it heads nothing.
  const bool enacting = stream.is(s.body, "doc_type") && stream.is_text(s.body + 1, ":");
  if (shape.field || shape.sentence || enacting || !next) return false;
  if (shape.capitals) return shape.words <= kHeadingWords && shape.end != End::kFull;
  if (shape.weight == Weight::kBold && shape.words <= kHeadingWords && shape.end != End::kFull)
    return !stream.is_text(s.body, "(");
  if (shape.weight == Weight::kPlain) return false;
  // In a flow, and above the first part, it is the sentence that says what follows.
  const auto below = kind_of(*next);
  const bool above_parts =
      below == MarkKind::kPart || below == MarkKind::kRoman || below == MarkKind::kArticle;
  return shape.end == End::kColon && shape.words <= kColonWords && !stream.flow() && !above_parts &&
         !stream.is(s.body, "basis");
}

// How deep an item lies: each new kind of mark below the one before goes one deeper. Signs have no
// order of their own: where a list opens with "*", dashes lie below.
int item_level(std::vector<MarkKind>& open, MarkKind kind) {
  const auto known = std::find(open.begin(), open.end(), kind);
  if (known == open.end()) {
    while (kind < MarkKind::kDash && !open.empty() && open.back() > kind) open.pop_back();
    open.push_back(kind);
    return static_cast<int>(open.size());
  }
  open.erase(known + 1, open.end());
  return static_cast<int>(open.size());
}

}  // namespace

void add_segments(const Stream& stream, const std::vector<Segment>& segments, BlockList& blocks) {
  std::vector<MarkKind> open;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto& s = segments[i];
    const auto* next = i + 1 < segments.size() ? &segments[i + 1] : nullptr;
    const auto shape = shape_of(stream, s);
    const bool given = is_given_heading(s, shape);
    const bool heading = given || (s.mark ? is_marked_heading(stream, s, shape, next)
                                          : is_plain_heading(stream, s, shape, next));
    auto kind = BlockKind::kParagraph;
    if (heading) {
      kind = BlockKind::kHeading;
    } else if (s.mark && s.mark->kind != MarkKind::kArticle) {
      kind = BlockKind::kListItem;
    }
    auto* block = blocks.add(kind, s.begin, s.end);
    if (!block) continue;
    if (s.mark) {
      block->label = s.mark->label;
      block->label_drawn = s.mark->size == 0;
    }
    if (heading) {
      block->level = given && !s.mark ? s.given : heading_level(s.mark, shape.capitals);
      open.clear();
    } else if (kind == BlockKind::kListItem) {
      block->level = item_level(open, s.mark->kind);
    } else if (s.mark) {
      block->level =
          heading_level(s.mark, false);  // "Điều 1. Thành lập …": an article without title
    }
  }
}

}  // namespace kehoach::layout
