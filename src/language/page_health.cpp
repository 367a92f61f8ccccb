#include "language/page_health.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "language/letters.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

// Measured on 20 real PDFs, 211 pages. Of 148 genuine pages with 200 letters and more, each has
// marks on 0.24 to 0.34 of its letters, is made of syllables to 0.85 and more, and holds no odd
// character. Pages of glyph ids: marks 0.08-0.11, syllables 0.30-0.55, odd 0.15-0.26 of the
// letters; layers that a reader of English left: marks 0.00-0.01, syllables 0.35-0.38; stamps on
// scans: 40 to 102 letters.
constexpr std::size_t kEnoughLetters = 200;
constexpr double kBrokenMarks = 0.1, kSuspiciousMarks = 0.2;
constexpr double kBrokenSyllables = 0.35, kSuspiciousSyllables = 0.7;
constexpr double kBrokenOdd = 0.05, kSuspiciousOdd = 0.02;  // bullets of symbol fonts are fewer
constexpr double kImagePage = 0.5;
constexpr double kHidden = 0.5;
constexpr std::size_t kStampLetters = 400;  // stamps of several signatures have fewer
// Lines of print beside a text: a scan's page has 8 to 50; a cover or slide over a picture none to
// two, a letter's head three.
constexpr int kOtherPrint = 3, kMuchPrint = 10;
constexpr double kLegible = 0.5;  // drawings and handwriting are below, poor copies above 0.7

// Controls, private use, U+FFFD, and letters of the blocks between Latin and the Vietnamese letters
// of U+1EA0 on (IPA, Greek, Cyrillic …), where glyph numbers of usual fonts lie.
bool is_odd(char32_t c) {
  if (c < 0x20) return !(c >= 9 && c <= 13);
  if (c < 0xA0) return c >= 0x7F;
  if (c >= 0x0300 && c <= 0x0323) return false;  // the marks of letters taken apart
  if (c >= 0x0250 && c < 0x1E00) return is_letter(c);
  return (c >= 0xE000 && c <= 0xF8FF) || c == base::kReplacementCharacter;
}

std::size_t count_odd(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size();) count += is_odd(base::next_code_point(text, i));
  return count;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

struct Verdict {
  PageState state;
  PageFault fault;
};

// Is the page's text that of its print, or a stamp's on a scan?
bool has_other_print(const PageFacts& page, const PageHealth& health) {
  const auto rows = std::count(page.text.begin(), page.text.end(), '\n');
  if (health.text.letters < kEnoughLetters)
    return *page.other_print >= kOtherPrint && 2 * *page.other_print > rows;
  return *page.other_print >= kMuchPrint && *page.other_print > 2 * rows;
}

Verdict judge_little_text(const PageFacts& page, const PageHealth& health) {
  if (page.image_coverage >= kImagePage &&
      !(needs_look(page, health) && page.other_print && !has_other_print(page, health)))
    return {PageState::kAbsent, PageFault::kScan};
  const double odd = share(health.odd, health.text.letters + health.odd);
  if (health.odd > 0 && odd >= kHidden) return {PageState::kBroken, PageFault::kGlyphIds};
  const bool empty = page.text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
  return empty ? Verdict{PageState::kAbsent, PageFault::kBlank}
               : Verdict{PageState::kGood, PageFault::kNone};
}

Verdict judge_text(const PageFacts& page, const PageHealth& health) {
  const double marks = health.text.marked_share(), syllables = health.text.syllable_share();
  const double odd = share(health.odd, health.text.letters);
  if (odd >= kBrokenOdd) return {PageState::kBroken, PageFault::kGlyphIds};
  if (marks < kBrokenMarks) return {PageState::kBroken, PageFault::kFewMarks};
  if (syllables < kBrokenSyllables) return {PageState::kBroken, PageFault::kFewSyllables};
  const bool hidden = page.image_coverage >= kImagePage &&
                      share(page.invisible_characters, base::code_points(page.text)) >= kHidden;
  // What another machine read is used only where it read well.
  const PageState doubtful = hidden ? PageState::kBroken : PageState::kSuspicious;
  if (odd >= kSuspiciousOdd) return {doubtful, PageFault::kGlyphIds};
  if (marks < kSuspiciousMarks) return {doubtful, PageFault::kFewMarks};
  if (syllables < kSuspiciousSyllables) return {doubtful, PageFault::kFewSyllables};
  if (hidden) return {PageState::kSuspicious, PageFault::kHiddenLayer};
  if (page.other_print && needs_look(page, health) && has_other_print(page, health))
    return {PageState::kAbsent, PageFault::kScan};
  return {PageState::kGood, PageFault::kNone};
}

}  // namespace

bool needs_look(const PageFacts& page, const PageHealth& health) {
  const bool in_sight = page.invisible_characters == 0 && !page.stamp_only;
  const bool any = page.text.find_first_not_of(" \t\r\n\f") != std::string_view::npos;
  return in_sight && any && page.image_coverage >= kImagePage && health.odd == 0 &&
         health.text.letters < kStampLetters;
}

PageHealth judge_page(const PageFacts& page) {
  PageHealth health;
  health.text = measure_health(page.text);
  health.odd = count_odd(page.text) + page.unmapped_glyphs;
  Verdict verdict{PageState::kAbsent, PageFault::kStampOnly};
  if (!page.stamp_only) {
    verdict = health.text.letters < kEnoughLetters ? judge_little_text(page, health)
                                                   : judge_text(page, health);
  }
  health.state = verdict.state;
  health.fault = verdict.fault;
  return health;
}

PageHealth judge_recognised(std::string_view text, double confidence) {
  PageHealth health;
  health.text = measure_health(text);
  if (health.text.letters == 0) {
    health.state = PageState::kAbsent;
    health.fault = PageFault::kBlank;
  } else if (confidence < kLegible || health.text.broken()) {
    health.state = PageState::kBroken;
    health.fault = PageFault::kIllegible;
  }
  return health;
}

std::string_view name(PageState state) {
  constexpr std::array<std::string_view, 4> kNames = {"good", "suspicious", "broken", "absent"};
  return kNames[static_cast<std::size_t>(state)];
}

std::string_view reason(PageFault fault) {
  constexpr std::array<std::string_view, 9> kReasons = {
      "nothing is wrong with it",
      "there is nothing on it",
      "it is an image without a text of its own",
      "its text is only that of signature stamps",
      "its font gives numbers of glyphs, not characters",
      "its letters hardly have a mark of Vietnamese",
      "its letters make no Vietnamese syllables",
      "its text was read off an image by a machine",
      "what OCR reads there makes no sense",
  };
  return kReasons[static_cast<std::size_t>(fault)];
}

}  // namespace kehoach::language
