#include "read/text.h"

#include <algorithm>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "read/eight_bit.h"
#include "read/unicode_decoding.h"

namespace kehoach::read {
namespace {

using base::Diagnostic;
using base::Severity;

enum class Encoding { kUtf8, kUtf16LittleEndian, kUtf16BigEndian, kBinary };

struct Recognised {
  Encoding encoding = Encoding::kUtf8;
  std::size_t mark = 0;  // bytes of the byte order mark
};

// Text of European letters in UTF-16 has a zero byte in most of its pairs, always on one side; of
// Vietnamese letters about two thirds are below U+0100. Line ends and spaces are always so.
Recognised by_zero_bytes(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 64u << 10);
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (even + odd == 0) return {};
  const std::size_t pairs = head.size() / 2;
  if (odd * 3 > pairs && even * 50 < pairs) return {Encoding::kUtf16LittleEndian, 0};
  if (even * 3 > pairs && odd * 50 < pairs) return {Encoding::kUtf16BigEndian, 0};
  // A few stray zero bytes occur in damaged text; more are the mark of another kind of file.
  return {(even + odd) * 100 > head.size() ? Encoding::kBinary : Encoding::kUtf8, 0};
}

Recognised recognise(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {Encoding::kUtf8, 3};
  if (bytes.starts_with("\xFF\xFE")) return {Encoding::kUtf16LittleEndian, 2};
  if (bytes.starts_with("\xFE\xFF")) return {Encoding::kUtf16BigEndian, 2};
  return by_zero_bytes(bytes);
}

// Control characters that no text holds, and bytes that were no letters, in most of the file: a
// picture or program that got here by mistake.
bool looks_binary(const Decoded& decoded) {
  const std::string_view head = std::string_view(decoded.utf8).substr(0, 64u << 10);
  std::size_t controls = 0;
  for (char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    controls += byte < 0x20 && !(byte >= 8 && byte <= 13) && byte != 0x1A && byte != 0x1B;
  }
  if (controls * 20 > head.size()) return true;
  return decoded.invalid * 3 > base::code_points(decoded.utf8);
}

// Of 8-bit Vietnamese under a third is beyond ASCII; of what is no text, half and more.
bool looks_eight_bit(std::string_view bytes, const Decoded& as_utf8) {
  const auto beyond_ascii =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; });
  return is_eight_bit(as_utf8) && static_cast<std::size_t>(beyond_ascii) * 2 < bytes.size();
}

[[noreturn]] void refuse_binary(const base::Source& source) {
  throw base::Error("binary", source.path + ": this is no plain text (" +
                                  std::to_string(source.bytes.size()) +
                                  " bytes, mostly not characters of UTF-8, UTF-16 or "
                                  "an 8-bit code). Give a text file");
}

void check_size(const base::Source& source, const base::Budget& budget) {
  if (source.bytes.size() <= budget.max_bytes) return;
  throw base::Error("too-large", source.path + ": " + std::to_string(source.bytes.size()) +
                                     " bytes are more than the limit of " +
                                     std::to_string(budget.max_bytes) + ". Split the file");
}

// Where to cut: behind the last line end before the limit, or between two characters if there is no
// line end in the last half.
std::size_t cut_position(std::string_view utf8, std::size_t limit) {
  const std::size_t line_end = limit == 0 ? std::string_view::npos : utf8.rfind('\n', limit - 1);
  if (line_end != std::string_view::npos && line_end >= limit / 2) return line_end + 1;
  while (limit > 0 && base::is_continuation(utf8[limit])) --limit;
  return limit;
}

void cut(Text& text, std::size_t limit) {
  const std::size_t whole = text.utf8.size();
  if (whole <= limit) return;
  text.utf8.resize(cut_position(text.utf8, limit));
  text.diagnostics.push_back({"text-cut", Severity::kWarning,
                              "Only the first " + std::to_string(text.utf8.size()) + " of " +
                                  std::to_string(whole) +
                                  " bytes of text were read, because of the limit on text. Split "
                                  "the file to have the rest read",
                              std::nullopt, std::nullopt});
}

void report_invalid(Text& text, std::size_t invalid) {
  if (invalid == 0) return;
  text.diagnostics.push_back({"invalid-utf8", Severity::kWarning,
                              std::to_string(invalid) + " invalid " + text.encoding +
                                  (invalid == 1 ? " sequence was" : " sequences were") +
                                  " replaced by U+FFFD. The text may be damaged or in another "
                                  "encoding",
                              std::nullopt, std::nullopt});
}

bool is_empty(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

const char* name(Encoding encoding) {
  return encoding == Encoding::kUtf16LittleEndian ? "UTF-16LE"
         : encoding == Encoding::kUtf16BigEndian  ? "UTF-16BE"
                                                  : "UTF-8";
}

}  // namespace

Text read_text(const base::Source& source, const base::Budget& budget) {
  check_size(source, budget);
  const Recognised recognised = recognise(source.bytes);
  if (recognised.encoding == Encoding::kBinary) refuse_binary(source);
  const std::string_view bytes = std::string_view(source.bytes).substr(recognised.mark);
  Decoded decoded = recognised.encoding == Encoding::kUtf8
                        ? decode_utf8(bytes)
                        : decode_utf16(bytes, recognised.encoding == Encoding::kUtf16BigEndian);
  std::string encoding = name(recognised.encoding);
  if (recognised.encoding == Encoding::kUtf8 && looks_eight_bit(bytes, decoded)) {
    decoded = {decode_windows_1252(bytes), 0};
    encoding = "windows-1252";
  }
  if (looks_binary(decoded)) refuse_binary(source);
  Text text{std::move(decoded.utf8), std::move(encoding), {}};
  report_invalid(text, decoded.invalid);
  cut(text, budget.max_text_bytes);
  if (is_empty(text.utf8)) {
    text.diagnostics.push_back({"empty", Severity::kWarning,
                                "The source holds no text. Check that the right file was given",
                                std::nullopt, std::nullopt});
  }
  return text;
}

}  // namespace kehoach::read
