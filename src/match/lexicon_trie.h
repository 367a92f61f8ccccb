// Every lexicon form in one tree over word ids: the longest form at a place is found in one walk.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/text_units.h"
#include "rules/rule_set.h"

namespace kehoach::match {

struct LexiconHit {
  const rules::LexiconEntry* entry = nullptr;
  std::size_t units = 0;  // how many the form covers
};

class LexiconTrie {
 public:
  void add(const std::vector<std::uint32_t>& form, const rules::LexiconEntry& entry);
  // The longest form that starts at units[0] and whose case fits; no entry if none.
  LexiconHit longest(std::string_view text, std::span<const TextUnit> units) const;

 private:
  struct Node {
    std::unordered_map<std::uint32_t, std::uint32_t> next;
    std::vector<const rules::LexiconEntry*> entries;  // those that mind the case first
  };
  std::vector<Node> nodes_{1};
};

// match_case: a lower-case word of the form stands for any case, a capitalized one wants a capital,
// one in capitals wants capitals.
bool case_fits(std::string_view form, std::string_view text);

}  // namespace kehoach::match
