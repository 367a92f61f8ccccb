// Is the text of one page of a PDF what a reader sees on it?
//
// Purpose: a document of good pages may hold a scanned one, a page whose font has no map, a layer
// that a reader of English left behind. From broken and absent pages no fact may be taken; of
// suspicious ones it is said.
// Contract: judged on the text as it will be read: decoded where an old font or glyph ids could be
// decoded. The bounds and where they were measured stand in page_health.cpp. Linear in the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "language/text_health.h"

namespace kehoach::language {

struct PageFacts {
  std::string_view text;
  std::size_t unmapped_glyphs = 0;       // drawn, but without a character
  std::size_t invisible_characters = 0;  // of the text: hidden OCR layers
  double image_coverage = 0;             // of the page's area, 0 to 1 (more where images overlap)
  bool stamp_only = false;               // all of the text is that of stamps of signatures
  // Lines of print on the page that are not of the text; absent: nobody has looked.
  std::optional<int> other_print = {};
};

enum class PageState { kGood, kSuspicious, kBroken, kAbsent };

enum class PageFault {
  kNone,
  kBlank,         // absent: nothing on it, no image either
  kScan,          // absent: an image, and no text or less than the print on it
  kStampOnly,     // absent: the text is the signatures' only
  kGlyphIds,      // broken, suspicious: no characters but the numbers of glyphs
  kFewMarks,      // broken, suspicious: letters without the marks of Vietnamese
  kFewSyllables,  // broken, suspicious: letters that make no syllables
  kHiddenLayer,   // suspicious: read off an image by a machine
  kIllegible,     // broken: an image that recognition makes no sense of
};

struct PageHealth {
  PageState state = PageState::kGood;
  PageFault fault = PageFault::kNone;
  TextHealth text;
  std::size_t odd = 0;  // glyphs and characters that are none of a text in Latin letters
  bool usable() const { return state == PageState::kGood || state == PageState::kSuspicious; }
};

PageHealth judge_page(const PageFacts& page);

// Is the text so little, on so large an image, that PageFacts::other_print decides?
bool needs_look(const PageFacts& page, const PageHealth& health);

// Of a text that was recognised on the page's image, with that mean confidence (0 to 1).
PageHealth judge_recognised(std::string_view text, double confidence);

// "good", "suspicious", "broken", "absent".
std::string_view name(PageState state);
// What was seen, to stand behind "because": "its letters hardly have a mark of Vietnamese".
std::string_view reason(PageFault fault);

}  // namespace kehoach::language
