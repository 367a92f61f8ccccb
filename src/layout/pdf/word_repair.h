// Marks that recognition lost or mistook: "KÉ HOẠCH", "TĨNH QUẢNG NGÃI", "tô chức".
//
// Marks are the smallest print of a page. Contract: a word is put right only where one reading is
// left (language/proven_words.h), by the words of the pack: types, bodies, positions, headings,
// administrative units, formulas, and words that look like no other without their marks. It keeps
// what was recognised as its original. Only for pages that a machine read. Numbers, dates and
// names of persons are never touched. Linear in the words.
#pragma once

#include <cstddef>
#include <string>

#include "base/diagnostic.h"
#include "language/proven_words.h"
#include "layout/pdf/page_text.h"
#include "rules/rule_set.h"

namespace kehoach::layout {

class WordRepair {
 public:
  explicit WordRepair(const rules::RuleSet& rules);
  void repair(PageText& page);
  // Adds `words-repaired` if there were any.
  void report(base::Diagnostics& diagnostics) const;

 private:
  language::ProvenWords proven_;
  std::size_t repaired_ = 0;
  std::string example_;  // the first
  int page_ = 0;         // its page
};

}  // namespace kehoach::layout
