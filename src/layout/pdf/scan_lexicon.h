// What the pack knows of words that scans are read wrong in. Made once for all documents
// (match::Matcher::made_of_rules): reading the syllables' list takes longer than a page's words.
#pragma once

#include "language/proven_words.h"
#include "language/syllable_pairs.h"
#include "layout/pdf/label_looks.h"
#include "layout/pdf/near_labels.h"
#include "rules/rule_set.h"

namespace kehoach::layout {

struct ScanLexicon {
  explicit ScanLexicon(const rules::RuleSet& rules);  // which must outlive it

  language::ProvenWords proven;
  language::SyllablePairs pairs;
  NearLabels labels;
  LabelLooks looks;
};

}  // namespace kehoach::layout
