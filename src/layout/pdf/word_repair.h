// Marks that recognition lost or mistook: "KÉ HOẠCH", "TĨNH QUẢNG NGÃI", "tô chức".
//
// Marks are the smallest print of a page. Contract: a word is put right only where one reading is
// left (language/proven_words.h), by the words of the pack: types, bodies, positions, headings,
// administrative units, formulas, and words that look like no other without their marks; by the
// words beside it (language/context_marks.h); or as part of a label (layout/pdf/near_labels.h). It
// keeps what was recognised as its original. Only for pages that a machine read. Numbers, dates and
// names of persons are never touched. Linear in the words.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "layout/pdf/page_text.h"
#include "layout/pdf/scan_lexicon.h"

namespace kehoach::layout {

class WordRepair {
 public:
  // `lexicon` must outlive this.
  explicit WordRepair(const ScanLexicon& lexicon) : lexicon_(lexicon) {}
  // All of a document's pages that a machine read.
  void repair(const std::vector<PageText*>& pages);
  // Adds `words-repaired` if there were any.
  void report(base::Diagnostics& diagnostics) const;

 private:
  void by_labels(PageText& page);
  void by_lexicon(PageText& page);
  void count_lost(PageText& page);
  void by_context(PageText& page);
  bool are_marks_faint() const;
  void put(PageWord& word, std::string_view letters, int page);

  const ScanLexicon& lexicon_;
  std::size_t words_ = 0, lost_ = 0;  // those that lost a tone for sure
  std::size_t repaired_ = 0;
  std::string example_;  // the first
  int page_ = 0;         // its page
};

}  // namespace kehoach::layout
