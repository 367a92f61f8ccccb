#include "language/comparison.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <new>
#include <span>

#include "base/utf8.h"
#include "language/letters.h"
#include "language/tone_placement.h"

namespace kehoach::language {
namespace {

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2& instance = [&]() -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    return *icu::Normalizer2::getNFCInstance(status);
  }();
  return instance;
}

icu::StringPiece piece(std::string_view utf8) {
  return {utf8.data(), static_cast<std::int32_t>(utf8.size())};
}

// Combining marks are the only way for Vietnamese text not to be NFC; they start with 0xCC or 0xCD.
bool may_be_decomposed(std::string_view utf8) {
  for (char byte : utf8) {
    if (static_cast<unsigned char>(byte) >= 0xCC && static_cast<unsigned char>(byte) <= 0xCD) {
      return true;
    }
  }
  return false;
}

// Composed. Invisible characters go first, since they may stand between a letter and its mark.
std::string composed(std::string_view utf8) {
  std::u32string visible = base::decode_utf8(utf8);
  std::erase_if(visible, is_invisible);
  const std::string source = base::encode_utf8(visible);
  UErrorCode status = U_ZERO_ERROR;
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  nfc().normalizeUTF8(0, piece(source), sink, nullptr, status);
  if (U_FAILURE(status)) throw std::bad_alloc();  // ICU throws nothing by itself
  return normal;
}

bool is_word_character(char32_t c) { return is_letter(c) || is_digit(c); }

// Lower case and single spaces, none at the ends; no invisible characters.
std::u32string lowered(std::string_view utf8) {
  std::u32string result;
  result.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const char32_t c = base::next_code_point(utf8, i);
    if (c > U' ' && c < 0x7F) {
      result.push_back(c >= U'A' && c <= U'Z' ? c + 32 : c);
    } else if (is_space(c)) {
      if (!result.empty() && result.back() != U' ') result.push_back(U' ');
    } else if (!is_invisible(c)) {
      result.push_back(lower_code_point(c));
    }
  }
  if (!result.empty() && result.back() == U' ') result.pop_back();
  return result;
}

void place_all_tones(std::u32string& text) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != U' ' && is_letter(text[i])) continue;
    if (i > begin + 1) place_tones(std::span(text).subspan(begin, i - begin));
    begin = i + 1;
  }
}

std::u32string compared(std::string_view utf8) {
  std::u32string text = may_be_decomposed(utf8) ? lowered(composed(utf8)) : lowered(utf8);
  place_all_tones(text);
  return text;
}

char32_t without_marks(char32_t c) {
  const Letter found = letter(c);
  if (found.base != 0) return ascii_base(found.base);
  if (c < 0xC0) return c;
  icu::UnicodeString decomposition;
  if (!nfc().getDecomposition(static_cast<UChar32>(c), decomposition)) return c;
  return static_cast<char32_t>(decomposition.char32At(0));
}

bool is_combining_mark(char32_t c) { return c >= 0x300 && c < 0x370; }

// A comma or dot between two digits belongs to the number.
bool joins_digits(std::u32string_view text, std::size_t i) {
  return (text[i] == U',' || text[i] == U'.') && i > 0 && i + 1 < text.size() &&
         is_digit(text[i - 1]) && is_digit(text[i + 1]);
}

}  // namespace

std::string comparison_form(std::string_view utf8) { return base::encode_utf8(compared(utf8)); }

std::string search_form(std::string_view utf8) {
  std::string result;
  for (char32_t c : compared(utf8)) {
    if (!is_combining_mark(c)) base::append_code_point(result, without_marks(c));
  }
  return result;
}

std::vector<std::string> comparison_words(std::string_view utf8) {
  const std::u32string text = compared(utf8);
  std::vector<std::string> words;
  std::string word;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && (is_word_character(text[i]) || joins_digits(text, i))) {
      base::append_code_point(word, text[i]);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool is_upper_word(std::string_view word) {
  bool any = false;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (lower_code_point(c) != c) {
      any = true;
    } else if (upper_code_point(c) != c) {
      return false;
    }
  }
  return any;
}

bool starts_upper(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = base::next_code_point(word, i);
    if (is_letter(c)) return lower_code_point(c) != c;
  }
  return false;
}

std::string lower(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    base::append_code_point(result, lower_code_point(base::next_code_point(utf8, i)));
  }
  return result;
}

std::string upper(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    base::append_code_point(result, upper_code_point(base::next_code_point(utf8, i)));
  }
  return result;
}

std::string upper_first(std::string_view utf8) {
  std::size_t first = 0;
  if (!utf8.empty()) base::next_code_point(utf8, first);
  return upper(utf8.substr(0, first)).append(utf8.substr(first));
}

std::string cased_as(std::string_view form, std::string_view seen) {
  if (is_upper_word(seen) && base::code_points(seen) > 1) return upper(form);
  return starts_upper(seen) ? upper_first(form) : std::string(form);
}

std::vector<std::string_view> space_separated(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    if (end > at) pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

}  // namespace kehoach::language
