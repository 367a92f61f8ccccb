#include "layout/pdf/page_state.h"

#include <algorithm>
#include <string>
#include <utility>

namespace kehoach::layout {
namespace {

using language::PageFacts;
using language::PageHealth;
using language::PageState;

std::string text_of(const PageText& page) {
  std::string text;
  for (const auto& row : page.rows) text += row_text(row) + "\n";
  return text;
}

// What is left to be done where nothing is read from a page.
std::string advice(const PageHealth& health, Image image) {
  if (health.fault == language::PageFault::kIllegible || image == Image::kRead)
    return "; look at the page itself";
  if (image == Image::kUnwanted) return "; --ocr auto has it read off its image";
  return "; --ocr always has it read off its image";
}

base::Diagnostic report(const PageHealth& health, Image image, int first, int last) {
  const auto where = pages_named(first, last);
  const auto why = std::string(language::reason(health.fault));
  base::Diagnostic diagnostic;
  diagnostic.page = first;
  if (health.state == PageState::kAbsent) {
    diagnostic.code = "page-without-text";
    const bool blank = health.fault == language::PageFault::kBlank;
    if (blank) diagnostic.severity = base::Severity::kInfo;
    diagnostic.message = where + (first == last ? " has" : " have") + " no text: " + why +
                         (blank ? "" : "; nothing is read from there" + advice(health, image));
  } else if (health.state == PageState::kBroken) {
    diagnostic.code = "page-text-broken";
    diagnostic.message = "no fact is taken from " + where + ": " + why + advice(health, image);
  } else {
    diagnostic.code = "page-text-suspicious";
    diagnostic.message = "what was read from " + where + " may be wrong: " + why;
  }
  return diagnostic;
}

PageFacts facts_of(const PageText& page, std::string_view text) {
  PageFacts facts;
  facts.text = text;
  facts.unmapped_glyphs = page.unmapped;
  facts.invisible_characters = page.from_hidden ? page.hidden : 0;
  facts.image_coverage = page.image_share;
  facts.stamp_only = page.rows.empty() &&
                     std::any_of(page.loose.begin(), page.loose.end(),
                                 [](const auto& loose) { return loose.note == "signature-note"; });
  return facts;
}

}  // namespace

PageHealth judge(const PageText& page, const LookForPrint& look) {
  const auto text = text_of(page);
  auto facts = facts_of(page, text);
  const auto health = language::judge_page(facts);
  if (!language::needs_look(facts, health)) return health;
  facts.other_print = look();
  return facts.other_print ? language::judge_page(facts) : health;
}

std::string pages_named(int first, int last) {
  if (first == last) return "page " + std::to_string(first);
  return "pages " + std::to_string(first) + "-" + std::to_string(last);
}

PageHealth judge_recognised(const PageText& page, double confidence) {
  return language::judge_recognised(text_of(page), confidence);
}

bool is_foreign(const PageHealth& health) {
  constexpr double kNoMarks = 0.02;  // names of people and places
  constexpr double kFewOdd = 0.02;   // of the letters: signs of formulas, bullets
  constexpr double kSound = 0.8;     // of the words with marks
  const auto letters = static_cast<double>(health.text.letters);
  if (static_cast<double>(health.odd) > kFewOdd * letters) return false;
  return health.text.marked_share() < kNoMarks ||
         static_cast<double>(health.text.sound_words) >=
             kSound * static_cast<double>(health.text.marked_words);
}

bool is_few_signs(const PageHealth& health) {
  constexpr std::size_t kFew = 20;
  return health.fault == language::PageFault::kGlyphIds && health.odd + health.text.letters < kFew;
}

base::Diagnostics report_states(const std::vector<PageText>& pages,
                                const std::vector<PageHealth>& health,
                                const std::vector<Image>& images) {
  base::Diagnostics diagnostics;
  for (std::size_t i = 0; i < pages.size();) {
    auto end = i + 1;
    // Pages of one font are broken in more than one way; blank ones are no scans.
    const auto alike = [&](std::size_t k) {
      if (health[k].state != health[i].state || images[k] != images[i]) return false;
      const auto illegible = [&](std::size_t n) {
        return health[n].fault == language::PageFault::kIllegible;
      };
      return health[k].fault == health[i].fault ||
             (health[k].state != PageState::kAbsent && illegible(k) == illegible(i));
    };
    while (end < pages.size() && alike(end)) ++end;
    if (health[i].state != PageState::kGood)
      diagnostics.push_back(report(health[i], images[i], pages[i].number, pages[end - 1].number));
    i = end;
  }
  return diagnostics;
}

void set_aside(PageText& page) {
  for (const auto& row : page.rows) page.loose.push_back({row_text(row), row.box, "broken-text"});
  page.rows.clear();
  page.rules.clear();
}

}  // namespace kehoach::layout
