// A page of glyph runs as a few lines of text, to compare and to look at.
#pragma once

#include <cmath>
#include <cstdio>
#include <string>

#include "read/pdf/pdf.h"

namespace kehoach::read {

inline std::string number(double value) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.1f", std::abs(value) < 0.05 ? 0.0 : value);
  std::string text = digits;
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

inline std::string dump(const base::Box& box) {
  return "[" + number(box.x0) + " " + number(box.y0) + " " + number(box.x1) + " " + number(box.y1) +
         "]";
}

inline std::string run_text(const GlyphRun& run) {
  std::string text;
  for (const Glyph& glyph : run.glyphs) text += glyph.text.empty() ? "?" : glyph.text;
  return text;
}

inline std::string colour(std::uint32_t rgb) {
  char digits[16];
  std::snprintf(digits, sizeof digits, " #%06x", rgb);
  return rgb == 0 ? "" : digits;
}

inline std::string origin(Origin whose) {
  return whose == Origin::kContent      ? ""
         : whose == Origin::kAnnotation ? " annotation"
                                        : " signature";
}

inline std::string dump(const GlyphRun& run, const PdfPage& page) {
  const Glyph& first = run.glyphs.front();
  const Font& font = page.fonts.at(static_cast<std::size_t>(run.font));
  std::string line = "text " + number(first.x0) + ".." + number(run.glyphs.back().x1) + " @" +
                     number(first.baseline) + " " + number(run.size) + "pt " + font.name;
  if (run.angle != 0) line += " angle " + number(run.angle);
  if (font.composite && !font.has_unicode_map) line += " unmapped";
  if (run.bold) line += " bold";
  if (run.italic) line += " italic";
  if (run.invisible) line += " invisible";
  if (run.artifact) line += " artifact";
  return line + colour(run.colour) + origin(run.origin) + ": " + run_text(run) + "\n";
}

// One line a thing: texts first, then lines, boxes, images, links and what was odd.
inline std::string dump(const PdfPage& page) {
  std::string text = "page " + std::to_string(page.number) + " " + number(page.width) + "x" +
                     number(page.height) + "\n";
  for (const GlyphRun& run : page.runs) text += dump(run, page);
  for (const RulingLine& line : page.lines)
    text += (line.horizontal ? "rule " : "upright ") + dump(line.box) + colour(line.colour) +
            origin(line.origin) + "\n";
  for (const FilledBox& fill : page.fills)
    text += "box " + dump(fill.box) + colour(fill.colour) + origin(fill.origin) + "\n";
  for (const PageImage& image : page.images)
    text += (image.mask ? "mask " : "image ") + dump(image.box) + " " +
            std::to_string(image.width) + "x" + std::to_string(image.height) +
            origin(image.origin) + "\n";
  for (const PageLink& link : page.links) text += "link " + dump(link.box) + " " + link.uri + "\n";
  for (const base::Diagnostic& odd : page.diagnostics) text += "odd " + odd.code + "\n";
  return text;
}

}  // namespace kehoach::read
