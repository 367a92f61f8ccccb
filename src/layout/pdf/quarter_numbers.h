// Roman numbers of quarters that recognition mistook: "Quý IH/2025", "Quý 11/2025", "Quý II" of
// III.
//
// To a reader of scans the strokes of Roman numbers are the likest letters of all, and a quarter
// read one too few is a deadline three months early. Contract: behind the word for a quarter, or of
// letters alone before a stroke and a year, a number of one to three upright strokes is what its
// ink says: so many pieces, or as wide as so many. Where the ink says nothing, what was read stays,
// if it is a number of a quarter, or becomes the one that it can only be ("11": II). "1" stays
// unless other quarters of the document have Roman numbers. Words keep what was recognised as their
// original. Cost: the ink of each such word, some milliseconds.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "layout/pdf/label_looks.h"
#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

class QuarterNumbers {
 public:
  // `eyes`: nullptr where no page can be looked at.
  QuarterNumbers(const read::PageEyes* eyes, const match::Matcher& matcher,
                 const LabelLooks& looks);

  // Of all pages that a machine read. Adds `quarters-repaired` if there were any.
  void repair(const std::vector<PageText*>& pages, base::Diagnostics& diagnostics) const;

 private:
  struct Spot {
    PageText* page = nullptr;
    PageWord* word = nullptr;
    std::size_t end = 0;  // of its number, in the word's text
    std::string strokes;  // "iii"
  };
  void find(PageText& page, std::vector<Spot>& spots) const;
  std::optional<Spot> spot_in(PageText& page, std::size_t r, std::size_t i) const;
  bool is_quarter_word(const PageWord& word) const;
  bool is_behind_word(const PageText& page, std::size_t r, std::size_t i) const;
  bool is_behind_month(const PageText& page, std::size_t r, std::size_t i) const;
  std::optional<std::size_t> count_ink(const Spot& spot) const;

  const read::PageEyes* eyes_;
  const LabelLooks& looks_;
  std::set<std::string> words_, months_;  // comparison form
};

}  // namespace kehoach::layout
