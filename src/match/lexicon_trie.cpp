#include "match/lexicon_trie.h"

#include "language/comparison.h"

namespace kehoach::match {
namespace {

std::string_view slice(std::string_view text, const TextUnit& unit) {
  return text.substr(unit.begin, unit.end - unit.begin);
}

bool word_case_fits(std::string_view form, std::string_view word) {
  if (form.size() > 2 && language::is_upper_word(form)) return language::is_upper_word(word);
  return !language::starts_upper(form) || language::starts_upper(word);
}

}  // namespace

bool case_fits(std::string_view form, std::string_view text) {
  const auto form_units = cut_units(form, nullptr);
  const auto text_units = cut_units(text, nullptr);
  if (form_units.size() != text_units.size()) return false;
  for (std::size_t i = 0; i < form_units.size(); ++i)
    if (form_units[i].kind == UnitKind::kWord &&
        !word_case_fits(slice(form, form_units[i]), slice(text, text_units[i])))
      return false;
  return true;
}

void LexiconTrie::add(const std::vector<std::uint32_t>& form, const rules::LexiconEntry& entry) {
  std::uint32_t node = 0;
  for (const std::uint32_t id : form) {
    const auto found = nodes_[node].next.find(id);
    if (found != nodes_[node].next.end()) {
      node = found->second;
      continue;
    }
    const auto fresh = static_cast<std::uint32_t>(nodes_.size());
    nodes_[node].next[id] = fresh;
    nodes_.emplace_back();
    node = fresh;
  }
  auto& entries = nodes_[node].entries;
  auto place = entries.end();
  if (entry.match_case) {
    place = entries.begin();
    while (place != entries.end() && (*place)->match_case) ++place;
  }
  entries.insert(place, &entry);
}

LexiconHit LexiconTrie::longest(std::string_view text, std::span<const TextUnit> units) const {
  LexiconHit best;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < units.size() && units[i].id != 0; ++i) {
    const auto next = nodes_[node].next.find(units[i].id);
    if (next == nodes_[node].next.end()) break;
    node = next->second;
    const std::string_view whole = text.substr(units[0].begin, units[i].end - units[0].begin);
    for (const auto* entry : nodes_[node].entries) {
      if (entry->match_case && !case_fits(entry->form, whole)) continue;
      best = {entry, i + 1};
      break;
    }
  }
  return best;
}

}  // namespace kehoach::match
