#include "layout/text/outline.h"

#include <algorithm>

#include "match/values.h"

namespace kehoach::layout {
namespace {

// A heading that runs straight into the first item below it is no longer than this.
constexpr std::size_t kHeadingWords = 20;
// How many numbers a list may skip.
constexpr int kSkip = 3;

bool counts_on(int value, int last) { return value >= last && value <= last + kSkip; }

bool is_done(End end) { return end == End::kFull || end == End::kColon; }

std::optional<PlacedMark> word_mark(const Stream& stream, std::size_t i, MarkKind kind) {
  const auto label = stream.sequence().part(stream.at(i), "label");
  Mark mark{kind, std::string(stream.text(i)), {}, false, true, stream.text(i).size()};
  if (const auto number = match::parse_int(label)) {
    mark.numbers = {*number};
  } else if (const auto roman = match::parse_roman(label)) {
    mark.numbers = {*roman};
  }
  std::size_t body = i + 1;
  for (; stream.is_text(body, ".") || stream.is_text(body, ":"); ++body) mark.dotted = true;
  return PlacedMark{std::move(mark), i, body};
}

// "đoạn Vĩnh Hy - Bình Tiên": a dash that joins two names opens no item.
bool between_names(const Stream& stream, const PlacedMark& placed) {
  return stream.case_of(placed.begin - 1) == Case::kTitle &&
         stream.case_of(placed.body) == Case::kTitle &&
         stream.case_of(placed.body + 1) == Case::kTitle && !stream.is(placed.body, "body_head");
}

// Of a list whose numbers a browser draws: a mark without tokens.
std::optional<PlacedMark> drawn_mark(const Stream& stream, std::size_t i) {
  const auto* given = stream.given_at(i);
  if (!given || !given->mark) return std::nullopt;
  return PlacedMark{*given->mark, i, i};
}

}  // namespace

std::optional<PlacedMark> mark_at(const Stream& stream, std::size_t i) {
  if (i >= stream.size() || stream.is_break(i) || stream.glued(i)) return std::nullopt;
  if (stream.is(i, "article_mark")) return word_mark(stream, i, MarkKind::kArticle);
  if (stream.is(i, "part_mark")) return word_mark(stream, i, MarkKind::kPart);
  if (stream.is(i, "rule")) return std::nullopt;
  const auto begin = stream.at(i).span.begin;
  auto mark = read_mark_text(std::string_view(stream.flat()).substr(begin, 16));
  if (!mark) return drawn_mark(stream, i);
  const auto body = stream.token_from(begin + mark->size);
  // A token that runs past the mark (a date, a code) is no mark.
  if (stream.at(body - 1).span.end != begin + mark->size) return drawn_mark(stream, i);
  return PlacedMark{std::move(*mark), i, body};
}

namespace {

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789,.") == std::string_view::npos;
}

// "II. CHỈ TIÊU NĂM 2024 - 90% hồ sơ …": behind a heading in capitals a rate opens the first item,
// unless the dash may stand in a range ("5 - 10%").
bool opens_rate(const Stream& stream, const PlacedMark& placed, const OpenBlock& open) {
  if (stream.case_of(open.body) != Case::kUpper || placed.body + 1 >= stream.size()) return false;
  const auto before = stream.text(placed.begin - 1);
  const bool range = is_digits(before) && before.size() != 4;
  return !range && is_digits(stream.text(placed.body)) && stream.is_text(placed.body + 1, "%");
}

// "khoản 2.", "cấp 1.": a number that belongs to the word before it. Letters follow only what laws
// number, and a heading in capitals may end in such a word ("… PHONG TRÀO HỌC TẬP 1. Kết quả").
bool belongs_to_word(const Stream& stream, const PlacedMark& placed) {
  const auto before = placed.begin - 1;
  if (!stream.is(before, "counted")) return false;
  if (stream.at(before).value == "article") return true;
  if (placed.mark.kind == MarkKind::kLetter) return false;
  return stream.case_of(before) != Case::kUpper || stream.case_of(placed.body) != Case::kTitle;
}

// Two words of capitals: one may be an abbreviation ("Phần III NQ 12").
bool opens_in_capitals(const Stream& stream, std::size_t i) {
  const bool words = stream.text(i).find(' ') != std::string_view::npos;
  return stream.is_capitals(i) && (words || (i + 1 < stream.size() && stream.is_capitals(i + 1)));
}

// The words right before `i`, up to a colon, are a body's name.
bool named_behind_colon(const Stream& stream, std::size_t i) {
  while (i > 0 && !stream.is_text(i - 1, ":")) --i;
  return i > 0 && stream.is(i, "body_head") && stream.case_of(i) == Case::kTitle;
}

}  // namespace

