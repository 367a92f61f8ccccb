// One layer of a pattern pack, read but not yet joined with the others.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "rules/fragments.h"
#include "rules/rule_set.h"

namespace kehoach::rules {

struct NamedFragment {
  std::string name;
  PatternSource source;
};

struct Layer {
  std::string version;
  std::vector<NamedFragment> fragments, phrase_fragments;
  std::vector<TokenRule> tokens;    // patterns not expanded
  std::vector<PhraseRule> phrases;  // likewise
  std::vector<LexiconEntry> lexicon;
  std::vector<LexiconFile> lexicon_files;
  std::vector<LexiconEntry> removed_forms;
  std::set<std::string> removed_rules;  // ids with disabled = true
  std::vector<AdminUnit> units;
  std::string syllable_pairs;
};

// Reads every file of the layer; throws where one is wrong. Ids are unique within a layer.
Layer read_layer(const PackFiles& files);

// A table of administrative units: a header line, then code, name, full name, level, parent,
// merged_into, current (0 or 1), separated by tabs; lines that start with # are remarks.
std::vector<AdminUnit> read_units(const std::string& file, const std::string& bytes);

}  // namespace kehoach::rules
