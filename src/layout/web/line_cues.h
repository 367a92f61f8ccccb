// What the words of a short line of a page say it is.
//
// Structure alone cannot tell "Related stories" from a heading of the article, or the letterhead of
// a document from a row of labels: the words can, and they are data (stages `layout` and
// `page-cues`).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "layout/web/markup_text.h"
#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

enum class LineCue {
  kNone,
  kDocument,    // of an official document's boxes: its number, its day, an office that signs
  kLetterhead,  // … that no other text has: national title and motto, recipients
  kFoot,        // opens what stands below an article: other headlines, comments, tags
  kPosted,
  kOtherDate,  // a day that is not the page's: when a deed takes effect
  kByline,
  kCounter,
  kLabel,  // of a button or menu
  kError,  // a page that could not be shown
};

bool is_of_document(LineCue cue);

inline constexpr std::size_t kCueWords = 14;  // longer lines have no cue

// The cues of a page's lines, each looked up once.
class LineCues {
 public:
  LineCues(const read::Markup& markup, const MarkupText& text, const match::Matcher& matcher)
      : markup_(markup), text_(text), matcher_(matcher), known_(text.lines.size()) {}
  LineCue of(std::size_t line);

 private:
  const read::Markup& markup_;
  const MarkupText& text_;
  const match::Matcher& matcher_;
  std::vector<std::optional<LineCue>> known_;
};

}  // namespace kehoach::layout
