// Text cut into what the lexicon compares: words, signs, line ends.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/span.h"

namespace kehoach::match {

enum class UnitKind : std::uint8_t { kWord, kSign, kBreak };

// A run of letters, digits and marks; one sign; or one line end. `id` names its comparison form.
struct TextUnit {
  std::uint32_t begin = 0, end = 0;
  std::uint32_t id = 0;
  UnitKind kind = UnitKind::kWord;
  bool digit = false;  // starts with a digit
};

// Numbers the comparison forms that rules and lexicons know; 0 is any other.
class Vocabulary {
 public:
  std::uint32_t add(std::string_view unit);         // before the first tokenize()
  std::uint32_t find(std::string_view unit) const;  // 0 if unknown
  // The ids of a form's units, spaces left out.
  std::vector<std::uint32_t> add_form(std::string_view form);

 private:
  std::unordered_map<std::string, std::uint32_t> ids_;
};

std::vector<TextUnit> cut_units(std::string_view text, const Vocabulary* vocabulary);

// True where `position` does not stand between two letters, digits or marks.
bool is_word_border(std::string_view text, std::size_t position);
// False inside "13,44" or "12/2017": between a digit and a [,./] that a digit follows.
bool is_number_border(std::string_view text, std::size_t position);

}  // namespace kehoach::match
