// Which token rules can match a line at all: those one of whose keywords occurs in it.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "match/text_units.h"

namespace kehoach::match {

class KeywordIndex {
 public:
  // A rule without keywords is always tried. The keyword "<digit>" is any word that starts with a
  // digit; others are forms as in the lexicon, and must stand as whole words.
  void add(std::size_t rule, const std::vector<std::string>& keywords, Vocabulary& vocabulary);
  // Rules for the line, ascending.
  std::vector<std::size_t> rules_for(std::span<const TextUnit> line) const;

 private:
  struct Keyword {
    std::vector<std::uint32_t> units;
    std::size_t rule = 0;
  };
  std::vector<std::size_t> always_, digit_;
  std::unordered_map<std::uint32_t, std::vector<Keyword>> by_first_;
  std::size_t rules_ = 0;
};

}  // namespace kehoach::match
