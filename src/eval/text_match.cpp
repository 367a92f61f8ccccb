#include "eval/text_match.h"

#include <algorithm>
#include <cmath>

#include "language/comparison.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

std::string form_of(std::string_view text, Form form) {
  if (form == Form::kExact) return language::exact_form(text);
  std::string name = language::comparison_form(text);
  while (!name.empty() && (name.back() == '.' || name.back() == ' ')) name.pop_back();
  return name;
}

bool same_number(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

bool same_object(const json& a, const json& b, Form form) {
  const auto covered = [form](const json& some, const json& other) {
    return std::all_of(some.items().begin(), some.items().end(), [&](const auto& item) {
      return same_value(item.value(), at(other, item.key()), form);
    });
  };
  return covered(a, b) && covered(b, a);
}

std::vector<std::string> sorted_words(std::string_view text) {
  std::vector<std::string> words = language::comparison_words(text);
  std::sort(words.begin(), words.end());
  return words;
}

std::size_t common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

}  // namespace

bool same_value(const json& a, const json& b, Form form) {
  if (a.is_number() && b.is_number()) return same_number(a.get<double>(), b.get<double>());
  if (a.is_string() && b.is_string()) {
    return form_of(a.get_ref<const std::string&>(), form) ==
           form_of(b.get_ref<const std::string&>(), form);
  }
  if (a.is_object() && b.is_object()) return same_object(a, b, form);
  return a == b;
}

double token_f1(std::string_view a, std::string_view b) {
  const auto left = sorted_words(a);
  const auto right = sorted_words(b);
  if (left.empty() || right.empty()) return 0;
  return 2.0 * static_cast<double>(common(left, right)) /
         static_cast<double>(left.size() + right.size());
}

double token_overlap(std::string_view a, std::string_view b) {
  const auto left = sorted_words(a);
  const auto right = sorted_words(b);
  if (left.empty() || right.empty()) return 0;
  return static_cast<double>(common(left, right)) /
         static_cast<double>(std::min(left.size(), right.size()));
}

const json& at(const json& object, std::string_view key) {
  static const json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(std::string(key));
  return found == object.end() ? kNull : *found;
}

const json& along(const json& object, const std::vector<std::string_view>& keys) {
  const json* value = &object;
  for (std::string_view key : keys) value = &at(*value, key);
  return *value;
}

std::string text_at(const json& object, std::string_view key) {
  const json& value = at(object, key);
  return value.is_string() ? value.get<std::string>() : std::string();
}

std::string evidence_text(const json& entry) {
  const json& evidence = at(entry, "evidence");
  if (evidence.is_string()) return evidence.get<std::string>();
  if (!evidence.is_array() || evidence.empty()) return {};
  return text_at(evidence.front(), "text");
}

}  // namespace kehoach::eval
