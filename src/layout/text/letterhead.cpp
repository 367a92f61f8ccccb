#include "layout/text/letterhead.h"

#include <algorithm>
#include <string>

#include "layout/text/capitals.h"
#include "layout/text/outline.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kHeaderTokens = 900;  // how far down a page the letterhead may begin
constexpr std::size_t kPlaceWords = 8;
constexpr std::size_t kBoxTokens = 100;
constexpr std::size_t kReferenceTokens = 120;

bool is_capital(const Stream& stream, std::size_t i, std::string_view type) {
  return stream.is(i, type) && stream.case_of(i) == Case::kUpper;
}

// "… những tháng cuối năm 2025 Bình Định, ngày …": a year ends what stands before the place.
bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// A line that holds nothing but capitals, signs and numbers.
bool all_capitals(const Stream& stream, std::size_t begin, std::size_t end) {
  bool any = false;
  for (auto i = begin; i < end; ++i) {
    const auto how = stream.case_of(i);
    if (how == Case::kLower || how == Case::kTitle) return false;
    any = any || how == Case::kUpper;
  }
  return any;
}

// Kinds that stand above a title.
bool is_box(BlockKind kind) {
  return (kind >= BlockKind::kNationalTitle && kind <= BlockKind::kPlaceDate) ||
         kind == BlockKind::kAbstract || kind == BlockKind::kUrgency || kind == BlockKind::kSecrecy;
}

class Letterhead {
 public:
  Letterhead(const Stream& stream, BlockList& blocks) : stream_(stream), blocks_(blocks) {}

  std::size_t read(std::size_t i) {
    pending_ = i;
    while (i < stream_.size()) {
      const auto next = read_box(i);
      if (done_) return next;
      i = next;
    }
    flush(i);
    return i;
  }

 private:
  // Reads what stands at i; gives the next token. Tokens that are no box of their own stay pending.
  std::size_t read_box(std::size_t i) {
    if (stream_.is_break(i)) return at_break(i);
    if (const auto* given = stream_.given_at(i); given && given->block)
      return given_line(i, *given);
    if (stream_.is(i, "rule")) return noise(i, "rule");
    if (stream_.is_text(i, "|")) return noise(i, "cell-border");
    // The Party's rule below the issuer.
    if (stream_.is_text(i, "*")) return noise(i, "rule");
    if (stream_.is(i, "national_title")) return box(i, BlockKind::kNationalTitle);
    if (stream_.is(i, "motto")) {
      titled_ = true;
      return box(i, BlockKind::kMotto);
    }
    if (stream_.is(i, "header_number")) {
      numbered_ = true;
      return box(i, BlockKind::kNumber);
    }
    if (stream_.is(i, "number_label")) return number_label(i);
    if (stream_.is(i, "number_symbol")) return number_symbol(i);
    if (stream_.is(i, "header_date") || stream_.is(i, "date_label")) return place_date(i);
    if (stream_.is(i, "urgency") && alone(i)) return box(i, BlockKind::kUrgency);
    if (stream_.is(i, "secrecy") && alone(i)) return box(i, BlockKind::kSecrecy);
    if (stream_.is(i, "draft") && alone(i)) return noise(i, "draft");
    if (stream_.is(i, "subject") && (numbered_ || dated_) && pending_ == i) return subject(i);
    if (stream_.is(i, "addressee") && pending_ == i) return stop(i);
    if (opens_document(stream_, i) && (pending_ == i || flow_title(i))) {
      flush(i);
      done_ = true;
      return read_title(stream_, i, blocks_);
    }
    // After number and date only boxes can stand before the body.
    if (numbered_ && dated_ && !subject_ && pending_ == i && begins_body(i)) return stop(i);
    // Below the national title nothing but boxes: a long stretch is the body.
    if (titled_ && i - pending_ > kBoxTokens) return stop(pending_);
    return i + 1;
  }

