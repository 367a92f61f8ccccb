#include "layout/text/body.h"

#include <algorithm>
#include <vector>

#include "layout/text/capitals.h"
#include "layout/text/closing.h"
#include "layout/text/letterhead.h"
#include "layout/text/outline.h"
#include "layout/text/segment.h"

namespace kehoach::layout {
namespace {

// How far below a type its reference line may stand, in tokens.
constexpr std::size_t kReferenceWithin = 120;

bool is_row(const Stream& stream, std::size_t i) {
  const auto end = stream.line_end(i);
  std::size_t borders = 0;
  for (auto k = i; k < end; ++k) {
    if (is_cell_border(stream, k)) ++borders;
    if (k > i) borders += stream.tabs_before(k);
  }
  return borders >= 1 && !stream.flow();
}

// "| 1 | Rà soát | Sở Y tế |": borders at both ends and between words. Not the rule "|---|---|".
bool is_framed_row(const Stream& stream, std::size_t i) {
  const auto end = stream.line_end(i);
  if (stream.flow() || end < i + 3 || !is_cell_border(stream, i) ||
      !is_cell_border(stream, end - 1))
    return false;
  bool inner = false, words = false;
  for (auto k = i + 1; k + 1 < end; ++k) {
    if (is_cell_border(stream, k)) {
      inner = true;
    } else if (!stream.is(k, "rule") && !stream.is_text(k, "-")) {
      words = true;
    }
  }
  return inner && words;
}

class Body {
 public:
  Body(const Stream& stream, const Page& page, const std::vector<FlatTable>& tables,
       BlockList& blocks)
      : stream_(stream), page_(page), tables_(tables), blocks_(blocks) {}

  void read(std::size_t i) {
    while (i < stream_.size()) i = read_block(i);
    flush();
  }

 private:
  std::size_t read_block(std::size_t i) {
    if (stream_.is_break(i)) return i + 1;
    if (const auto* line = page_.line_at(i)) {
      flush();
      add_page_line(stream_, *line, blocks_);
      return line->end;
    }
    if (const auto* given = stream_.given_at(i); given && given->block && !is_title(*given->block))
      return given_line(i, *given);
    if (const auto* table = table_at(i)) return flat_table(*table);
    if (stream_.line_start(i) && is_framed_row(stream_, i)) return row(i);
    if (stream_.is(i, "rule") || stream_.is_text(i, "|")) {
      flush();
      blocks_.add_noise(i, i + 1, stream_.is(i, "rule") ? "rule" : "cell-border");
      return i + 1;
    }
    if (stream_.is(i, "addressee") && segments_.empty()) return addressee(i);
    if (opens_closing(stream_, i)) return closing(i);
    if (opens_attached(i)) return attached(i);
    if (stream_.line_start(i) && is_row(stream_, i)) return row(i);
    return segment(i);
  }

  std::size_t row(std::size_t i) {
    flush();
    const auto end = stream_.line_end(i);
    blocks_.add_row(i, end);
    return end;
  }

  const FlatTable* table_at(std::size_t i) const {
    const auto begin = stream_.at(i).span.begin;
    const auto found =
        std::partition_point(tables_.begin(), tables_.end(),
                             [&](const FlatTable& table) { return table.span.begin < begin; });
    return found != tables_.end() && found->span.begin == begin ? &*found : nullptr;
  }

  std::size_t flat_table(const FlatTable& table) {
    flush();
    blocks_.add_flat_table(table);
    return stream_.token_from(table.span.end);
  }

  void flush() {
    add_segments(stream_, segments_, blocks_);
    segments_.clear();
  }

  // Titles are read with the type above them; elsewhere their words tell what they are.
  static bool is_title(BlockKind kind) {
    return kind == BlockKind::kType || kind == BlockKind::kAbstract;
  }

  std::size_t given_line(std::size_t i, const GivenLine& line) {
    flush();
    if (heads_page(*line.block)) return attached_letterhead(i);
    if (closes(*line.block)) {
      closed_ = true;
      outline_.reset();
    }
    const auto placed = mark_at(stream_, i);
    if (placed && (line.block == BlockKind::kHeading || line.block == BlockKind::kListItem))
      outline_.enter(placed->mark);
    return blocks_.add_given(i, line);
  }

  // Boxes of a letterhead below the first one: of an attached document.
  static bool heads_page(BlockKind kind) {
    return kind >= BlockKind::kNationalTitle && kind <= BlockKind::kPlaceDate;
  }

