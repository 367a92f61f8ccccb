#include "cli/archive/correction_parts.h"

#include <cstdlib>
#include <vector>

#include "base/error.h"
#include "language/comparison.h"
#include "plan/numbers.h"
#include "rules/units.h"

namespace kehoach::cli {
namespace {

using output::Json;

std::size_t digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

// "30/2018/QĐ-UBND": serial, year, symbol; "02-NQ/BCSĐ": serial and symbol; "185": a serial alone.
Json number_parts(Json& value) {
  const std::string number = plan::tidy_number(value.get<std::string>());
  value = number;
  const std::size_t serial = digits(number);
  if (serial == 0 || serial > 9)
    throw base::Error(
        "usage", "wrong usage: " + number + " is no number of a document; 142/KH-UBND is wanted");
  Json out{{"serial", std::atoi(number.c_str())},
           {"year", nullptr},
           {"symbol", nullptr},
           {"complete", serial < number.size()}};
  std::string_view rest = std::string_view(number).substr(serial);
  if (rest.empty()) return out;
  rest.remove_prefix(1);
  if (digits(rest) == 4 && rest.size() > 5 && rest[4] == '/') {
    out["year"] = std::atoi(std::string(rest.substr(0, 4)).c_str());
    rest.remove_prefix(5);
  }
  out["symbol"] = std::string(rest);
  return out;
}

Json type_parts(const rules::RuleSet& rules, Json& value) {
  const std::string typed = language::comparison_form(value.get<std::string>());
  const auto known = rules.lexicon_by_type.find("doc_type");
  if (known != rules.lexicon_by_type.end()) {
    for (const std::size_t i : known->second) {
      const rules::LexiconEntry& entry = rules.lexicon[i];
      if (language::comparison_form(entry.value) != typed) continue;
      value = entry.value;
      const std::string code = plan::code_of_type(rules, entry.value);
      return {{"code", code.empty() ? Json(nullptr) : Json(code)}};
    }
  }
  throw base::Error("usage", "wrong usage: " + value.get<std::string>() +
                                 " is no type of document that the lexicon doc_type knows (see "
                                 "kehoach patterns list)");
}

// "Sở Nội vụ tỉnh Lâm Đồng": the longest end that is a unit's full name, or a name behind UBND.
Json issuer_parts(const rules::RuleSet& rules, const std::string& issuer) {
  const rules::UnitIndex index(rules.units);
  for (std::size_t at = issuer.find(' '); at != std::string::npos; at = issuer.find(' ', at + 1)) {
    const std::string_view end = std::string_view(issuer).substr(at + 1);
    for (const rules::AdminUnit* unit : index.find(end)) {
      if (language::comparison_form(unit->full_name) != language::comparison_form(end)) continue;
      const bool province = unit->level == "province";
      return {{"body", issuer.substr(0, at)},
              {"level", unit->level},
              {"unit",
               {{"name", unit->name},
                {"code", unit->code},
                {"province", province ? Json(unit->name) : Json(nullptr)}}}};
    }
  }
  return {{"body", issuer}, {"level", nullptr}, {"unit", nullptr}};
}

}  // namespace

Json correction_parts(const rules::RuleSet& rules, const std::string& field, Json& value) {
  if (!value.is_string()) return Json::object();
  if (field == "/document/number") return number_parts(value);
  if (field == "/document/type") return type_parts(rules, value);
  if (field == "/document/issuer") return issuer_parts(rules, value.get<std::string>());
  return Json::object();
}

}  // namespace kehoach::cli