  std::size_t given_line(std::size_t i, const GivenLine& line) {
    flush(i);
    if (line.block == BlockKind::kType) {
      done_ = true;
      return read_title(stream_, i, blocks_);
    }
    if (line.block == BlockKind::kReference) return stop(blocks_.add_given(i, line));
    if (!is_box(*line.block)) return stop(i);
    const auto end = stream_.line_end(i);
    if (line.block == BlockKind::kIssuer) {
      issuers(i, end);
      return pending_ = end;
    }
    if (line.block == BlockKind::kNationalTitle) issuer_open_ = false;
    titled_ = titled_ || line.block == BlockKind::kMotto;
    numbered_ = numbered_ || line.block == BlockKind::kNumber;
    dated_ = dated_ || line.block == BlockKind::kPlaceDate;
    subject_ = line.block == BlockKind::kAbstract;
    return pending_ = blocks_.add_given(i, line);
  }

  // "Số:" on a line of its own; a converter puts the symbol somewhere below it.
  std::size_t number_label(std::size_t i) {
    numbered_ = labelled_ = true;
    return box(i, BlockKind::kNumber);
  }

  std::size_t number_symbol(std::size_t i) {
    if (!labelled_) {
      numbered_ = true;
      return box(i, BlockKind::kNumber);
    }
    flush(i);
    blocks_.extend_last(BlockKind::kNumber, i, i + 1);
    labelled_ = false;
    return pending_ = i + 1;
  }

  // A date whose blanks were line ends to the converter: "ngày", "tháng 6 năm 2026".
  std::size_t date_end(std::size_t i) const {
    auto end = i + 1;
    if (!stream_.is(i, "date_label")) return end;
    for (auto next = stream_.skip_breaks(end); stream_.is(next, "date_part");
         next = stream_.skip_breaks(end))
      end = next + 1;
    return end;
  }

  // In a flow without a number or date the issuer runs into the type.
  bool flow_title(std::size_t i) const {
    return stream_.flow() && (numbered_ || dated_) && all_capitals(stream_, pending_, i);
  }

  bool begins_body(std::size_t i) const {
    return stream_.is(i, "basis") || !all_capitals(stream_, i, stream_.line_end(i));
  }

  bool alone(std::size_t i) const {
    return stream_.case_of(i) == Case::kUpper && (stream_.line_start(i) || pending_ == i);
  }

  std::size_t at_break(std::size_t i) {
    if (pending_ == i) {
      pending_ = i + 1;
      return i + 1;
    }
    const bool last_line = (titled_ || (numbered_ && dated_)) &&
                           !stream_.is(pending_, "body_head") &&
                           !all_capitals(stream_, pending_, i);
    if (last_line) return stop(pending_);
    flush(i);
    pending_ = i + 1;
    return i + 1;
  }

  std::size_t stop(std::size_t i) {
    done_ = true;
    pending_ = i;
    return i;
  }

  std::size_t box(std::size_t i, BlockKind kind) {
    flush(i);
    auto end = i + 1;
    while (stream_.is_text(end, ".") || stream_.is_text(end, ",")) ++end;
    blocks_.add(kind, i, end);
    if (kind == BlockKind::kNationalTitle) issuer_open_ = false;
    return pending_ = end;
  }

  std::size_t noise(std::size_t i, std::string note) {
    flush(i);
    blocks_.add_noise(i, i + 1, std::move(note));
    return pending_ = i + 1;
  }

  // The place before a date: everything since the last box, or the capitalized words before it.
  std::size_t place_begin(std::size_t date) const {
    if (stream_.words(pending_, date) <= kPlaceWords && !subject_) return pending_;
    auto i = date;
    while (i > pending_ && !is_year(stream_.text(i - 1)) &&
           (!stream_.is_word(i - 1) || stream_.case_of(i - 1) == Case::kTitle ||
            stream_.is(i - 1, "place_kind"))) {
      --i;
      if (stream_.is(i, "place_kind")) break;
    }
    return i;
  }