  std::size_t attached_letterhead(std::size_t i) {
    outline_.reset();
    blocks_.set_part(blocks_.part() + 1);
    closed_ = false;
    return read_letterhead(stream_, i, blocks_);
  }

  static bool closes(BlockKind kind) {
    return kind == BlockKind::kRecipients || kind == BlockKind::kAuthority ||
           kind == BlockKind::kPosition || kind == BlockKind::kSigner;
  }

  std::size_t closing(std::size_t i) {
    flush();
    const auto end = read_closing(stream_, i, blocks_);
    closed_ = true;
    outline_.reset();
    return end > i ? end : segment(i);
  }

  // "Kính gửi: …" with the bodies listed below it.
  std::size_t addressee(std::size_t i) {
    auto end = i;
    while (end < stream_.size()) {
      end = stream_.flow() ? addressee_end(i) : stream_.line_end(end);
      blocks_.add(BlockKind::kAddressee, i, end);
      i = end = stream_.skip_breaks(end);
      const auto placed = mark_at(stream_, i);
      if (!placed || placed->mark.kind < MarkKind::kDash || stream_.flow()) break;
    }
    return i;
  }

  // In a flow the list of addressees ends with a full stop or before the first sentence.
  std::size_t addressee_end(std::size_t i) const {
    for (auto k = i + 1; k < stream_.size(); ++k) {
      if (stream_.is_break(k) ||
          (stream_.end_before(k) == End::kFull && stream_.is_text(k - 1, ".")))
        return k;
      if (k > i + 2 && stream_.is(k, "basis") && stream_.case_of(k) == Case::kTitle) return k;
    }
    return stream_.size();
  }

  bool opens_attached(std::size_t i) const {
    if (!opens_document(stream_, i) || !(stream_.line_start(i) || stream_.flow())) return false;
    if (!stream_.line_start(i) && stream_.end_before(i) == End::kNone && !closed_) return false;
    const bool alone = stream_.line_start(i) && stream_.line_end(i) <= i + 3;
    if (closed_) return stream_.flow() ? true : alone;
    if (stream_.at(i).value == "annex") return stream_.line_start(i);
    if (!alone && !stream_.flow()) return false;
    for (auto k = i + 1; k < stream_.size() && k < i + kReferenceWithin; ++k) {
      if (stream_.is(k, "issued_with")) return stream_.is_text(k - 1, "(");
      if (stream_.case_of(k) == Case::kLower) return false;
    }
    return false;
  }

  std::size_t attached(std::size_t i) {
    flush();
    outline_.reset();
    blocks_.set_part(blocks_.part() + 1);
    closed_ = false;
    return read_title(stream_, i, blocks_);
  }

  bool ended(std::size_t k) const {
    const auto end = stream_.end_before(k);
    return (end == End::kFull || end == End::kColon) && !stream_.glued(k);
  }

  // "Dự án 1: Hỗ trợ …": the colon belongs to a name that goes on.
  bool numbers_a_name(std::size_t k) const {
    if (k < 2 || !stream_.is_text(k - 1, ":") || stream_.case_of(k) != Case::kTitle) return false;
    const auto number = stream_.text(k - 2);
    return number.size() <= 2 && number.front() >= '0' && number.front() <= '9';
  }

  // "- Đơn vị phối hợp: …": in a flow the label tells that the dash opens an item.
  bool labels_field(const PlacedMark& placed) const {
    return stream_.flow() && placed.mark.kind >= MarkKind::kDash && placed.mark.spaced &&
           stream_.is(placed.body, "field_label") && stream_.is_text(placed.body + 1, ":") &&
           stream_.case_of(placed.body) == Case::kTitle;
  }

  std::size_t segment(std::size_t i) {
    Segment s{std::nullopt, i, i, i, false, 0};
    if (const auto* given = stream_.given_at(i)) s.given = given->heading;
    if (auto placed = mark_at(stream_, i);
        placed && (outline_.accepts(stream_, *placed, last_open_) || labels_field(*placed))) {
      s.mark = placed->mark;
      s.body = placed->body;
      outline_.enter(placed->mark);
    }
    s.end = segment_end(s);
    if (s.end <= s.begin) s.end = s.begin + 1;
    if (stream_.flow()) split_heading(s);
    segments_.push_back(s);
    return s.end;
  }

