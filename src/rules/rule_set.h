// Pattern packs and lexicons, loaded and checked: what kehoach knows as data.
//
// Purpose: patterns/ holds all Vietnamese words and patterns; this room reads them into plain
// structs and refuses what is wrong with file, rule and caret. The format is specified in
// patterns/README.md.
// Contract: load() reads layers in order; a later layer's rule with the same id replaces,
// `disabled = true` removes. Every rule has an id, a description, examples and counter-examples.
// Throws base::Error "pattern-pack" (message: file:line:column, rule id, what is wrong, caret).
// Refused: patterns in C++ (nobody but us could mend them); one regex a field (cannot say
// "A và B tăng x và y").
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::rules {

// Sequences of tokens that a text can be cut into, each by rules and words of its own; "both" in a
// pack stands for the first two. Headings, assignments of work and what introduces a list are read
// in stages of their own, since their words ("kết quả", "tổ chức") are plain words elsewhere.
inline constexpr std::array<std::string_view, 9> kStages = {
    "fields",    "layout",     "names",     "tasks",     "sections",
    "task-cues", "page-parts", "page-cues", "properties"};

inline bool is_stage(std::string_view name) {
  return std::find(kStages.begin(), kStages.end(), name) != kStages.end();
}

// Where a rule was written, for messages.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

// One example: a text, the words that the rule must match in it, and values of named parts.
struct Example {
  std::string text;
  std::string match;                         // empty in counter-examples
  std::map<std::string, std::string> parts;  // part name -> text of the part
};

// Level 1. RE2 over text. Finds typed pieces: number, date, document number, unit …
struct TokenRule {
  std::string id, description, type, value;  // value: constant of the token, may be empty
  std::string stage = "fields";              // one of kStages, or "both"
  std::vector<std::string> keywords;         // comparison form; one must occur, none: always tried
  std::string pattern;                       // fragments already expanded
  bool ignore_case = true;
  bool inside_word = false;  // may start or end between two letters or digits
  int priority = 0;          // higher wins where two tokens start at one place
  std::vector<Example> examples, counter;
  Place place;
  std::string source;  // the pattern as written, for messages
  Place source_place;  // of its first character
};

// Level 1, words. A form (one or more words) that stands for a value of a type: "tăng" is change
// increase. Longest form wins over shorter ones and over a token rule's shorter match.
struct LexiconEntry {
  std::string type, value;
  std::string form;  // as written in the pack
  std::string stage = "fields";
  bool match_case = false;
  std::map<std::string, std::string> attributes;  // code, level, scale …
  Place place;
};

// What a lexicon file says about itself; examples are {text, match, parts: {"value": …}}.
struct LexiconFile {
  std::string type, description;
  std::string stage = "fields";
  std::vector<Example> examples, counter;
  Place place;
};

// Level 2. A regular expression over the token sequence, written with {type}, {type:value},
// {word}, "literal words", named groups (?P<name>…), * + ? | ( ) and fragments {{name}}.
struct PhraseRule {
  std::string id, description, field;
  std::vector<std::string> keywords;  // for the reader only: matching needs no filter
  std::string pattern;
  std::map<std::string, std::string> set;  // constants that the rule adds to what it finds
  int priority = 0;
  std::vector<Example> examples, counter;
  Place place;
  std::string source;  // the pattern as written, for messages
  Place source_place;  // of its first character
};

// An administrative unit, of before or after 1 July 2025.
struct AdminUnit {
  std::string code, name, full_name;  // "10", "Lào Cai", "Tỉnh Lào Cai"
  std::string level;                  // province, district, commune
  std::string parent;                 // province code of a district or commune
  std::string merged_into;            // province code since 1 July 2025, where it changed
  bool current = false;               // exists since 1 July 2025
};

struct RuleSet {
  std::string version;  // of the pack, from patterns/pack.toml
  std::vector<TokenRule> tokens;
  std::vector<LexiconEntry> lexicon;
  std::vector<LexiconFile> lexicon_files;
  std::vector<PhraseRule> phrases;
  std::vector<AdminUnit> units;
  std::string syllable_pairs;  // as language/syllable_pairs.h reads them
  std::string
      digest;  // 64-bit FNV-1a of all layers' names and bytes in hex, for generator.patterns
  // Positions in `lexicon` by type, in order; load() fills it.
  std::map<std::string, std::vector<std::size_t>, std::less<>> lexicon_by_type;

  // The positions of one type's entries; none if no entry has it.
  std::span<const std::size_t> entries_of(std::string_view type) const {
    const auto found = lexicon_by_type.find(type);
    if (found == lexicon_by_type.end()) return {};
    return found->second;
  }
};

// One layer's files: name relative to the layer's root, bytes.
using PackFiles = std::map<std::string, std::string>;

// The embedded pack with `layers` on top.
RuleSet load(const std::vector<PackFiles>& layers = {});

// `layers` alone, without the embedded pack: for tests and for trying a pack by itself.
RuleSet load_only(const std::vector<PackFiles>& layers);

}  // namespace kehoach::rules
