#include "store/identity.h"

#include <algorithm>
#include <charconv>

#include "language/comparison.h"

namespace kehoach::store {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc{} || result.ptr == digits.data()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> year_of(const std::optional<std::string>& date) {
  if (!date || date->size() < 4) return std::nullopt;
  return whole_number(std::string_view(*date).substr(0, 4));
}

// "30/2020/nđ-cp" says its year itself.
std::optional<std::int64_t> year_in(std::string_view number) {
  const std::size_t first = number.find('/');
  if (first == std::string_view::npos || first + 5 > number.size()) return std::nullopt;
  const std::string_view middle = number.substr(first + 1, 4);
  const bool ends = first + 5 == number.size() || number[first + 5] == '/';
  if (!ends) return std::nullopt;
  for (const char c : middle)
    if (!is_digit(c)) return std::nullopt;
  return whole_number(middle);
}

// A central body is one; others are one where their unit is known.
bool names_one_body(const Json& issuer) {
  if (text_at(issuer, "level") == "central") return true;
  const Json& unit = at(issuer, "unit");
  return text_at(unit, "code") || text_at(unit, "province");
}

std::optional<std::string> key_of(const std::optional<std::string>& name) {
  if (!name || name->empty()) return std::nullopt;
  return language::comparison_form(*name);
}

}  // namespace

std::string number_key(std::string_view number) {
  std::string out;
  for (const char c : language::comparison_form(number))
    if (c != ' ') out += c;
  std::size_t zeros = 0;
  while (zeros + 1 < out.size() && out[zeros] == '0' && is_digit(out[zeros + 1])) ++zeros;
  return out.substr(zeros);
}

TypedNumber::TypedNumber(std::string_view typed) {
  const auto digit = std::find_if(typed.begin(), typed.end(), is_digit);
  key = number_key(digit == typed.end() ? typed : std::string_view(digit, typed.end()));
  unmarked = key == language::search_form(key);
}

bool TypedNumber::means(std::string_view number) const {
  const std::string other = number_key(number);
  return other == key || (unmarked && language::search_form(other) == key);
}

Identity identity_of(const Json& document) {
  Identity out;
  const Json& number = at(document, "number");
  const Json& issuer = at(document, "issuer");
  const Json& date = at(document, "issue_date");
  out.serial = integer_at(number, "serial");
  if (const auto printed = text_at(number, "value"); printed && true_at(number, "complete"))
    out.number_key = number_key(*printed);
  out.doc_type_code = text_at(at(document, "type"), "code");
  out.issuer_key = key_of(text_at(issuer, "value"));
  out.issuer_is_one = names_one_body(issuer);
  out.issue_date = text_at(date, "value");
  out.year = integer_at(number, "year");
  if (!out.year) out.year = year_of(out.issue_date);
  if (!out.year) out.year = year_of(text_at(date, "partial"));
  return out;
}

Identity identity_of_citation(const Json& citation) {
  Identity out;
  if (const auto number = text_at(citation, "number")) {
    const std::string key = number_key(*number);
    const std::size_t slash = key.find('/');
    out.serial = whole_number(std::string_view(key).substr(0, slash));
    if (slash != std::string::npos) {
      out.number_key = key;
      out.year = year_in(key);
    }
  }
  out.issuer_key = key_of(text_at(citation, "issuer"));
  out.issue_date = text_at(citation, "date");
  if (!out.year) out.year = year_of(out.issue_date);
  return out;
}

std::optional<std::string> document_key(const Identity& identity) {
  if (!identity.number_key || !identity.issuer_key || !identity.year) return std::nullopt;
  std::string key = *identity.number_key + "|" + *identity.issuer_key + "|";
  if (identity.issuer_is_one) return key + std::to_string(*identity.year);
  if (!identity.issue_date) return std::nullopt;
  return key + *identity.issue_date;
}

std::string content_key(std::string_view sha256) { return "sha256:" + std::string(sha256); }

}  // namespace kehoach::store
