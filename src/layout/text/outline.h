// Which marks in a text are marks: "1." opens an item only where the count goes on, " - " only
// after the end of a sentence or a short heading.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/text/mark.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

// A mark that stands in the stream: tokens [begin, body) are the mark itself; none where a browser
// draws it.
struct PlacedMark {
  Mark mark;
  std::size_t begin = 0, body = 0;
};

// The mark at token i, if one is written there (by signs, or by a word: "Điều 1.", "Phần I") or
// drawn.
std::optional<PlacedMark> mark_at(const Stream& stream, std::size_t i);

// What is known of the block that a mark would end.
struct OpenBlock {
  MarkKind kind = MarkKind::kNone;
  std::size_t body = 0;   // its first token after the mark
  bool sentence = false;  // a sentence or item ended in it
  bool stopped = false;   // … with more than a colon
};

class Outline {
 public:
  // Does a new block begin with `placed`? `open` is the block it would end.
  bool accepts(const Stream& stream, const PlacedMark& placed, const OpenBlock& open) const;
  // Counts on from an accepted mark.
  void enter(const Mark& mark);
  void reset() { *this = Outline(); }
  // Inside "(5) … : (1) …; (2) …": an enumeration within an item of the same form.
  void note_nested(const PlacedMark& placed);

 private:
  bool accepts_roman(const Stream& stream, const PlacedMark& placed, End end,
                     bool below_part) const;
  bool accepts_arabic(const Stream& stream, const PlacedMark& placed, End end, bool heading) const;
  bool accepts_multi(const PlacedMark& placed, End end, bool heading) const;
  bool follows_multi(const Mark& mark) const;
  bool accepts_letter(const PlacedMark& placed, End end, bool heading) const;
  bool accepts_paren(const Stream& stream, const PlacedMark& placed, End end, bool heading) const;
  bool accepts_dash(const Stream& stream, const PlacedMark& placed, End end, const OpenBlock& open,
                    bool heading) const;

  int roman_ = 0, arabic_ = 0, letter_ = 0, paren_ = 0, article_ = 0;
  std::vector<int> multi_;  // {1, 2} of the last "1.2."
  bool nested_ = false;
};

}  // namespace kehoach::layout
