#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "language/comparison.h"
#include "rules/embedded.h"
#include "rules/fragments.h"
#include "rules/layer.h"
#include "rules/pack_error.h"
#include "rules/rule_set.h"
#include "rules/tone_placement.h"

namespace kehoach::rules {
namespace {

constexpr std::uint64_t kPrime = 1099511628211u;  // FNV-1a, 64 bits

class Digest {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) state_ = (state_ ^ static_cast<unsigned char>(c)) * kPrime;
    state_ = (state_ ^ 0xFFu) * kPrime;  // a mark between pieces
  }
  std::string hex() const {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result;
    for (int shift = 60; shift >= 0; shift -= 4) result += kDigits[(state_ >> shift) & 15u];
    return result;
  }

 private:
  std::uint64_t state_ = 14695981039346656037u;
};

template <class Rule>
void put_rules(std::vector<Rule>& into, std::vector<Rule>& rules,
               const std::set<std::string>& removed) {
  std::erase_if(into, [&](const Rule& rule) { return removed.contains(rule.id); });
  for (auto& rule : rules) {
    const auto same = std::find_if(into.begin(), into.end(),
                                   [&](const Rule& known) { return known.id == rule.id; });
    if (same == into.end())
      into.push_back(std::move(rule));
    else
      *same = std::move(rule);
  }
}

std::string form_key(const LexiconEntry& entry) {
  return entry.type + '\t' + language::comparison_form(entry.form);
}

// A form of a later layer takes the place of the same form of the same type.
void put_lexicon(std::vector<LexiconEntry>& into, Layer& layer, bool first) {
  if (!first) {
    std::set<std::string> replaced;
    for (const auto& entry : layer.lexicon) replaced.insert(form_key(entry));
    for (const auto& entry : layer.removed_forms) replaced.insert(form_key(entry));
    std::erase_if(into, [&](const auto& entry) { return replaced.contains(form_key(entry)); });
  }
  // In front: where a form has several types, the later layer's is the one that is meant.
  into.insert(into.begin(), std::make_move_iterator(layer.lexicon.begin()),
              std::make_move_iterator(layer.lexicon.end()));
}

void define_all(Fragments& fragments, const std::vector<NamedFragment>& named) {
  for (const auto& fragment : named) fragments.define(fragment.name, fragment.source);
}

void expand_all(RuleSet& set, Fragments& fragments, Fragments& phrase_fragments) {
  for (auto& rule : set.tokens)
    rule.pattern = with_both_tone_placements(
        fragments.expand({rule.source, rule.source_place, rule_subject(rule.id)}, set.lexicon));
  for (auto& rule : set.phrases)
    rule.pattern = phrase_fragments.expand({rule.source, rule.source_place, rule_subject(rule.id)},
                                           set.lexicon);
}

RuleSet join(const std::vector<PackFiles>& layers) {
  RuleSet set;
  Fragments fragments("{", "}");
  Fragments phrase_fragments("{{", "}}");
  Digest digest;
  bool first = true;
  for (const auto& files : layers) {
    for (const auto& [name, bytes] : files) digest.add(name), digest.add(bytes);
    Layer layer = read_layer(files);
    if (!layer.version.empty()) set.version = layer.version;
    define_all(fragments, layer.fragments);
    define_all(phrase_fragments, layer.phrase_fragments);
    put_rules(set.tokens, layer.tokens, layer.removed_rules);
    put_rules(set.phrases, layer.phrases, layer.removed_rules);
    put_lexicon(set.lexicon, layer, std::exchange(first, false));
    set.lexicon_files.insert(set.lexicon_files.end(), layer.lexicon_files.begin(),
                             layer.lexicon_files.end());
    set.units.insert(set.units.end(), layer.units.begin(), layer.units.end());
    if (!layer.syllable_pairs.empty()) set.syllable_pairs = std::move(layer.syllable_pairs);
  }
  for (std::size_t i = 0; i < set.lexicon.size(); ++i)
    set.lexicon_by_type[set.lexicon[i].type].push_back(i);
  expand_all(set, fragments, phrase_fragments);
  set.digest = digest.hex();
  return set;
}

}  // namespace

RuleSet load_only(const std::vector<PackFiles>& layers) { return join(layers); }

RuleSet load(const std::vector<PackFiles>& layers) {
  PackFiles embedded;
  for (const auto& file : embedded_files())
    embedded["patterns/" + std::string(file.name)] = std::string(file.bytes);
  std::vector<PackFiles> all{std::move(embedded)};
  all.insert(all.end(), layers.begin(), layers.end());
  return join(all);
}

}  // namespace kehoach::rules
