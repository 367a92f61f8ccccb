#include "eval/gold.h"

#include <algorithm>
#include <functional>

#include "eval/gold_shape.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

std::string_view type_name(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return "null";
    case json::value_t::boolean:
      return "a boolean";
    case json::value_t::string:
      return "a string";
    case json::value_t::array:
      return "a list";
    case json::value_t::object:
      return "an object";
    case json::value_t::number_float:
      return "a number";
    default:
      return "an integer";
  }
}

unsigned type_bit(const json& value) {
  switch (value.type()) {
    case json::value_t::null:
      return kNull;
    case json::value_t::boolean:
      return kBoolean;
    case json::value_t::string:
      return kString;
    case json::value_t::array:
      return kList;
    case json::value_t::object:
      return kObject;
    case json::value_t::number_float:
      return kNumber;
    default:
      return kInteger;
  }
}

template <class Names>
std::string listed(const Names& names) {
  std::string result;
  for (const auto& name : names) result += (result.empty() ? "" : ", ") + std::string(name);
  return result;
}

std::string allowed_types(unsigned types) {
  std::vector<std::string_view> names;
  if (types & kString) names.push_back("string");
  if (types & kNumber) {
    names.push_back("number");
  } else if (types & kInteger) {
    names.push_back("integer");
  }
  if (types & kBoolean) names.push_back("boolean");
  if (types & kList) names.push_back("list");
  if (types & kObject) names.push_back("object");
  if (types & kNull) names.push_back("null");
  return listed(names);
}

// A key may hold "/" or "~", which a JSON Pointer escapes.
std::string below(const std::string& pointer, std::string_view key) {
  std::string result = pointer + "/";
  for (char c : key) result += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return result;
}

bool is_iso_date(const std::string& text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) == 8;
}

class GoldCheck {
 public:
  explicit GoldCheck(std::string_view file) : file_(file) {}

  void check(const json& value, const Shape& shape, const std::string& pointer) {
    if (!(shape.types & type_bit(value))) {
      fault(pointer, "is " + std::string(type_name(value)), allowed_types(shape.types));
    } else if (value.is_string()) {
      check_text(value.get<std::string>(), shape, pointer);
    } else if (value.is_array() && shape.items) {
      for (std::size_t i = 0; i < value.size(); ++i) {
        check(value[i], *shape.items, below(pointer, std::to_string(i)));
      }
    } else if (value.is_object()) {
      check_object(value, shape, pointer);
    }
  }

  std::vector<std::string> take() { return std::move(faults_); }

 private:
  void fault(const std::string& pointer, const std::string& what, const std::string& allowed) {
    const std::string place = pointer.empty() ? "" : pointer + ": ";
    faults_.push_back(std::string(file_) + ": " + place + what + "; allowed: " + allowed);
  }

  void check_text(const std::string& text, const Shape& shape, const std::string& pointer) {
    if (shape.date && !is_iso_date(text)) {
      fault(pointer, "\"" + text + "\" is no date", "YYYY-MM-DD");
    }
    if (shape.values.empty()) return;
    if (std::find(shape.values.begin(), shape.values.end(), text) == shape.values.end()) {
      fault(pointer, "\"" + text + "\" is unknown", listed(shape.values));
    }
  }

  void check_object(const json& object, const Shape& shape, const std::string& pointer) {
    if (shape.any_key) {
      for (const auto& [key, value] : object.items()) {
        check(value, *shape.any_key, below(pointer, key));
      }
      return;
    }
    for (const auto& [key, value] : object.items()) {
      const auto found = shape.keys.find(key);
      if (found != shape.keys.end()) {
        check(value, found->second, below(pointer, key));
      } else {
        fault(below(pointer, key), "unknown key", key_names(shape));
      }
    }
    check_needed(object, shape, pointer);
  }

  void check_needed(const json& object, const Shape& shape, const std::string& pointer) {
    if (shape.one_of.empty()) return;
    const bool has = std::any_of(shape.one_of.begin(), shape.one_of.end(),
                                 [&](const std::string& key) { return object.contains(key); });
    if (!has) fault(pointer, "has none of the keys it needs", listed(shape.one_of));
  }

  static std::string key_names(const Shape& shape) {
    std::vector<std::string> names;
    for (const auto& [key, unused] : shape.keys) names.push_back(key);
    return listed(names);
  }

  std::string_view file_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> gold_faults(const json& gold, std::string_view file) {
  GoldCheck check(file);
  check.check(gold, gold_shape(), "");
  return check.take();
}

}  // namespace kehoach::eval
