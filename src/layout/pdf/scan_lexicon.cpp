#include "layout/pdf/scan_lexicon.h"

#include <array>
#include <string>
#include <string_view>

#include "language/comparison.h"

namespace kehoach::layout {
namespace {

constexpr std::array<std::string_view, 8> kTitles = {
    "doc_type",       "body",           "body_head",    "position",
    "national_title", "heading_phrase", "section-word", "province"};

language::ProvenWords proven_words(const rules::RuleSet& rules) {
  language::ProvenWords proven;
  const auto forms = [&](std::string_view type, auto&& add) {
    for (const auto i : rules.entries_of(type)) add(rules.lexicon[i].form);
  };
  forms("sure_word", [&](const std::string& form) { proven.add_word(form); });
  forms("fixed_phrase", [&](const std::string& form) { proven.add_phrase(form); });
  forms("province", [&](const std::string& form) {
    if (language::starts_upper(form)) {
      proven.add_place(form);
    } else {
      proven.add_phrase(form);
    }
  });
  for (const auto type : kTitles)
    forms(type, [&](const std::string& form) { proven.add_title(form); });
  for (const auto& unit : rules.units) proven.add_title(unit.full_name);
  return proven;
}

}  // namespace

ScanLexicon::ScanLexicon(const rules::RuleSet& rules)
    : proven(proven_words(rules)), pairs(rules.syllable_pairs), labels(rules), looks(rules) {}

}  // namespace kehoach::layout
