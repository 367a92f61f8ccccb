#include "layout/pdf/scan_text.h"

#include <cmath>
#include <string>
#include <string_view>
#include <utility>

#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

// Of the text's frame: where the page lies in it.
base::Box frame_of(const read::PdfPage& page, double angle) {
  return read::turned_box({0, 0, page.width, page.height}, -angle);
}

// Readers take the stroke of "11/2025" for the sign between the numbers of a fraction.
std::string with_strokes(std::string text) {
  constexpr std::string_view kFraction = "\u2044";
  for (auto at = text.find(kFraction); at != text.npos; at = text.find(kFraction, at + 1))
    text.replace(at, kFraction.size(), 1, '/');
  return text;
}

read::GlyphRun run_of(const read::ScanWord& word, int number) {
  read::GlyphRun run;
  run.font = number;  // of its own: nothing is known of the widths of letters
  run.size = word.size;
  run.ascent = (word.baseline - word.box.y0) / word.size;
  run.descent = (word.baseline - word.box.y1) / word.size;
  run.confidence = word.confidence;
  run.order = number;
  run.box = word.box;
  run.glyphs.push_back({with_strokes(word.text), 0, word.box.x0, word.box.x1, word.baseline});
  return run;
}

// The space between two words of a line: how near they stand says nothing, they were told apart.
read::GlyphRun space_between(const read::ScanWord& before, const read::ScanWord& after,
                             int number) {
  read::ScanWord space = after;
  space.text.assign(1, ' ');
  space.box.x0 = before.box.x1;
  space.box.x1 = std::max(before.box.x1, after.box.x0);
  return run_of(space, number);
}

// A run of the file in the frame of the scan's text.
read::GlyphRun in_frame(read::GlyphRun run, double angle) {
  for (auto& glyph : run.glyphs) {
    const auto on_page = read::turned({glyph.x0, glyph.baseline}, run.angle);
    const auto in = read::turned(on_page, -angle);
    glyph.x1 += in.x - glyph.x0;
    glyph.x0 = in.x;
    glyph.baseline = in.y;
  }
  const double turn = std::remainder(run.angle - angle, 360.0);
  run.angle = std::abs(turn) < 3 ? 0 : std::fmod(turn + 360.0, 360.0);
  run.box = read::turned_box(run.box, -angle);
  return run;
}

}  // namespace

PageText read_scan_text(const read::PdfPage& page, const read::ScanPage& scan) {
  read::PdfPage read;
  read.number = page.number;
  read.width = page.width;
  read.height = page.height;
  read.images = page.images;
  read.lines = scan.lines;
  int number = 0;
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const auto& word = scan.words[i];
    if (i > 0 && scan.words[i - 1].line == word.line)
      read.runs.push_back(space_between(scan.words[i - 1], word, number++));
    read.runs.push_back(run_of(word, number++));
  }
  for (const auto& run : page.runs)
    if (run.origin != read::Origin::kContent && !run.invisible)
      read.runs.push_back(in_frame(run, scan.angle));
  auto text = read_page_text(read, GlyphTexts(read.runs.size()));
  const auto frame = frame_of(page, scan.angle);
  text.angle = scan.angle;
  text.width = frame.x1 - frame.x0;
  text.height = frame.y1 - frame.y0;
  return text;
}

}  // namespace kehoach::layout
