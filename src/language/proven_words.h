// Words whose marks a reader of scans lost or mistook, put right where only one reading is left.
//
// Purpose: "tô chức" in a scan can be nothing but "tổ chức", "QUYÉT ĐỊNH" nothing but "QUYẾT ĐỊNH":
// the letters below the marks are the same, a lexicon knows one word of such letters, and what was
// read is no word that stands beside its neighbours.
// Contract: letters never change but for their marks (đ's stroke is one); the case stays as
// printed. Words that a known word or phrase explains are never changed, nor is a name: of two
// words that both have a capital only phrases that are written so are changed. Where two phrases of
// the lexicon have the same letters, nothing is. Linear in the words. Example: with the word "tổ
// chức", {"các", "tô", "chức"} gives {1, "tổ"}. Refused: a model of likely words: it would guess;
// single syllables: nearly all of them are words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace kehoach::language {

class ProvenWords {
 public:
  // Two syllables that no others of their letters exist beside.
  void add_word(std::string_view word) { add(words_, word); }
  // Two or more words, where they are printed in capitals or with the capitals they have here (one
  // without capitals: with the first letter's).
  void add_phrase(std::string_view phrase) { add(phrases_, phrase); }
  // The same, in capitals only.
  void add_title(std::string_view title) { add(titles_, title); }
  // A name that is put right only where `Seen::place` says that a place is named.
  void add_place(std::string_view place) { add(places_, place); }

  struct Seen {
    std::string_view word;     // letters only
    bool joined = false;       // only a space between it and the one before
    bool begins_line = false;  // … but the space is a line's end
    bool place = false;        // the name of a place begins here, if any does
  };
  struct Repair {
    std::size_t word = 0;
    std::string text;
  };
  // In order of the words.
  std::vector<Repair> repairs(std::span<const Seen> words) const;

 private:
  struct Entry {
    std::vector<std::string> words;  // comparison form; none: more than one phrase has the letters
    std::vector<bool> capital;
  };
  using Entries = std::unordered_map<std::string, Entry>;  // by letters without marks
  class Search;

  void add(Entries& entries, std::string_view phrase);

  Entries words_, phrases_, titles_, places_;
  std::unordered_set<std::string> known_;  // comparison form
  std::size_t longest_ = 2;                // words
};

}  // namespace kehoach::language
