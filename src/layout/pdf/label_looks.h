// What the labels of headings and items are taken for by readers of scans: "HI" for III, "Š" for 5
// (patterns/lexicon/ocr-roman-strokes.toml, ocr-label-looks.toml).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "rules/rule_set.h"

namespace kehoach::layout {

class LabelLooks {
 public:
  explicit LabelLooks(const rules::RuleSet& rules);

  // "iii" of "HI"; nullopt where a letter is of no Roman number.
  std::optional<std::string> strokes_of(std::string_view text) const;
  // May the label `right` have been read as `read`?
  bool is_taken_for(std::string_view right, std::string_view read) const;

 private:
  std::map<std::string, std::string, std::less<>> strokes_;  // by letter
  std::set<std::pair<std::string, std::string>> taken_for_;  // right, read
};

}  // namespace kehoach::layout
