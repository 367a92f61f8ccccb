// Is a text Vietnamese as people write it, or what a broken text layer left of it?
//
// Fonts without a table of their characters, scans read by a reader of English and texts in codes
// of old fonts give letters, but no Vietnamese: genuine texts have marks on 0.27-0.31 of their
// letters, broken ones on less than 0.1. No fact may be taken from those.
#pragma once

#include <cstddef>
#include <string_view>

namespace kehoach::language {

struct TextHealth {
  std::size_t letters = 0;
  std::size_t marked = 0;     // letters with a tone or a mark of their own, and đ
  std::size_t words = 0;      // runs of letters
  std::size_t syllables = 0;  // of them, those that are well-formed Vietnamese syllables

  // Words with letters beyond ASCII, and those of them that are syllables: names in a text of
  // another language are sound, what a broken font makes of words is not.
  std::size_t marked_words = 0, sound_words = 0;

  double marked_share() const;
  double syllable_share() const;
  // Enough text to judge, and too few marks or syllables for Vietnamese. Whether the text means to
  // be Vietnamese at all the caller knows.
  bool broken() const;
};

// Letters of other alphabets count as letters without marks. Linear in the text.
TextHealth measure_health(std::string_view utf8);

}  // namespace kehoach::language
