// How two texts are compared when a record is scored: equal as values, or alike as running text.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::eval {

// Which differences do not count.
enum class Form {
  kExact,  // NFC, collapsed spaces
  kName,   // and case, tone placement, a final stop: names and titles
};

// Equal under `form`; objects key by key (an absent key is null), numbers by value.
bool same_value(const nlohmann::json& a, const nlohmann::json& b, Form form);

// Harmonic mean of the shares of common words; words as language::comparison_words cuts them,
// repeated words counted as often as they stand. 0 if either has none.
double token_f1(std::string_view a, std::string_view b);

// Words in common ÷ words of the shorter text; 0 if either has none.
double token_overlap(std::string_view a, std::string_view b);

// The value at `key`, null where `object` has none or is no object.
const nlohmann::json& at(const nlohmann::json& object, std::string_view key);

// The value along `keys`.
const nlohmann::json& along(const nlohmann::json& object,
                            const std::vector<std::string_view>& keys);

// The string at `key`, empty where there is none.
std::string text_at(const nlohmann::json& object, std::string_view key);

// The text of the main piece of an entry's or value's evidence; gold has it as one string.
std::string evidence_text(const nlohmann::json& entry);

}  // namespace kehoach::eval
