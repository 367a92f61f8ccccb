// Cuts one line into tokens: lexicon and token rules compete for each place.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "match/lexicon_trie.h"
#include "match/matcher.h"
#include "match/text_units.h"
#include "match/token_pattern.h"

namespace kehoach::match {

class LineTokenizer {
 public:
  // `units` are the line's, in `text`; `patterns` those whose keywords occur in it.
  LineTokenizer(std::string_view text, std::span<const TextUnit> units, const LexiconTrie& lexicon,
                const std::vector<const TokenPattern*>& patterns);

  void run(std::vector<Token>& out);

 private:
  struct Candidate {
    const TokenPattern* pattern = nullptr;
    std::optional<LazyRegex::Found> found;  // spans of the line
  };

  void refresh(std::size_t position);
  const Candidate* best_in(std::size_t begin, std::size_t end) const;
  void plain(const TextUnit& unit, std::size_t begin, std::size_t end,
             std::vector<Token>& out) const;
  Token by_rule(const Candidate& candidate) const;
  Token by_entry(const LexiconHit& hit, std::size_t unit) const;

  std::string_view text_;
  std::string_view line_;
  std::size_t origin_;  // of the line in the text
  std::span<const TextUnit> units_;
  const LexiconTrie& lexicon_;
  std::vector<Candidate> candidates_;
};

}  // namespace kehoach::match
