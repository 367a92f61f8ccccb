#include "match/keyword_index.h"

#include <algorithm>

namespace kehoach::match {

void KeywordIndex::add(std::size_t rule, const std::vector<std::string>& keywords,
                       Vocabulary& vocabulary) {
  rules_ = std::max(rules_, rule + 1);
  if (keywords.empty()) always_.push_back(rule);
  for (const auto& keyword : keywords) {
    if (keyword == "<digit>") {
      digit_.push_back(rule);
      continue;
    }
    auto units = vocabulary.add_form(keyword);
    if (!units.empty()) by_first_[units.front()].push_back({units, rule});
  }
}

std::vector<std::size_t> KeywordIndex::rules_for(std::span<const TextUnit> line) const {
  std::vector<bool> wanted(rules_, false);
  for (const auto rule : always_) wanted[rule] = true;
  bool digit = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    digit = digit || line[i].digit;
    if (line[i].id == 0) continue;
    const auto found = by_first_.find(line[i].id);
    if (found == by_first_.end()) continue;
    for (const auto& keyword : found->second) {
      if (wanted[keyword.rule] || keyword.units.size() > line.size() - i) continue;
      wanted[keyword.rule] = std::equal(
          keyword.units.begin(), keyword.units.end(), line.begin() + static_cast<std::ptrdiff_t>(i),
          [](std::uint32_t id, const TextUnit& unit) { return id == unit.id; });
    }
  }
  if (digit)
    for (const auto rule : digit_) wanted[rule] = true;
  std::vector<std::size_t> result;
  for (std::size_t rule = 0; rule < rules_; ++rule)
    if (wanted[rule]) result.push_back(rule);
  return result;
}

}  // namespace kehoach::match
