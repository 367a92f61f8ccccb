// The words of a page that are letters alone, in the order of its rows, and what each stands
// beside.
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
  void take(std::size_t r, std::size_t w);
  bool names_place(std::size_t i) const;

  PageText& page_;
  std::vector<At> at_;
  std::vector<WordCore> cores_;
  std::vector<language::ProvenWords::Seen> seen_;
  bool open_ = false;  // the word before ends without a sign
};

}  // namespace kehoach::layout