  // In a flow a heading ends where the case changes, or after a phrase that is known as one.
  void split_heading(Segment& s) {
    if (!s.mark || s.mark->kind >= MarkKind::kDash) return;
    const bool roman = s.mark->kind == MarkKind::kRoman || s.mark->kind == MarkKind::kPart;
    const auto capitals = capitals_end(stream_, s.body, false);
    const auto needed = roman ? 1u : 2u;
    if (capitals > s.body && capitals < s.end &&
        capital_words(stream_, s.body, capitals) >= needed && stream_.can_open(capitals)) {
      s.end = capitals;
      s.heading = true;
      last_open_ = {};
      return;
    }
    auto after = s.body + 1;
    // "Kinh phí thực hiện Kế hoạch …" is no heading: the phrase goes on.
    const bool phrase =
        (stream_.is(s.body, "heading_phrase") || stream_.is(s.body, "field_label")) &&
        s.mark->kind != MarkKind::kArticle && stream_.case_of(s.body) == Case::kTitle &&
        !stream_.is(after, "doc_type");
    if (phrase && stream_.is_text(after, ".")) ++after;
    // "Nội dung “Quản trị điện tử”": a name in quotes is part of the heading.
    if (phrase && after < s.end && stream_.can_open(after) && !opens_quote(after)) {
      s.end = after;
      s.heading = true;
      last_open_ = {};
    }
  }

  bool opens_quote(std::size_t i) const {
    return stream_.text(i).starts_with("“") || stream_.is_text(i, "\"");
  }

  // "Phần thứ nhất" and, on the next line, its title in capitals: one heading.
  bool titles_part(const Segment& s, std::size_t line_end) const {
    if (!s.mark || s.mark->kind != MarkKind::kPart || line_end > s.body + 1) return false;
    const auto title = stream_.skip_breaks(line_end);
    if (title >= stream_.size() || mark_at(stream_, title)) return false;
    for (auto i = title; i < stream_.line_end(title); ++i)
      if (stream_.case_of(i) == Case::kLower || stream_.case_of(i) == Case::kTitle) return false;
    return capital_words(stream_, title, stream_.line_end(title)) > 1;
  }

  std::size_t segment_end(const Segment& s) {
    OpenBlock open{s.mark ? s.mark->kind : MarkKind::kNone, s.body};
    const bool basis = stream_.is(s.body, "basis") && stream_.at(s.body).value == "legal";
    last_open_ = open;
    auto k = s.body + (s.mark ? 0 : 1);
    for (; k < stream_.size(); ++k) {
      if (stream_.is_break(k) && titles_part(s, k)) continue;
      if (stream_.is_break(k) || stream_.is(k, "rule")) break;
      if (k == s.body) continue;
      if (table_at(k)) break;
      if (ended(k) && !numbers_a_name(k)) {
        open.sentence = true;
        open.stopped = open.stopped || stream_.end_before(k) == End::kFull;
      }
      if (stream_.flow() && boundary(k, open, basis)) break;
      last_open_ = open;
    }
    last_open_ = open;
    return k;
  }

  // Does a new block begin at k, inside a flow?
  bool boundary(std::size_t k, const OpenBlock& open, bool basis) {
    if (opens_closing(stream_, k) || opens_attached(k)) return true;
    const auto end = stream_.end_before(k);
    const bool title = stream_.case_of(k) == Case::kTitle;
    if (title && stream_.is(k, "field_label") && stream_.is_text(k + 1, ":") && k > open.body)
      return true;
    if (title && stream_.is(k, "basis") && stream_.at(k).value == "legal" &&
        (end == End::kFull || (basis && end == End::kComma)))
      return true;
    if (stream_.is(k, "closing_order") && end == End::kFull) return true;
    // The sentence after the legal basis, which says who issues what.
    if (basis && title && end == End::kFull &&
        (stream_.is(k, "body_head") || stream_.is(k, "basis")))
      return true;
    if (stream_.is(k, "doc_type") && stream_.case_of(k) == Case::kUpper &&
        stream_.is_text(k + 1, ":") && end != End::kNone)
      return true;
    const auto placed = mark_at(stream_, k);
    if (!placed) return false;
    if (labels_field(*placed) && k > open.body) return true;
    if (outline_.accepts(stream_, *placed, open)) return true;
    if (end == End::kColon) outline_.note_nested(*placed);
    return false;
  }

  const Stream& stream_;
  const Page& page_;
  const std::vector<FlatTable>& tables_;
  BlockList& blocks_;
  Outline outline_;
  std::vector<Segment> segments_;
  OpenBlock last_open_;  // the block that ended last
  bool closed_ = false;  // a closing was read in this part
};

}  // namespace

void read_body(const Stream& stream, std::size_t i, const Page& page,
               const std::vector<FlatTable>& tables, BlockList& blocks) {
  Body(stream, page, tables, blocks).read(i);
}

}  // namespace kehoach::layout