  std::size_t place_date(std::size_t i) {
    const auto begin = place_begin(i);
    flush(begin);
    const auto end = date_end(i);
    blocks_.add(BlockKind::kPlaceDate, begin, end);
    dated_ = true;
    subject_ = false;
    return pending_ = end;
  }

  // "V/v …" up to the next box, or to the end of the paragraph.
  std::size_t subject(std::size_t i) {
    subject_ = true;
    auto end = i + 1;
    for (; end < stream_.size(); ++end) {
      if (stream_.is_break(end)) {
        const auto next = end + 1;
        const bool goes_on = next < stream_.size() && !stream_.is_break(next) &&
                             stream_.case_of(next) == Case::kLower;
        if (!goes_on) break;
      }
      if (stream_.is_text(end, "|") || stream_.is(end, "rule") || stream_.is(end, "addressee") ||
          stream_.is(end, "national_title") || stream_.is(end, "header_number"))
        break;
      if (stream_.is(end, "header_date") && stream_.is_text(end - 1, ",")) {
        pending_ = i + 1;
        end = place_begin(end);
        break;
      }
    }
    blocks_.add(BlockKind::kAbstract, i, end);
    return pending_ = end;
  }

  // What stood between two boxes: a body's name, or what a page puts above a document.
  void flush(std::size_t end) {
    if (stream_.skip_breaks(pending_) < end) {
      if (all_capitals(stream_, pending_, end) || stream_.is(pending_, "body_head")) {
        issuers(pending_, end);
      } else {
        blocks_.add_noise(pending_, end, "above-letterhead");
      }
    }
    pending_ = end;
  }

  // One block a body: a new one begins where a second body's head follows a first one's name.
  void issuers(std::size_t begin, std::size_t end) {
    auto from = begin;
    for (auto i = begin + 1; i < end; ++i) {
      if (stream_.is(i, "body_head") && stream_.words(from, i) > head_words(from)) {
        issuer(from, i);
        from = i;
      }
    }
    issuer(from, end);
  }

  std::size_t head_words(std::size_t i) const {
    return stream_.is(i, "body_head") ? stream_.words(i, i + 1) : 0;
  }

  void issuer(std::size_t begin, std::size_t end) {
    const bool goes_on = issuer_open_ && !stream_.is(begin, "body_head");
    if (goes_on && last_is_issuer()) {
      blocks_.extend_last(BlockKind::kIssuer, begin, end);
      return;
    }
    blocks_.add(BlockKind::kIssuer, begin, end);
    issuer_open_ = true;
  }

  // Nothing but rules and cell borders since the last issuer.
  bool last_is_issuer() const {
    for (auto block = blocks_.blocks().rbegin(); block != blocks_.blocks().rend(); ++block) {
      if (block->kind == BlockKind::kIssuer) return true;
      if (block->kind != BlockKind::kNoise) return false;
    }
    return false;
  }

  const Stream& stream_;
  BlockList& blocks_;
  std::size_t pending_ = 0;  // first token that no block holds yet
  bool titled_ = false, numbered_ = false, dated_ = false, subject_ = false, issuer_open_ = false,
       done_ = false;
  bool labelled_ = false;  // a number's label waits for its symbol
};

// The name of the body that decides, between the title of a decision and its legal basis
// ("… NĂM 2024 ỦY BAN NHÂN DÂN TỈNH"); `end` if there is none.
std::size_t deciding_body(const Stream& stream, std::size_t begin, std::size_t end) {
  const auto basis = stream.skip_breaks(end);
  const bool legal = stream.is(basis, "basis") && stream.at(basis).value == "legal";
  auto type = begin;
  while (type > 0 && (stream.is_break(type - 1) || stream.is(type - 1, "rule"))) --type;
  if (!legal || type == 0 || stream.at(type - 1).value != "act") return end;
  for (auto i = end; i-- > begin + 1;) {
    if (!is_capital(stream, i, "body_head") || stream.is(i - 1, "joins_noun")) continue;
    return stream.words(begin, i) >= 3 ? i : end;
  }
  return end;
}

