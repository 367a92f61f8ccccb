// How far what was typed is from a word or name that is known.
#pragma once

#include <cstddef>
#include <string>

namespace kehoach::store {

class Spelling {
 public:
  explicit Spelling(const std::string& typed);  // in its comparison form

  // What it costs to make `known` (comparison form) of it: a letter that is added, left out or
  // changed 4, two neighbours that change places 3, a mark 1; kFarApart over two letters.
  static constexpr std::size_t kFarApart = 99;
  std::size_t changes(const std::string& known) const;

  // What may be a slip: one letter of a short word, two of a longer one.
  std::size_t most_changes() const;

 private:
  std::string folded_;
  std::u32string typed_, plain_;
};

}  // namespace kehoach::store