bool Outline::accepts(const Stream& stream, const PlacedMark& placed, const OpenBlock& open) const {
  const auto i = placed.begin;
  const auto& mark = placed.mark;
  if (stream.line_start(i)) {
    // "-Đầu tư": where a paragraph begins for sure, a dash before a capital is a mark.
    const bool glued = stream.whole() && stream.can_open(placed.body);
    return mark.spaced || mark.kind <= MarkKind::kMulti || glued;
  }
  if (!mark.spaced || !stream.flow() || placed.body >= stream.size()) return false;
  const End end = stream.end_before(i);
  if (mark.kind < MarkKind::kDash && !is_done(end) && belongs_to_word(stream, placed)) return false;
  const bool brief = open.kind != MarkKind::kNone && open.kind < MarkKind::kDash && !open.stopped &&
                     open.body < i && i - open.body <= 3 * kHeadingWords &&
                     stream.words(open.body, i) <= kHeadingWords;
  const bool heading = brief && !open.sentence;
  const bool opens = stream.can_open(placed.body);
  switch (mark.kind) {
    case MarkKind::kPart:
      // "… NĂM 2026 Phần thứ nhất ĐÁNH GIÁ TÌNH HÌNH": the title in capitals tells.
      return is_done(end) ? opens
                          : mark.size > 2 && (stream.case_of(i) == Case::kUpper ||
                                              opens_in_capitals(stream, placed.body));
    case MarkKind::kArticle:
      return mark.dotted && opens && (is_done(end) || stream.is(i - 1, "doc_type"));
    case MarkKind::kRoman:
      return opens && accepts_roman(stream, placed, end, heading && open.kind == MarkKind::kPart);
    case MarkKind::kArabic:
      // "1- Ban Tổ chức" only where an item or heading ended: "5- 6" may be a range.
      return opens && (mark.dotted || is_done(end) || heading) &&
             accepts_arabic(stream, placed, end, heading);
    case MarkKind::kMulti:
      return opens && (accepts_multi(placed, end, heading) || follows_multi(placed.mark));
    case MarkKind::kLetter:
      // "1. Chỉ số Tiếp cận đất đai: Sở Xây dựng a) Cập nhật": a heading with a colon of its own.
      return accepts_letter(placed, end,
                            heading || (brief && opens && named_behind_colon(stream, i)));
    case MarkKind::kParen:
      return opens && accepts_paren(stream, placed, end, heading);
    default:
      return opens && accepts_dash(stream, placed, end, open, heading);
  }
}

bool Outline::accepts_roman(const Stream& stream, const PlacedMark& placed, End end,
                            bool below_part) const {
  const int value = placed.mark.numbers[0];
  const bool capitals = stream.is_capitals(placed.body);
  // "PHẦN II. NHIỆM VỤ I. Đẩy mạnh": the title of a part in capitals, its first chapter is not.
  if (below_part && value == 1 && stream.case_of(placed.begin - 1) == Case::kUpper) return true;
  if (is_done(end)) return capitals || value == roman_ + 1 || value == 1;
  return capitals && (value == roman_ + 1 || value == 1);
}

