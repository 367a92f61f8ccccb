// What the words of a short line of a page say it is.
//
// Structure alone cannot tell "Related stories" from a heading of the article, or the letterhead of
// a document from a row of labels: the words can, and they are data (stages `layout` and
// `page-cues`).
#pragma once

#include <string_view>

#include "match/matcher.h"

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

// `text` is a line of at most kCueWords words, single spaces between them.
inline constexpr std::size_t kCueWords = 14;
LineCue cue_of(std::string_view text, const match::Matcher& matcher);

}  // namespace kehoach::layout
