#include "layout/pdf/label_looks.h"

#include "base/utf8.h"

namespace kehoach::layout {

LabelLooks::LabelLooks(const rules::RuleSet& rules) {
  for (const auto i : rules.entries_of("roman_stroke"))
    strokes_.emplace(rules.lexicon[i].form, rules.lexicon[i].value);
  for (const auto i : rules.entries_of("label_look"))
    taken_for_.emplace(rules.lexicon[i].value, rules.lexicon[i].form);
}

std::optional<std::string> LabelLooks::strokes_of(std::string_view text) const {
  std::string strokes;
  for (std::size_t i = 0; i < text.size();) {
    const auto begin = i;
    base::next_code_point(text, i);
    const auto look = strokes_.find(text.substr(begin, i - begin));
    if (look == strokes_.end()) return std::nullopt;
    strokes += look->second;
  }
  return strokes.empty() ? std::nullopt : std::optional(strokes);
}

bool LabelLooks::is_taken_for(std::string_view right, std::string_view read) const {
  return taken_for_.contains({std::string(right), std::string(read)});
}

}  // namespace kehoach::layout
