#include "layout/web/structured_data.h"

#include <nlohmann/json.hpp>

namespace kehoach::layout {
namespace {

using nlohmann::json;

constexpr std::size_t kLongest = 1u << 20;  // bytes; more is no description of an article
constexpr int kDepth = 4;                   // of lists and graphs around the article

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string name_of(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  return found->is_object() ? text_of(*found, "name") : text_of(object, key);
}

void read(const json& value, int depth, StructuredData& data) {
  if (depth > kDepth || !data.published.empty()) return;
  if (value.is_array()) {
    for (const json& entry : value) read(entry, depth + 1, data);
    return;
  }
  if (!value.is_object()) return;
  const std::string published = text_of(value, "datePublished");
  if (!published.empty()) {
    data = {published, text_of(value, "headline"), name_of(value, "publisher"),
            text_of(value, "articleBody")};
    return;
  }
  if (text_of(value, "@type") == "WebSite" && data.publisher.empty())
    data.publisher = text_of(value, "name");
  if (const auto graph = value.find("@graph"); graph != value.end()) read(*graph, depth + 1, data);
}

}  // namespace

StructuredData read_structured_data(std::string_view text) {
  StructuredData data;
  if (text.size() > kLongest) return data;
  const json parsed = json::parse(text, nullptr, false);
  if (!parsed.is_discarded()) read(parsed, 0, data);
  return data;
}

}  // namespace kehoach::layout
