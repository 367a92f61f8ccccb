#include "layout/text/closing.h"

#include "layout/text/capitals.h"
#include "layout/text/letterhead.h"
#include "layout/text/outline.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kNameWords = 6;

bool is_position(const Stream& stream, std::size_t i) {
  return stream.is(i, "position") && stream.case_of(i) == Case::kUpper;
}

bool is_authority(const Stream& stream, std::size_t i) {
  return stream.is(i, "authority") &&
         (stream.case_of(i + 1) == Case::kUpper || stream.is_text(i + 1, "/"));
}

bool is_label(const Stream& stream, std::size_t i) {
  return stream.is(i, "recipients_label") && stream.case_of(i) != Case::kLower &&
         (stream.is_text(i + 1, ":") || stream.line_start(i));
}

bool is_apostrophe(const Stream& stream, std::size_t i) {
  return stream.glued(i) && (stream.is_text(i, "'") || stream.is_text(i, "’"));
}

// "A Brâm", "Y Khiêm", "H' Wiên": a name of one letter before the rest of it.
bool letter_of_name(const Stream& stream, std::size_t i) {
  if (stream.text(i).size() != 1 || stream.case_of(i) != Case::kUpper) return false;
  const std::size_t next = i + (is_apostrophe(stream, i + 1) ? 2 : 1);
  return next < stream.size() && stream.case_of(next) == Case::kTitle;
}

// The end of a person's name at i: words that begin with a capital, degrees ("TS.") before them.
std::size_t name_end(const Stream& stream, std::size_t i, bool own_line) {
  auto end = i;
  std::size_t words = 0;
  for (auto k = i; k < stream.size() && !stream.is_break(k); ++k) {
    const auto how = stream.case_of(k);
    // "H' Wiên", "K’ Brêu".
    const bool tied =
        k > i && (is_apostrophe(stream, k) || (stream.glued(k) && stream.is_text(k, "-")));
    if (tied) continue;
    const bool degree = stream.is_text(k, ".") && words == 1 && stream.glued(k);
    if (degree) {
      words = 0;
      continue;
    }
    if (own_line && how == Case::kUpper && !is_position(stream, k) && !stream.is(k, "doc_type")) {
      ++words;
    } else if ((how == Case::kTitle && !is_label(stream, k)) ||
               (k == i && letter_of_name(stream, k))) {
      ++words;
    } else {
      break;
    }
    if (words > kNameWords) return i;
    end = k + 1;
  }
  const bool whole_line = end == stream.line_end(i);
  if (own_line && !whole_line) return i;
  return words >= 2 ? end : i;
}

// The line holds a position alone, and the next line a name.
bool signature_line(const Stream& stream, std::size_t i) {
  if (!is_position(stream, i) || !stream.line_start(i)) return false;
  const auto end = stream.line_end(i);
  for (auto k = i; k < end; ++k) {
    if (stream.case_of(k) == Case::kLower || stream.case_of(k) == Case::kTitle) return false;
    if (stream.is_text(k, ":")) return false;
  }
  auto next = stream.skip_breaks(end);
  if (stream.is(next, "signed_mark")) next = stream.skip_breaks(next + 1);
  return name_end(stream, next, true) > next || is_position(stream, next);
}

class Closing {
 public:
  Closing(const Stream& stream, BlockList& blocks) : stream_(stream), blocks_(blocks) {}

  std::size_t read(std::size_t i) {
    while (i < stream_.size()) {
      const auto next = read_part(i);
      if (next == i) break;
      i = next;
    }
    return i;
  }

 private:
  // Reads one part at i; gives i where the closing has ended.
  std::size_t read_part(std::size_t i) {
    if (stream_.is_break(i)) return i + 1;
    if (stream_.is(i, "rule")) return noise(i, "rule");
    if (stream_.is_text(i, "|")) return noise(i, "cell-border");
    if (stream_.is(i, "signed_mark")) return noise(i, "signed");
    if (is_label(stream_, i)) return label(i);
    if (is_authority(stream_, i)) return authority(i);
    if (is_position(stream_, i)) return position(i);
    if (opens_document(stream_, i) || stream_.is(i, "national_title")) return i;
    if (signing_) {
      if (const auto end = name_end(stream_, i, stream_.line_start(i)); end > i)
        return name(i, end);
    }
    return recipients_ ? recipient(i) : i;
  }

  std::size_t noise(std::size_t i, std::string note) {
    blocks_.add_noise(i, i + 1, std::move(note));
    return i + 1;
  }

  std::size_t label(std::size_t i) {
    const auto end = stream_.is_text(i + 1, ":") ? i + 2 : i + 1;
    blocks_.add(BlockKind::kRecipients, i, end);
    recipients_ = true;
    return end;
  }

