#include "match/text_units.h"

#include "base/utf8.h"
#include "language/comparison.h"

namespace kehoach::match {
namespace {

using base::decode_code_point;
using base::DecodedCodePoint;

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

// Letters, digits and combining marks. Beyond Latin and Greek-like scripts, blocks of signs are
// told from blocks of letters by range; that is enough for Vietnamese text.
bool is_word_character(char32_t c) {
  if (c < 0x80) return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c < 0xC0 || c == 0xD7 || c == 0xF7) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c >= 0x2000 && c < 0x2C00) return false;
  if (c >= 0x3000 && c < 0x3040) return false;
  return !(c >= 0xE000 && c < 0xF900) && c < 0xFE00;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v' || c == 0xA0 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200B);
}

std::size_t word_end(std::string_view text, std::size_t i) {
  while (i < text.size()) {
    const DecodedCodePoint c = decode_code_point(text, i);
    if (!is_word_character(c.value)) break;
    i += c.size;
  }
  return i;
}

bool ascii_digit_at(std::string_view text, std::size_t i) {
  return i < text.size() && is_digit(static_cast<unsigned char>(text[i]));
}

bool is_joint(std::string_view text, std::size_t i) {
  return i < text.size() && (text[i] == ',' || text[i] == '.' || text[i] == '/');
}

}  // namespace

std::uint32_t Vocabulary::add(std::string_view unit) {
  return ids_
      .try_emplace(language::comparison_form(unit), static_cast<std::uint32_t>(ids_.size() + 1))
      .first->second;
}

std::uint32_t Vocabulary::find(std::string_view unit) const {
  const auto found = ids_.find(language::comparison_form(unit));
  return found == ids_.end() ? 0 : found->second;
}

std::vector<std::uint32_t> Vocabulary::add_form(std::string_view form) {
  std::vector<std::uint32_t> result;
  for (const auto& unit : cut_units(form, nullptr))
    result.push_back(add(form.substr(unit.begin, unit.end - unit.begin)));
  return result;
}

std::vector<TextUnit> cut_units(std::string_view text, const Vocabulary* vocabulary) {
  std::vector<TextUnit> units;
  // Words repeat: each spelling is brought to its comparison form once a text.
  std::unordered_map<std::string_view, std::uint32_t> seen;
  for (std::size_t i = 0; i < text.size();) {
    const DecodedCodePoint c = decode_code_point(text, i);
    if (is_space(c.value)) {
      i += c.size;
      continue;
    }
    TextUnit unit;
    unit.begin = static_cast<std::uint32_t>(i);
    const bool word = is_word_character(c.value);
    i = word ? word_end(text, i) : i + c.size;
    unit.end = static_cast<std::uint32_t>(i);
    unit.kind = word ? UnitKind::kWord : c.value == '\n' ? UnitKind::kBreak : UnitKind::kSign;
    unit.digit = is_digit(c.value);
    if (vocabulary) {
      const std::string_view spelling = text.substr(unit.begin, unit.end - unit.begin);
      const auto [entry, added] = seen.try_emplace(spelling, 0);
      if (added) entry->second = vocabulary->find(spelling);
      unit.id = entry->second;
    }
    units.push_back(unit);
  }
  return units;
}

bool is_word_border(std::string_view text, std::size_t position) {
  if (position == 0 || position >= text.size()) return true;
  std::size_t before = position;
  return !is_word_character(base::previous_code_point(text, before)) ||
         !is_word_character(decode_code_point(text, position).value);
}

bool is_number_border(std::string_view text, std::size_t position) {
  if (position == 0) return true;
  const bool before = ascii_digit_at(text, position - 1);
  if (before && is_joint(text, position) && ascii_digit_at(text, position + 1)) return false;
  const bool after_joint = position >= 2 && is_joint(text, position - 1);
  return !(after_joint && ascii_digit_at(text, position - 2) && ascii_digit_at(text, position));
}

}  // namespace kehoach::match
