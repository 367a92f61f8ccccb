#include "read/text.h"

#include <string_view>
#include <utility>

#include "base/error.h"
#include "base/utf8.h"
#include "read/charset/charset.h"

namespace kehoach::read {
namespace {

using base::Severity;

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

bool is_empty(std::string_view utf8) {
  return utf8.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

Text read_text(const base::Source& source, const base::Budget& budget) {
  check_size(source, budget);
  DecodedText decoded = decode_text(source.bytes);
  if (decoded.has_zero_bytes || looks_binary(decoded.utf8, decoded.invalid)) refuse_binary(source);
  Text text;
  report_invalid(decoded, text.diagnostics);
  text.utf8 = std::move(decoded.utf8);
  text.encoding = std::move(decoded.encoding);
  cut(text, budget.max_text_bytes);
  if (is_empty(text.utf8)) {
    text.diagnostics.push_back({"empty", Severity::kWarning,
                                "The source holds no text. Check that the right file was given",
                                std::nullopt, std::nullopt});
  }
  return text;
}

}  // namespace kehoach::read
