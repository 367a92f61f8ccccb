// Labels and dashes at the begin of a line that recognition left out: ink without a word.
//
// Contract: a line that begins with a capital where lines of this page begin behind their marks,
// and that has ink of print's size right before it: a flat stroke at half the height of small
// letters is a dash; anything else is read again with the words behind it, and is a label where two
// readings agree. Nothing is counted or guessed. Cost: some 50 ms a reading, and
// a look at the ink of each such line.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

class LostMarks {
 public:
  explicit LostMarks(const read::PageEyes& eyes) : eyes_(eyes) {}

  void look_at(PageText& page) const;

 private:
  struct Spot {
    std::size_t row = 0;
    base::Box ink;
    std::string mark;  // once it is known
  };

  std::optional<base::Box> ink_before(const PageText& page, const PageRow& row) const;
  void read_labels(const PageText& page, std::vector<Spot>& spots) const;

  const read::PageEyes& eyes_;
};

}  // namespace kehoach::layout
