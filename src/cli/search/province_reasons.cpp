#include "cli/search/province_reasons.h"

#include "language/comparison.h"
#include "rules/provinces.h"

namespace kehoach::cli {
namespace {

constexpr const char* kThatDay = " on 1 July 2025";

bool is_name(const std::string& name, std::string_view typed) {
  return language::search_form(name) == language::search_form(typed);
}

// Today's province of a name, if that is another one.
std::string merged_into(const std::vector<const rules::AdminUnit*>& related,
                        std::string_view name) {
  std::string code;
  for (const rules::AdminUnit* unit : related)
    if (!unit->current && is_name(unit->name, name)) code = unit->merged_into;
  for (const rules::AdminUnit* unit : related)
    if (unit->current && unit->code == code && !is_name(unit->name, name)) return unit->name;
  return "";
}

std::string reason(const std::vector<const rules::AdminUnit*>& related, const std::string& asked,
                   const std::string& found) {
  const std::string asked_today = merged_into(related, asked);
  const std::string found_today = merged_into(related, found);
  if (is_name(asked_today, found)) return asked + " became part of " + found + kThatDay;
  if (is_name(found_today, asked)) return found + " became part of " + asked + kThatDay;
  if (!asked_today.empty() && asked_today == found_today)
    return asked + " and " + found + " became part of " + asked_today + kThatDay;
  return "";
}

// As the administrative units spell it.
std::string official(const std::vector<const rules::AdminUnit*>& related, std::string_view name) {
  for (const rules::AdminUnit* unit : related)
    if (is_name(unit->name, name) || is_name(unit->full_name, name)) return unit->name;
  return std::string(name);
}

}  // namespace

std::string province_reason(const std::vector<rules::AdminUnit>& units,
                            const std::vector<std::string>& asked, std::string_view found) {
  std::string why;
  for (const std::string& name : asked) {
    const auto related = rules::related_provinces(units, name);
    const std::string own = official(related, name);
    if (is_name(own, found)) return "";
    if (why.empty()) why = reason(related, own, official(related, found));
  }
  return why;
}

}  // namespace kehoach::cli
