// Which syllables stand beside each other in Vietnamese: the context that tells "tiến độ" from
// "tiền độ".
//
// Contract: the data is a text of lines "first second second …" in comparison form, sorted by
// bytes; lines that start with # are remarks. What is not listed may still exist: a pair speaks for
// a reading, its want only together with others. Cost: reading the text once; a pair takes a search
// in a sorted list and in one line. Example: follows("tiến", "độ").
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kehoach::language {

class SyllablePairs {
 public:
  // `data` must outlive this.
  explicit SyllablePairs(std::string_view data);

  // Both in comparison form.
  bool follows(std::string_view first, std::string_view second) const;

  // The syllables in use that have the letters of `syllable` (comparison form), whatever their
  // marks; itself too if it is one.
  const std::vector<std::string_view>& with_letters_of(std::string_view syllable) const;

 private:
  struct Line {
    std::string_view first, seconds;  // a space before each of the seconds
  };
  std::vector<Line> lines_;
  std::unordered_map<std::string, std::vector<std::string_view>> by_letters_;
};

}  // namespace kehoach::language
