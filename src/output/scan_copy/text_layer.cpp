#include "output/scan_copy/text_layer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "base/utf8.h"
#include "output/scan_copy/glyphless_font.h"

namespace kehoach::output {
namespace {

std::string hex16(unsigned value) {
  char digits[8];
  std::snprintf(digits, sizeof digits, "%04X", value & 0xFFFFU);
  return digits;
}

std::string utf16_hex(char32_t c) {
  if (c < 0x10000) return hex16(c);
  const char32_t rest = c - 0x10000;
  return hex16(0xD800 + (rest >> 10U)) + hex16(0xDC00 + (rest & 0x3FFU));
}

// Never in the form of the locale, never with an exponent.
std::string number(double value) {
  constexpr double kParts = 10'000;
  const long long parts = std::llround(std::clamp(value, -1e9, 1e9) * kParts);
  const long long whole = std::abs(parts) / 10'000, rest = std::abs(parts) % 10'000;
  char digits[40];
  std::snprintf(digits, sizeof digits, "%s%lld.%04lld ", parts < 0 ? "-" : "", whole, rest);
  return digits;
}

std::string word_operators(const LayerWord& word, const PageFrame& frame, const std::string& font,
                           LayerCodes& codes) {
  const std::string text = codes.hex(word.text);
  const PagePoint from = frame.in_file(word.from), to = frame.in_file(word.to);
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (text.empty() || !(length > 0) || !(word.size > 0)) return {};
  const double cosine = (to.x - from.x) / length, sine = (to.y - from.y) / length;
  const double natural =
      word.size * kGlyphlessAdvance / 1000 * static_cast<double>(text.size()) / 4;
  return "/" + font + " " + number(word.size) + "Tf " + number(100 * length / natural) + "Tz " +
         number(cosine) + number(sine) + number(-sine) + number(cosine) + number(from.x) +
         number(from.y) + "Tm <" + text + (word.space_after ? codes.hex(" ") : "") + "> Tj\n";
}

}  // namespace

PagePoint PageFrame::in_file(PagePoint point) const {
  switch (rotation) {
    case 90:
      return {x0 + point.y, y0 + point.x};
    case 180:
      return {x1 - point.x, y0 + point.y};
    case 270:
      return {x1 - point.y, y1 - point.x};
    default:
      return {x0 + point.x, y1 - point.y};
  }
}

std::string LayerCodes::hex(const std::string& text) {
  constexpr std::size_t kMost = 0xFFFF;
  std::string digits;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    auto known = codes_.find(c);
    if (known == codes_.end()) {
      if (characters_.size() == kMost) continue;
      characters_.push_back(c);
      known = codes_.emplace(c, static_cast<int>(characters_.size())).first;
    }
    digits += hex16(static_cast<unsigned>(known->second));
  }
  return digits;
}

std::string LayerCodes::to_unicode() const {
  constexpr std::size_t kMostInBlock = 100;  // by the format
  std::string map =
      "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
      "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
      "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
  for (std::size_t i = 0; i < characters_.size(); i += kMostInBlock) {
    const std::size_t end = std::min(characters_.size(), i + kMostInBlock);
    map += std::to_string(end - i) + " beginbfchar\n";
    for (std::size_t k = i; k < end; ++k)
      map += "<" + hex16(static_cast<unsigned>(k + 1)) + "> <" + utf16_hex(characters_[k]) + ">\n";
    map += "endbfchar\n";
  }
  return map + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

std::string layer_operators(const std::vector<LayerWord>& words, const PageFrame& frame,
                            const std::string& font, LayerCodes& codes) {
  std::string out = "q\nBT\n3 Tr 0 Tc 0 Tw 0 Ts\n";
  for (const LayerWord& word : words) out += word_operators(word, frame, font, codes);
  return out + "ET\nQ\n";
}

}  // namespace kehoach::output
