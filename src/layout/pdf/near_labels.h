// Labels that recognition mistook letters of: "Xơi nhận:", "QUYEÉT ĐỊNH".
//
// Labels are set in bold italics or capitals, which readers of scans know least. Contract: a word
// of a label is put right only where the label stands as it is printed: with its colon at the
// beginning of a line, or, for types of documents, in capitals and alone; where its other words are
// the label's, where the word is one letter off (two, if it is no syllable), and where it is no
// syllable in use that was read for sure. A word between two numbers of a date ("5 nắm 2020") has
// the marks of the date's word; "12 nam 15" are no date. Other words are never touched. Linear in
// the rows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"
#include "rules/rule_set.h"

namespace kehoach::layout {

class NearLabels {
 public:
  explicit NearLabels(const rules::RuleSet& rules);

  struct Repair {
    std::size_t word = 0;  // of the row
    std::string text;      // its letters

    bool operator==(const Repair&) const = default;
  };
  std::vector<Repair> repairs(const PageRow& row) const;

 private:
  struct Label {
    std::vector<std::string> words;  // comparison form
    bool alone = false;              // in capitals, without other words; else before a colon
  };
  struct Fit {
    std::vector<Repair> repairs;
    std::size_t off = 0;  // letters
  };
  static std::optional<Fit> fit(const PageRow& row, const Label& label, bool capitals);

  std::vector<Repair> labels(const PageRow& row) const;
  std::vector<Repair> date_words(const PageRow& row) const;

  std::vector<Label> labels_;
  struct DateWord {
    std::string form;  // comparison form
    bool year = false;
  };
  std::vector<DateWord> date_words_;
};

}  // namespace kehoach::layout
