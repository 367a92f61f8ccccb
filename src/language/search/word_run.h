// Runs of letters and digits, and what joins them: the pieces that search tokens are made of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::language {

// Letters and digits without a gap.
struct WordRun {
  std::size_t begin = 0;  // bytes
  std::size_t end = 0;
  bool digits = false;    // ASCII digits only
  bool letters = false;   // has a letter
  bool capital = false;   // its first letter is upper case
  bool capitals = false;  // so are all its letters
};

// The run that starts at `position`; nothing if no letter or digit stands there. Invisible
// characters inside count as part of it.
std::optional<WordRun> word_run(std::string_view utf8, std::size_t position);

// Composed code points of the run without invisible characters.
std::u32string run_letters(std::string_view utf8, const WordRun& run);

// Runs joined by "/", "-" or "&": a document's number ("142/KH-UBND", "18-CT/TW") or the code of
// one ("KH-UBND", "PAR-INDEX").
struct WordChain {
  std::vector<WordRun> runs;
  std::string joints;    // between them
  std::size_t code = 0;  // the run that its code begins with; 0: all of it is code
};

// The chain that begins with `first`, if there is one.
std::optional<WordChain> word_chain(std::string_view utf8, const WordRun& first);

}  // namespace kehoach::language
