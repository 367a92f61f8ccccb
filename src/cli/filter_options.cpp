#include "cli/filter_options.h"

#include <charconv>
#include <utility>

#include "base/error.h"
#include "cli/pattern_layers.h"
#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "output/sheets/cell.h"
#include "rules/provinces.h"

namespace kehoach::cli {
namespace {

[[noreturn]] void refuse(const std::string& option, const std::string& value,
                         const std::string& wanted) {
  throw base::Error("usage", "wrong usage: " + option + " " + value + ": " + wanted);
}

// "A..B" in two; "A" twice; an open end is empty.
std::pair<std::string, std::string> ends(const std::string& typed) {
  const std::size_t dots = typed.find("..");
  if (dots == std::string::npos) return {typed, typed};
  return {typed.substr(0, dots), typed.substr(dots + 2)};
}

std::optional<int> year(const std::string& typed, const std::string& whole) {
  if (typed.empty()) return std::nullopt;
  int value = 0;
  const char* end = typed.data() + typed.size();
  if (typed.size() != 4 || std::from_chars(typed.data(), end, value).ptr != end)
    refuse("--year", whole, "a year (2023) or years (2021..2023) are wanted");
  return value;
}

void set_years(store::Filter& filter, const std::string& typed) {
  const auto [from, to] = ends(typed);
  filter.year_from = year(from, typed);
  filter.year_to = year(to, typed);
}

// The first or last day of what is typed: a day, a month or a year.
std::string day(const std::string& typed, bool last, const std::string& whole) {
  if (typed.empty() || output::is_iso_day(typed)) return typed;
  if (typed.size() == 4 && output::is_iso_day(typed + "-12-31"))
    return typed + (last ? "-12-31" : "-01-01");
  if (typed.size() == 7 && output::is_iso_day(typed + "-01")) {
    if (!last) return typed + "-01";
    for (const char* end : {"-31", "-30", "-29", "-28"})
      if (output::is_iso_day(typed + end)) return typed + end;
  }
  refuse("--due", whole, "a day (2024-06-30), month or year, or FROM..TO are wanted");
}

void set_due(store::Filter& filter, const std::string& typed) {
  const bool range = typed.find("..") != std::string::npos;
  const auto [from, to] = ends(typed);
  if (range) filter.due_from = day(from, false, typed);
  filter.due_to = day(to, true, typed);
}

// Names are compared by their words: what has none would choose everything.
void refuse_wordless(const std::string& option, const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    bool searched = false;
    language::search_tokens(value, [&](const language::SearchToken&) {
      searched = true;
      return false;
    });
    if (!searched || language::comparison_words(language::comparison_form(value)).empty())
      refuse(option, "\"" + value + "\"", "a name with letters or digits is wanted");
  }
}

void refuse_wordless(const FilterOptions& options) {
  refuse_wordless("--province", options.provinces);
  refuse_wordless("--type", options.types);
  refuse_wordless("--issuer", options.issuers);
  refuse_wordless("--indicator", options.indicators);
  refuse_wordless("--lead", options.leads);
  refuse_wordless("--cites", options.cites);
}

std::vector<std::string> with_other_names(const std::vector<std::string>& provinces) {
  if (provinces.empty()) return {};
  const rules::RuleSet& rules = embedded_patterns();
  std::vector<std::string> out = provinces;
  for (const std::string& name : provinces)
    for (const rules::AdminUnit* unit : rules::related_provinces(rules.units, name))
      out.push_back(unit->name);
  return out;
}

// "TP. HCM" becomes "Hồ Chí Minh".
CLI::Validator with_official_name() {
  return CLI::Validator(
      [](std::string& typed) {
        typed = rules::province_spelt(embedded_patterns(), typed);
        return std::string();
      },
      "");
}

// An empty time, or one open at both ends, would choose everything.
CLI::Validator says_something() {
  return CLI::Validator(
      [](std::string& typed) {
        return std::string(typed.empty() || typed == ".." ? "it names no time" : "");
      },
      "");
}

}  // namespace

void add_filters(CLI::App& command, FilterOptions& options) {
  const std::string group = "Which documents";
  const auto list = [&](const char* name, std::vector<std::string>& values, const char* help,
                        const char* type) {
    return command.add_option(name, values, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->group(group);
  };
  list("--province", options.provinces, "Of this province; old and new names find each other",
       "NAME")
      ->transform(with_official_name());
  command.add_option("--year", options.year, "Issued in this year, or 2021..2023")
      ->check(says_something())
      ->type_name("YEAR")
      ->group(group);
  list("--type", options.types, "Of this type: \"Kế hoạch\", KH", "TYPE");
  list("--issuer", options.issuers, "Issued by a body of this name or part of it", "NAME");
  list("--indicator", options.indicators, "With a figure of this indicator: PAR_INDEX, or words",
       "NAME");
  list("--change", options.changes, "With a figure of this change", "CHANGE")
      ->check(CLI::IsMember({"increase", "decrease", "reach", "maintain"}));
  list("--lead", options.leads, "With a task that this body leads", "NAME");
  command.add_option("--due", options.due, "With a task due by then, or within FROM..TO")
      ->check(says_something())
      ->type_name("DATE")
      ->group(group);
  list("--cites", options.cites, "Citing the document of this number", "NUMBER");
  command
      .add_option("--min-confidence", options.min_confidence,
                  "Only figures, tasks and citations that are as sure as that")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0))
      ->group(group);
}

store::Filter make_filter(const FilterOptions& options) {
  refuse_wordless(options);
  store::Filter filter;
  filter.provinces = with_other_names(options.provinces);
  if (!options.year.empty()) set_years(filter, options.year);
  filter.types = options.types;
  filter.issuers = options.issuers;
  filter.indicators = options.indicators;
  filter.changes = options.changes;
  filter.leads = options.leads;
  if (!options.due.empty()) set_due(filter, options.due);
  filter.cites = options.cites;
  filter.min_confidence = options.min_confidence;
  return filter;
}

}  // namespace kehoach::cli
