// A TrueType font whose one glyph is empty: what text that nobody sees is set in.
//
// A font that a file only names makes some viewers complain, or look for another. The tables are
// those that a font inside a PDF must have.
#pragma once

#include <string>

namespace kehoach::output {

// Of an em of 1000; one glyph is as wide as half of it.
inline constexpr int kGlyphlessAdvance = 500, kGlyphlessAscent = 800, kGlyphlessDescent = -200;

std::string glyphless_font();

}  // namespace kehoach::output