  // "KT. CHỦ TỊCH": up to the next authority, or the position that the signer holds.
  std::size_t authority(std::size_t i) {
    auto end = i + 1;
    while (end < stream_.size() && !stream_.is_break(end)) {
      const auto how = stream_.case_of(end);
      if (how == Case::kLower || how == Case::kTitle) break;
      const bool begun = stream_.words(i + 1, end) > 0;
      if (begun && (is_authority(stream_, end) || is_position(stream_, end))) break;
      if (stream_.is_text(end, "|") || opens_recipient(end) || stream_.is(end, "signed_mark"))
        break;
      ++end;
    }
    blocks_.add(BlockKind::kAuthority, i, end);
    signing_ = true;
    return end;
  }

  std::size_t position(std::size_t i) {
    auto end = i + 1;
    for (auto k = end; k < stream_.size() && !stream_.is_break(k); ++k) {
      if (is_position(stream_, k) || is_authority(stream_, k) || stream_.is(k, "doc_type")) break;
      if (letter_of_name(stream_, k)) break;
      const bool joint =
          stream_.is_text(k, "-") || stream_.is_text(k, ",") || stream_.is_text(k, "&");
      if (stream_.case_of(k) != Case::kUpper && !joint) break;
      if (!joint) end = k + 1;
    }
    blocks_.add(BlockKind::kPosition, i, end);
    signing_ = true;
    return end;
  }

  std::size_t name(std::size_t i, std::size_t end) {
    blocks_.add(BlockKind::kSigner, i, end);
    signing_ = false;
    signed_ = true;
    return end;
  }

  bool opens_recipient(std::size_t i) const {
    const auto placed = mark_at(stream_, i);
    if (!placed || placed->mark.kind < MarkKind::kDash) return false;
    return stream_.line_start(i) || stream_.end_before(i) != End::kNone ||
           stream_.in_new_column(i) || (stream_.flow() && stream_.can_open(placed->body));
  }

  // One recipient: up to the next dash, authority, position or line end.
  std::size_t recipient(std::size_t i) {
    const auto placed = mark_at(stream_, i);
    const bool dash = placed && placed->mark.kind >= MarkKind::kDash;
    // The drafter's file name stands between list and name.
    const bool loose_line = !dash && dashed_ && stream_.line_start(i) && !stream_.flow();
    if (loose_line && signing_ && !signed_) {
      const auto line = stream_.line_end(i);
      if (++loose_ > 2) return i;
      blocks_.add_noise(i, line, "drafter");
      return line;
    }
    dashed_ = dashed_ || dash;
    // After the name, lines that are no recipients belong to no closing.
    if (!dash && (signed_ || (stream_.line_start(i) && ++loose_ > 2))) return i;
    auto end = dash && placed->body > i ? placed->body : i + 1;
    while (end < stream_.size() && !stream_.is_break(end)) {
      if (is_authority(stream_, end) || opens_recipient(end) || stream_.is_text(end, "|")) break;
      if (is_position(stream_, end) && stream_.case_of(end - 1) != Case::kUpper) break;
      if (name_in_next_column(end)) break;
      if (opens_document(stream_, end) && capitals_end(stream_, end, false) > end + 1) break;
      ++end;
    }
    if (auto* block = blocks_.add(BlockKind::kRecipients, i, end); block && dash)
      block->label.assign(1, '-');
    return end;
  }

  // The signer's name to the right of the recipients.
  bool name_in_next_column(std::size_t i) const {
    if (!signing_ || !stream_.in_new_column(i)) return false;
    const auto end = name_end(stream_, i, false);
    return end > i && end == stream_.line_end(i);
  }

  const Stream& stream_;
  BlockList& blocks_;
  bool recipients_ = false;  // the label was seen
  bool signing_ = false;     // an authority or position waits for its name
  bool signed_ = false;      // a name was seen
  bool dashed_ = false;      // recipients have dashes
  int loose_ = 0;            // lines under the label without a dash
};

}  // namespace

bool opens_closing(const Stream& stream, std::size_t i) {
  if (is_label(stream, i)) return stream.line_start(i) || stream.flow();
  if (stream.line_start(i) && is_authority(stream, i)) return true;
  if (signature_line(stream, i)) return true;
  if (!stream.flow() || stream.line_start(i) || stream.end_before(i) != End::kFull) return false;
  return is_authority(stream, i) ||
         (is_position(stream, i) && name_end(stream, i + 1, false) > i + 1);
}

std::size_t read_closing(const Stream& stream, std::size_t i, BlockList& blocks) {
  return Closing(stream, blocks).read(i);
}

}  // namespace kehoach::layout
