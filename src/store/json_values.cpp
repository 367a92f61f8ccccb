#include "store/json_values.h"

namespace kehoach::store {

const Json& at(const Json& object, const char* key) {
  static const Json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::optional<std::string> text_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_string()) return std::nullopt;
  return value.get<std::string>();
}

std::optional<std::int64_t> integer_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_number_integer()) return std::nullopt;
  return value.get<std::int64_t>();
}

std::optional<double> number_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  if (!value.is_number()) return std::nullopt;
  return value.get<double>();
}

bool true_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  return value.is_boolean() && value.get<bool>();
}

std::string list_at(const Json& object, const char* key) {
  const Json& value = at(object, key);
  return value.is_array() ? output::to_line(value) : "[]";
}

MainEvidence main_evidence(const Json& value) {
  const Json& evidence = at(value, "evidence");
  MainEvidence out;
  if (!evidence.is_array() || evidence.empty()) return out;
  const Json& main = evidence.front();
  out.origin = text_at(main, "source").value_or("text");
  out.text = text_at(main, "text");
  out.page = integer_at(main, "page");
  out.start = integer_at(main, "start");
  out.end = integer_at(main, "end");
  return out;
}

}  // namespace kehoach::store
