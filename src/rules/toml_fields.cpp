#include "rules/toml_fields.h"

#include <algorithm>

#include "base/utf8.h"
#include "rules/pack_error.h"

namespace kehoach::rules {
namespace {

// How many bytes stand before the first character of the string literal at `place`, and whether a
// line end is among them (a multi-line literal drops the one after its opening marks).
Place first_character(const std::string& bytes, Place place) {
  std::size_t offset = 0;
  for (int line = 1; line < place.line && offset != std::string::npos; ++line)
    offset = bytes.find('\n', offset) + 1;
  for (int column = 1; column < place.column && offset < bytes.size(); ++offset)
    if (!base::is_continuation(bytes[offset + 1])) ++column;
  const std::string_view rest = std::string_view(bytes).substr(std::min(offset, bytes.size()));
  const bool triple = rest.starts_with("'''") || rest.starts_with("\"\"\"");
  if (triple && rest.substr(3).starts_with("\n")) return {place.file, place.line + 1, 1};
  place.column += triple ? 3 : 1;
  return place;
}

}  // namespace

toml::table parse_toml(const std::string& file, const std::string& bytes) {
  try {
    return toml::parse(bytes);
  } catch (const toml::parse_error& error) {
    const auto& begin = error.source().begin;
    throw pack_error({file, static_cast<int>(begin.line), static_cast<int>(begin.column)}, "",
                     std::string(error.description()));
  }
}

Place TomlFields::place_of(const toml::node& node) const {
  const auto& begin = node.source().begin;
  return {file_, static_cast<int>(begin.line), static_cast<int>(begin.column)};
}

void TomlFields::fail(const toml::node& node, std::string_view message) const {
  throw pack_error(place_of(node), subject_, message);
}

const toml::node* TomlFields::find(std::string_view key) const { return table_.get(key); }

std::string TomlFields::text(std::string_view key) const {
  std::string value = text_or(key, "");
  if (value.empty()) fail(table_, "\"" + std::string(key) + "\" is missing");
  return value;
}

std::string TomlFields::text_or(std::string_view key, std::string fallback) const {
  const toml::node* node = find(key);
  if (!node) return fallback;
  if (const auto* value = node->as_string()) return value->get();
  fail(*node, "\"" + std::string(key) + "\" must be a string");
}

bool TomlFields::flag_or(std::string_view key, bool fallback) const {
  const toml::node* node = find(key);
  if (!node) return fallback;
  if (const auto* value = node->as_boolean()) return value->get();
  fail(*node, "\"" + std::string(key) + "\" must be true or false");
}

int TomlFields::number_or(std::string_view key, int fallback) const {
  const toml::node* node = find(key);
  if (!node) return fallback;
  if (const auto* value = node->as_integer()) return static_cast<int>(value->get());
  fail(*node, "\"" + std::string(key) + "\" must be a whole number");
}

std::vector<std::string> TomlFields::texts(std::string_view key) const {
  std::vector<std::string> result;
  const toml::node* node = find(key);
  if (!node) return result;
  const auto* array = node->as_array();
  if (!array) fail(*node, "\"" + std::string(key) + "\" must be a list of strings");
  for (const auto& item : *array) {
    const auto* value = item.as_string();
    if (!value) fail(item, "\"" + std::string(key) + "\" must hold strings only");
    result.push_back(value->get());
  }
  return result;
}

std::map<std::string, std::string> TomlFields::text_map(std::string_view key) const {
  std::map<std::string, std::string> result;
  const toml::node* node = find(key);
  if (!node) return result;
  const auto* table = node->as_table();
  if (!table) fail(*node, "\"" + std::string(key) + "\" must be a table of strings");
  for (const auto& [name, item] : *table) {
    const auto* value = item.as_string();
    if (!value) fail(item, "\"" + std::string(key) + "\" must hold strings only");
    result[std::string(name.str())] = value->get();
  }
  return result;
}

Example TomlFields::example(const toml::node& node) const {
  const auto* table = node.as_table();
  if (!table) fail(node, "an example is a table {text, match}");
  TomlFields fields(file_, bytes_, *table);
  fields.set_subject(subject_);
  fields.refuse_unknown({"text", "match", "parts", "value"});
  Example result{fields.text("text"), fields.text("match"), fields.text_map("parts")};
  if (table->contains("value")) result.parts["value"] = fields.text("value");
  return result;
}

std::vector<Example> TomlFields::examples(std::string_view key) const {
  const toml::node* node = find(key);
  const auto* array = node ? node->as_array() : nullptr;
  if (!array || array->empty()) fail(table_, "no \"" + std::string(key) + "\"");
  std::vector<Example> result;
  for (const auto& item : *array) result.push_back(example(item));
  return result;
}

std::vector<Example> TomlFields::counter_examples(std::string_view key) const {
  std::vector<Example> result;
  for (auto& text : texts(key)) result.push_back({std::move(text), "", {}});
  if (result.empty()) fail(table_, "no \"" + std::string(key) + "\" examples");
  return result;
}

PatternSource TomlFields::pattern(std::string_view key) const {
  std::string value = text(key);
  return {std::move(value), first_character(bytes_, place_of(*find(key))), subject_};
}

void TomlFields::refuse_unknown(const std::vector<std::string_view>& known) const {
  for (const auto& [key, node] : table_)
    if (std::find(known.begin(), known.end(), key.str()) == known.end())
      fail(node, "unknown key \"" + std::string(key.str()) + "\"");
}

}  // namespace kehoach::rules
