// The words of a page that are letters alone, and what each stands beside: line by line, each
// column and each cell of a table by itself.
#pragma once

#include <cstddef>
#include <vector>

#include "language/proven_words.h"
#include "layout/pdf/page_text.h"
#include "layout/pdf/word_core.h"

namespace kehoach::layout {

// Goes along with the page: rows and words must stay as many as they are, and a word's text is seen
// as it was.
class PageWords {
 public:
  explicit PageWords(PageText& page);

  const std::vector<language::ProvenWords::Seen>& seen() const { return seen_; }
  PageWord& word(std::size_t i) { return page_.rows[at_[i].row].words[at_[i].word]; }

  struct At {
    std::size_t row = 0, word = 0;
  };
  At at(std::size_t i) const { return at_[i]; }

 private:
  // Words of a row that stand together, and where their column goes on.
  struct Piece {
    std::size_t row = 0, begin = 0, end = 0;  // words of the row
    double x0 = 0, x1 = 0;
    std::size_t below = kNone;  // the piece that goes on with it
    bool goes_on = false;       // … with another one
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::vector<Piece> cut_into_pieces() const;
  void join_pieces(std::vector<Piece>& pieces, std::size_t above, std::size_t row,
                   std::size_t end) const;
  void take(const Piece& piece);
  void take(std::size_t r, std::size_t w, bool begins_piece, bool goes_on);
  bool names_place(std::size_t i) const;

  PageText& page_;
  std::vector<At> at_;
  std::vector<WordCore> cores_;
  std::vector<language::ProvenWords::Seen> seen_;
  bool open_ = false;  // the word before ends without a sign
};

}  // namespace kehoach::layout
