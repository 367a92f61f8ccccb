#include "store/corrections/correctable.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <vector>

#include "base/error.h"
#include "language/comparison.h"
#include "output/sheets/cell.h"

namespace kehoach::store {
namespace {

enum class Kind {
  kText,
  kDay,
  kDayOrYear,
  kYear,
  kFigure,
  kTruth,
  kNames,
  kPeriod,
  kChoice,
  kEntry
};

struct Rule {
  const char* field;  // "*" stands for a position
  Kind kind;
  bool optional;
  const char* choices = "";
};

constexpr const char* kLevels = "central province district commune";
constexpr const char* kChanges = "increase decrease reach maintain";
constexpr const char* kUnits = "rank percent percentage_point point money duration count";
constexpr const char* kOrigins = "list table sentence assignment";
constexpr const char* kRelations = "basis implements amends replaces attached-to mentions";

constexpr Rule kRules[] = {
    {"/role", Kind::kChoice, false, "document about none"},
    {"/document/number", Kind::kText, true},
    {"/document/type", Kind::kText, true},
    {"/document/issue_date", Kind::kDay, true},
    {"/document/issuer", Kind::kText, true},
    {"/document/issuer/body", Kind::kText, true},
    {"/document/issuer/level", Kind::kChoice, true, kLevels},
    {"/document/issuer/unit/name", Kind::kText, true},
    {"/document/issuer/unit/code", Kind::kText, true},
    {"/document/issuer/unit/province", Kind::kText, true},
    {"/document/place", Kind::kText, true},
    {"/document/title", Kind::kText, true},
    {"/document/signer", Kind::kText, true},
    {"/document/signer/position", Kind::kText, true},
    {"/document/urgency", Kind::kText, true},
    {"/document/secrecy", Kind::kText, true},
    {"/document/period", Kind::kPeriod, true},
    {"/document/plan", Kind::kTruth, true},
    {"/tasks/*", Kind::kEntry, true},
    {"/tasks/*/label", Kind::kText, true},
    {"/tasks/*/text", Kind::kText, false},
    {"/tasks/*/lead", Kind::kNames, false},
    {"/tasks/*/cooperating", Kind::kNames, false},
    {"/tasks/*/deadline/text", Kind::kText, false},
    {"/tasks/*/deadline/from", Kind::kDay, true},
    {"/tasks/*/deadline/to", Kind::kDay, true},
    {"/tasks/*/deliverable", Kind::kText, true},
    {"/tasks/*/origin", Kind::kChoice, false, kOrigins},
    {"/citations/*", Kind::kEntry, true},
    {"/citations/*/number", Kind::kText, true},
    {"/citations/*/type", Kind::kText, true},
    {"/citations/*/date", Kind::kDay, true},
    {"/citations/*/issuer", Kind::kText, true},
    {"/citations/*/title", Kind::kText, true},
    {"/citations/*/relation", Kind::kChoice, false, kRelations},
};

// The same of targets and results.
constexpr Rule kFigureRules[] = {
    {"", Kind::kEntry, true},
    {"/indicator/name", Kind::kText, false},
    {"/indicator/code", Kind::kText, true},
    {"/change", Kind::kChoice, false, kChanges},
    {"/unit", Kind::kChoice, false, kUnits},
    {"/printed_unit", Kind::kText, true},
    {"/min", Kind::kFigure, true},
    {"/max", Kind::kFigure, true},
    {"/exclusive", Kind::kTruth, false},
    {"/approximate", Kind::kTruth, false},
    {"/of", Kind::kFigure, true},
    {"/baseline_year", Kind::kYear, true},
    {"/year", Kind::kYear, true},
    {"/deadline", Kind::kDayOrYear, true},
};

constexpr int kMostEntries = 1'000'000;

const Rule* rule_of(const std::string& field) {
  const FieldPlace place = field_place(field);
  if (place.list == "targets" || place.list == "results") {
    for (const Rule& rule : kFigureRules)
      if (place.rest == rule.field) return &rule;
    return nullptr;
  }
  const std::string name = place.position < 0 ? field : "/" + place.list + "/*" + place.rest;
  for (const Rule& rule : kRules)
    if (name == rule.field) return &rule;
  return nullptr;
}

[[noreturn]] void refuse(const std::string& what, const std::string& why) {
  throw base::Error("usage", "wrong usage: " + what + ": " + why);
}

bool digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "12/3/2024" and "12-03-2024" as ISO; anything else as it is.
std::string iso_day(const std::string& typed) {
  std::array<std::string, 3> parts;
  std::size_t part = 0;
  for (const char c : typed) {
    if (c == '/' || c == '-' || c == '.') {
      if (++part > 2) return typed;
    } else {
      parts.at(part) += c;
    }
  }
  for (const std::string& one : parts)
    if (!digits(one)) return typed;
  if (parts[2].size() != 4 || parts[0].size() > 2 || parts[1].size() > 2) return typed;
  const auto two = [](const std::string& one) { return one.size() == 1 ? "0" + one : one; };
  return parts[2] + "-" + two(parts[1]) + "-" + two(parts[0]);
}

Json day(const std::string& field, const std::string& typed) {
  const std::string iso = iso_day(typed);
  if (!output::is_iso_day(iso))
    refuse(field, typed + " is no day; 2024-03-12 or 12/3/2024 is wanted");
  return iso;
}

int year(const std::string& field, const std::string& typed) {
  const int value = digits(typed) && typed.size() == 4 ? std::atoi(typed.c_str()) : 0;
  if (value < 1900 || value > 2200) refuse(field, typed + " is no year; 2024 is wanted");
  return value;
}

// "1.250" of a Vietnamese text and "1.250" of a program mean different things: neither is guessed.
Json figure(const std::string& field, const std::string& typed) {
  std::string plain = typed;
  std::replace(plain.begin(), plain.end(), ',', '.');
  double value = 0;
  const char* end = plain.data() + plain.size();
  const auto read = std::from_chars(plain.data(), end, value);
  const std::size_t point = plain.find('.');
  const bool thousands = point != std::string::npos && plain.size() - point == 4;
  if (read.ec != std::errc() || read.ptr != end || thousands || !(value > -1e18 && value < 1e18))
    refuse(field, typed + " is no plain number; 88.5 or 88,5 or 1250 is wanted");
  if (value == static_cast<double>(static_cast<std::int64_t>(value)))
    return static_cast<std::int64_t>(value);
  return value;
}

Json truth(const std::string& field, const std::string& typed) {
  if (typed == "true" || typed == "yes") return true;
  if (typed == "false" || typed == "no") return false;
  refuse(field, typed + " is neither true nor false");
}

Json period(const std::string& field, const std::string& typed) {
  const std::size_t dash = typed.find('-');
  const int from = year(field, typed.substr(0, dash));
  const int to = dash == std::string::npos ? from : year(field, typed.substr(dash + 1));
  if (to < from) refuse(field, typed + " ends before it begins");
  return {{"from", from}, {"to", to}};
}

Json names(const std::string& typed) {
  Json out = Json::array();
  for (std::size_t at = 0; at <= typed.size();) {
    const std::size_t end = std::min(typed.find(';', at), typed.size());
    const std::string name = language::exact_form(typed.substr(at, end - at));
    if (!name.empty()) out.push_back(name);
    at = end + 1;
  }
  return out;
}

Json choice(const std::string& field, const std::string& typed, std::string_view choices) {
  std::string list;
  for (std::size_t at = 0; at < choices.size();) {
    const std::size_t end = std::min(choices.find(' ', at), choices.size());
    if (choices.substr(at, end - at) == typed) return typed;
    list += (list.empty() ? "" : ", ") + std::string(choices.substr(at, end - at));
    at = end + 1;
  }
  refuse(field, typed + " is none of " + list);
}

Json text(const std::string& field, const std::string& typed) {
  const std::string value = language::exact_form(typed);
  if (value.empty()) refuse(field, "the value is empty; --none says that there is none");
  return value;
}

std::string known_fields() {
  std::string out;
  for (const Rule& rule : kRules) {
    const std::string name = rule.field;
    if (!name.starts_with("/document/")) continue;
    std::string dotted = name.substr(10);
    std::replace(dotted.begin(), dotted.end(), '/', '.');
    out += dotted + ", ";
  }
  return out + "role, or an entry (targets/0) or a value of one (targets/0/min, tasks/2/lead)";
}

}  // namespace

FieldPlace field_place(const std::string& field) {
  for (const char* list : {"targets", "results", "tasks", "citations"}) {
    const std::string start = "/" + std::string(list) + "/";
    if (!field.starts_with(start)) continue;
    const std::size_t end = std::min(field.find('/', start.size()), field.size());
    const std::string position = field.substr(start.size(), end - start.size());
    if (!digits(position) || position.size() > 7 || std::atoi(position.c_str()) > kMostEntries)
      break;
    return {list, std::atoi(position.c_str()), field.substr(end)};
  }
  return {"", -1, field};
}

std::string correctable_field(std::string_view typed) {
  std::string field(typed);
  if (!field.starts_with('/')) {
    std::replace(field.begin(), field.end(), '.', '/');
    const bool elsewhere = field == "role" || field_place("/" + field).position >= 0;
    field = (elsewhere ? "/" : "/document/") + field;
  }
  if (field.ends_with("/indicator")) field += "/name";
  if (rule_of(field) == nullptr)
    refuse(std::string(typed), "is no field that can be corrected; there are " + known_fields());
  return field;
}

bool may_be_none(const std::string& field) {
  const Rule* rule = rule_of(field);
  return rule != nullptr && rule->optional;
}

Json correct_value(const std::string& field, const std::string& typed) {
  const Rule& rule = *rule_of(field);
  switch (rule.kind) {
    case Kind::kText:
      return text(field, typed);
    case Kind::kDay:
      return day(field, typed);
    case Kind::kDayOrYear:
      return digits(typed) ? Json(std::to_string(year(field, typed))) : day(field, typed);
    case Kind::kYear:
      return year(field, typed);
    case Kind::kFigure:
      return figure(field, typed);
    case Kind::kTruth:
      return truth(field, typed);
    case Kind::kNames:
      return names(typed);
    case Kind::kPeriod:
      return period(field, typed);
    case Kind::kChoice:
      return choice(field, typed, rule.choices);
    case Kind::kEntry:
      break;
  }
  refuse(field, "is a whole entry; name a value of it, or take it out with --none");
}

}  // namespace kehoach::store
