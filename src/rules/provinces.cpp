#include "rules/provinces.h"

#include <algorithm>

#include "language/comparison.h"

namespace kehoach::rules {
namespace {

// Typed without any diacritics it means all that read so.
bool is_same(const std::string& own, std::string_view name) {
  const std::string typed = language::comparison_form(name);
  const bool plain = typed == language::search_form(name);
  return (plain ? language::search_form(own) : language::comparison_form(own)) == typed;
}

bool is_named(const AdminUnit& unit, std::string_view name) {
  return is_same(unit.name, name) || is_same(unit.full_name, name);
}

// The code of the province whose ground it is today.
const std::string& code_today(const AdminUnit& unit) {
  return unit.merged_into.empty() ? unit.code : unit.merged_into;
}

}  // namespace

std::vector<const AdminUnit*> related_provinces(const std::vector<AdminUnit>& units,
                                                std::string_view name) {
  std::vector<const AdminUnit*> out;
  for (const AdminUnit& named : units) {
    if (named.level != "province" || !is_named(named, name)) continue;
    for (const AdminUnit& unit : units) {
      const bool related = unit.level == "province" && code_today(unit) == code_today(named);
      if (related && std::find(out.begin(), out.end(), &unit) == out.end()) out.push_back(&unit);
    }
  }
  return out;
}

std::string province_spelt(const RuleSet& rules, const std::string& typed) {
  if (!related_provinces(rules.units, typed).empty()) return typed;
  for (const std::size_t i : rules.entries_of("province"))
    if (is_same(rules.lexicon[i].form, typed)) return rules.lexicon[i].value;
  return typed;
}

}  // namespace kehoach::rules