bool Outline::accepts_arabic(const Stream& stream, const PlacedMark& placed, End end,
                             bool heading) const {
  const int value = placed.mark.numbers[0];
  if (is_done(end)) return value == 1 || (arabic_ > 0 && counts_on(value, arabic_));
  if (value == 1) return heading;
  // A full stop is missing; between a number and its unit or noun there is none either.
  return value == arabic_ + 1 && arabic_ > 0 && stream.case_of(placed.body) != Case::kNone;
}

bool Outline::accepts_multi(const PlacedMark& placed, End end, bool heading) const {
  const int first = placed.mark.numbers[0];
  const bool fits = first == arabic_ || first == roman_ || first == arabic_ + 1;
  return fits && (is_done(end) || ((heading || end == End::kWeak) && placed.mark.dotted) ||
                  (heading && placed.mark.numbers.back() == 1));
}

// "1.2." behind "1.1.", without a stop between them.
bool Outline::follows_multi(const Mark& mark) const {
  if (!mark.dotted || multi_.empty() || mark.numbers.size() != multi_.size()) return false;
  return std::equal(multi_.begin(), multi_.end() - 1, mark.numbers.begin()) &&
         mark.numbers.back() == multi_.back() + 1;
}

bool Outline::accepts_letter(const PlacedMark& placed, End end, bool heading) const {
  const int value = placed.mark.numbers[0];
  const bool goes_on = letter_ > 0 && value > letter_ && value <= letter_ + 2;
  if (is_done(end)) return value == 1 || goes_on;
  return (heading && value == 1) || (goes_on && end != End::kNone);
}

bool Outline::accepts_paren(const Stream& stream, const PlacedMark& placed, End end,
                            bool heading) const {
  const int value = placed.mark.numbers[0];
  // Items of the inner list end in semicolons, the outer item in a full stop.
  if (nested_) return stream.is_text(placed.begin - 1, ".") && value == paren_ + 1;
  if (value == 1) return paren_ == 0 && (is_done(end) || heading);
  return paren_ > 0 && counts_on(value, paren_) && end != End::kNone && end != End::kComma;
}

bool Outline::accepts_dash(const Stream& stream, const PlacedMark& placed, End end,
                           const OpenBlock& open, bool heading) const {
  if (is_done(end)) return true;
  const bool among_dashes = open.kind == MarkKind::kDash || open.kind == MarkKind::kPlus ||
                            open.kind == MarkKind::kBullet;
  if (end == End::kComma) return among_dashes;
  if (end == End::kWeak && (among_dashes || heading)) return true;
  // "1. Công tác tuyên truyền - Thực hiện": a heading runs into its first item; but a range of
  // years has digits on both sides, and names have dashes of their own (tokens of the lexicon).
  return heading && (stream.is_word(placed.body) || opens_rate(stream, placed, open)) &&
         !between_names(stream, placed);
}

void Outline::note_nested(const PlacedMark& placed) {
  if (placed.mark.kind == MarkKind::kParen && placed.mark.numbers[0] == 1 && paren_ > 0)
    nested_ = true;
}

void Outline::enter(const Mark& mark) {
  if (mark.kind == MarkKind::kMulti) multi_ = mark.numbers;
  if (mark.kind < MarkKind::kMulti) multi_.clear();
  const int value = mark.numbers.empty() ? 0 : mark.numbers.back();
  switch (mark.kind) {
    case MarkKind::kPart:
      roman_ = arabic_ = letter_ = paren_ = 0;
      break;
    case MarkKind::kArticle:
      article_ = value;
      roman_ = arabic_ = letter_ = paren_ = 0;
      break;
    case MarkKind::kRoman:
      roman_ = value;
      arabic_ = letter_ = paren_ = 0;
      break;
    case MarkKind::kArabic:
      arabic_ = value;
      letter_ = paren_ = 0;
      break;
    case MarkKind::kMulti:
      arabic_ = mark.numbers[0];
      letter_ = paren_ = 0;
      break;
    case MarkKind::kLetter:
      letter_ = value;
      break;
    case MarkKind::kParen:
      paren_ = value;
      break;
    default:
      return;
  }
  nested_ = false;
}

}  // namespace kehoach::layout
