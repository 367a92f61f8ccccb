// Marks that recognition lost or mistook in capitals: "KÉ HOẠCH", "TĨNH QUẢNG NGÃI".
//
// Marks above capitals are the smallest print of a page, and what stands in capitals is what a
// document is known by. Contract: words in capitals that say, but for their marks, what one fixed
// phrase of two words or more says (types, bodies, positions, headings, administrative units) and
// no other, get the marks of the phrase. The word keeps what was recognised as its original.
// Nothing is guessed: where two phrases differ in marks only, neither is taken. Linear in the
// words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"
#include "rules/rule_set.h"

namespace kehoach::layout {

class CapitalRepair {
 public:
  explicit CapitalRepair(const rules::RuleSet& rules);
  void repair(PageRow& row) const;

 private:
  void add(const std::string& phrase);
  // How many words from `i` on a phrase was found for, and set.
  std::size_t repair_at(PageRow& row, std::size_t i) const;

  // By the words without marks, joined by spaces; empty: several phrases have them.
  std::map<std::string, std::string, std::less<>> phrases_;
  std::size_t longest_ = 0;  // words
};

}  // namespace kehoach::layout