// A type that stands for the document, as against the authority that issues it: "CHỦ TỊCH ỦY BAN
// NHÂN DÂN TỈNH" below the title of a decision.
std::size_t authority_begin(const Stream& stream, std::size_t begin, std::size_t end) {
  for (auto i = begin + 1; i < end; ++i) {
    if (!is_capital(stream, i, "position") || stream.is(i - 1, "joins_noun")) continue;
    if (stream.is_break(i - 1) || stream.words(begin, i) >= 3) return i;
  }
  return deciding_body(stream, begin, end);
}

// The end of a line below a title that names who decides; `i` if there is none.
std::size_t authority_line(const Stream& stream, std::size_t i) {
  const auto line = stream.skip_breaks(i);
  const auto end = stream.line_end(line);
  if (stream.flow() || line == i || !all_capitals(stream, line, end)) return i;
  if (is_capital(stream, line, "position")) return end;
  const auto below = stream.skip_breaks(end);
  const bool basis = stream.is(below, "basis") && stream.at(below).value == "legal";
  return basis && is_capital(stream, line, "body_head") ? end : i;
}

// "(Ban hành kèm theo Quyết định số …)" at i, with its brackets; i if there is none.
std::size_t reference_end(const Stream& stream, std::size_t i) {
  const bool bracket = stream.is_text(i, "(");
  if (!stream.is(bracket ? i + 1 : i, "issued_with")) return i;
  int depth = 0;
  for (auto k = i; k < stream.size() && k < i + kReferenceTokens; ++k) {
    if (stream.is_break(k) && !bracket) return k;
    if (stream.is_text(k, "(")) ++depth;
    if (stream.is_text(k, ")") && --depth == 0) return k + 1;
  }
  return stream.line_end(i);
}

// Title in mixed case: the rest of the line, or up to the legal basis in a flow.
std::size_t mixed_title_end(const Stream& stream, std::size_t i) {
  const auto end = stream.line_end(i);
  if (!stream.flow()) return end;
  for (auto k = i + 1; k < end; ++k) {
    const bool sentence = (stream.is(k, "basis") || stream.is(k, "opens_sentence")) &&
                          stream.case_of(k) == Case::kTitle;
    const auto placed = mark_at(stream, k);
    const bool part =
        placed && placed->mark.kind == MarkKind::kPart && stream.is_capitals(placed->body);
    if (sentence || part || (placed && placed->mark.kind == MarkKind::kRoman)) return k;
  }
  return i;
}

// "Thực hiện Chương trình … Căn cứ …": a title may begin as a first sentence does, but then the
// legal basis follows it with no sign between them.
std::size_t opening_title_end(const Stream& stream, std::size_t i) {
  if (stream.at(i).value == "legal") return i;
  const auto end = mixed_title_end(stream, i);
  if (!stream.is(end, "basis") || stream.at(end).value != "legal") return i;
  for (auto k = i + 1; k <= end; ++k)
    if (stream.end_before(k) != End::kNone && stream.end_before(k) != End::kComma) return i;
  return end;
}

std::size_t title_end(const Stream& stream, std::size_t i) {
  const auto capitals = capitals_end(stream, i, true);
  // A title in mixed case may begin with an abbreviation in capitals.
  const bool mixed_line = !stream.flow() && capitals < stream.line_end(i);
  if (capitals > i && !mixed_line) return capitals;
  // No sentence opens in lower case.
  const bool basis = stream.is(i, "basis") && !(stream.flow() && stream.case_of(i) == Case::kLower);
  if (basis && stream.flow()) return opening_title_end(stream, i);
  if (basis && stream.end_before(stream.line_end(i)) != End::kNone) return i;
  return mark_at(stream, i) && !stream.is_text(i, "\"") ? i : mixed_title_end(stream, i);
}

}  // namespace

