#include "language/legacy/legacy_decoding.h"

#include <map>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "language/edits.h"
#include "language/legacy/legacy_table.h"

namespace kehoach::language {

LegacyDecoding decode_legacy(LegacyEncoding encoding, std::string_view utf8, bool capitals) {
  const LegacyTable& table = legacy_table(encoding);
  Rewriter rewriter(utf8);
  std::map<char32_t, std::size_t> unmapped;
  for (std::size_t i = 0; i < utf8.size();) {
    const LegacyLetter found = next_legacy_letter(table, utf8, i);
    const char32_t value = capitals ? upper_code_point(found.value) : found.value;
    if (found.unmapped) {
      ++unmapped[found.source];
    } else if (value != found.source) {
      std::string letter;
      base::append_code_point(letter, value);
      rewriter.replace(i, found.end, letter);
    }
    i = found.end;
  }
  LegacyDecoding result{rewriter.finish(), {}};
  for (const auto& [code_point, count] : unmapped) result.unmapped.push_back({code_point, count});
  if (encoding != LegacyEncoding::kTcvn3 || capitals) return result;
  Normalized cased = restore_capitals(result.text.utf8);
  if (!cased.edits.empty()) {
    cased.edits = compose(result.text.edits, cased.edits);
    result.text = std::move(cased);
  }
  return result;
}

std::vector<LegacyStretch> decode_letters(LegacyEncoding encoding, std::string_view utf8,
                                          bool capitals) {
  const LegacyTable& table = legacy_table(encoding);
  std::vector<LegacyStretch> letters;
  std::string decoded;
  for (std::size_t i = 0; i < utf8.size();) {
    const LegacyLetter found = next_legacy_letter(table, utf8, i);
    const bool raised = capitals && !found.unmapped;
    letters.push_back({i, found.end, raised ? upper_code_point(found.value) : found.value});
    base::append_code_point(decoded, letters.back().value);
    i = found.end;
  }
  if (encoding != LegacyEncoding::kTcvn3 || capitals) return letters;
  const std::string cased = restore_capitals(decoded).utf8;  // letter for letter
  std::size_t i = 0;
  for (LegacyStretch& letter : letters) letter.value = base::next_code_point(cased, i);
  return letters;
}

}  // namespace kehoach::language
