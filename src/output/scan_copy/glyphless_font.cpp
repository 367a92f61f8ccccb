#include "output/scan_copy/glyphless_font.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace kehoach::output {
namespace {

void put16(std::string& out, int value) {
  out += static_cast<char>((value >> 8) & 0xFF);
  out += static_cast<char>(value & 0xFF);
}

void put32(std::string& out, std::uint32_t value) {
  put16(out, static_cast<int>(value >> 16U));
  put16(out, static_cast<int>(value & 0xFFFFU));
}

std::string shorts(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values) put16(out, value);
  return out;
}

constexpr int kEm = 1000, kGlyphs = 2;  // the first is that of missing characters

// Without dates.
std::string head() {
  return shorts({1,
                 0,
                 1,
                 0,
                 0,
                 0,
                 0x5F0F,
                 0x3CF5,
                 0,
                 kEm,
                 0,
                 0,
                 0,
                 0,
                 0,
                 0,
                 0,
                 0,
                 0,
                 kGlyphlessDescent,
                 kGlyphlessAdvance,
                 kGlyphlessAscent,
                 0,
                 8,
                 2,
                 0,
                 0});
}

std::string hhea() {
  return shorts({1, 0, kGlyphlessAscent, kGlyphlessDescent, 0, kGlyphlessAdvance, 0, 0,
                 kGlyphlessAdvance, 1, 0, 0, 0, 0, 0, 0, 0, kGlyphs});
}

std::string maxp() { return shorts({1, 0, kGlyphs, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0}); }

std::string hmtx() { return shorts({kGlyphlessAdvance, 0, kGlyphlessAdvance, 0}); }

std::string padded(std::string table) {
  while (table.size() % 4 != 0) table += '\0';
  return table;
}

std::uint32_t checksum(const std::string& padded_table) {
  std::uint32_t sum = 0, word = 0;
  for (std::size_t i = 0; i < padded_table.size(); ++i) {
    word = (word << 8U) | static_cast<unsigned char>(padded_table[i]);
    if (i % 4 == 3) sum += std::exchange(word, 0);
  }
  return sum;
}

}  // namespace

std::string glyphless_font() {
  // Sorted by name. Glyphs without an outline lie at offset 0; an empty table is refused by some.
  const std::vector<std::pair<std::string, std::string>> tables = {
      {"glyf", std::string(4, '\0')}, {"head", head()}, {"hhea", hhea()}, {"hmtx", hmtx()},
      {"loca", shorts({0, 0, 0})},    {"maxp", maxp()}};
  const int count = static_cast<int>(tables.size());
  std::string font = shorts({1, 0, count, 64, 2, 16 * count - 64}), data;
  for (const auto& [name, table] : tables) {
    const std::string whole = padded(table);
    font += name;
    put32(font, checksum(whole));
    put32(font, static_cast<std::uint32_t>(12 + 16 * tables.size() + data.size()));
    put32(font, static_cast<std::uint32_t>(table.size()));
    data += whole;
  }
  font += data;
  // The head's checkSumAdjustment makes the sum of the whole come out right.
  const std::uint32_t adjustment = 0xB1B0AFBAU - checksum(font);
  std::string bytes;
  put32(bytes, adjustment);
  const std::size_t head_at = font.size() - data.size() + 4;  // behind glyf
  return font.replace(head_at + 8, 4, bytes);
}

}  // namespace kehoach::output