bool opens_document(const Stream& stream, std::size_t i) {
  if (!is_capital(stream, i, "doc_type") || stream.is_text(i + 1, ":")) return false;
  if (stream.line_start(i)) return true;
  return stream.flow();
}

namespace {

// The first rule or number in [begin, end), which closes the issuer's box.
std::size_t box_end(const Stream& stream, std::size_t begin, std::size_t end) {
  auto i = begin;
  while (i < end && !stream.is(i, "rule") && !stream.is(i, "header_number")) ++i;
  return i;
}

}  // namespace

std::size_t find_letterhead(const Stream& stream) {
  const auto last = std::min(stream.size(), kHeaderTokens);
  std::size_t motto = stream.size();
  for (std::size_t i = 0; i < last; ++i) {
    if (const auto* given = stream.given_at(i);
        given && given->block && (is_box(*given->block) || given->block == BlockKind::kType))
      return i;
    if (stream.is(i, "national_title") || stream.is(i, "motto")) {
      motto = i;
      break;
    }
    if (!stream.line_start(i)) continue;
    const auto end = stream.line_end(i);
    if (!all_capitals(stream, i, end)) continue;
    if (stream.is(i, "doc_type") && end == i + 1) return i;
    if (stream.is(i, "body_head") && i < 40) {
      for (auto k = i; k < std::min(last, i + 80); ++k) {
        if (stream.is(k, "header_number") || stream.is(k, "national_title")) return i;
      }
    }
  }
  if (motto == stream.size()) return motto;
  // The issuer's lines right above belong to the letterhead.
  auto begin = motto;
  for (int lines = 0; begin > 0 && lines < 8; ++lines) {
    auto line = begin;
    while (line > 0 && stream.is_break(line - 1)) --line;
    const auto line_stop = line;
    while (line > 0 && !stream.is_break(line - 1)) --line;
    const bool issuer = all_capitals(stream, line, box_end(stream, line, line_stop)) ||
                        stream.is(line, "body_head") || stream.is(line, "header_number") ||
                        stream.is(line, "rule");
    if (line < begin && !issuer) break;
    begin = line;
  }
  return begin;
}

std::size_t read_letterhead(const Stream& stream, std::size_t i, BlockList& blocks) {
  return Letterhead(stream, blocks).read(i);
}

std::size_t read_title(const Stream& stream, std::size_t i, BlockList& blocks) {
  blocks.add(BlockKind::kType, i, i + 1);
  auto next = stream.skip_breaks(i + 1);
  for (; stream.is(next, "rule"); next = stream.skip_breaks(next + 1)) {
    blocks.add_noise(next, next + 1, "rule");
  }
  if (stream.is_known(next, BlockKind::kAbstract)) {
    for (auto line = next; stream.is_known(line, BlockKind::kAbstract);
         line = stream.skip_breaks(next))
      next = blocks.add_given(line, *stream.given_at(line));
  } else if (reference_end(stream, next) == next && !stream.is(next, "national_title")) {
    const auto end = title_end(stream, next);
    const auto authority = authority_begin(stream, next, end);
    blocks.add(BlockKind::kAbstract, next, authority);
    blocks.add(BlockKind::kAuthority, authority, end);
    next = end;
    if (authority == end) {
      next = authority_line(stream, end);
      blocks.add(BlockKind::kAuthority, end, next);
    }
  }
  auto after = stream.skip_breaks(next);
  if (const auto end = reference_end(stream, after); end != after) {
    blocks.add(BlockKind::kReference, after, end);
    next = end;
    after = stream.skip_breaks(next);
  }
  for (; stream.is(after, "rule"); after = stream.skip_breaks(after + 1)) {
    blocks.add_noise(after, after + 1, "rule");
    next = after + 1;
  }
  return next;
}

}  // namespace kehoach::layout
