// What the names on an element say about its part of the page: tag, role, itemprop, class and id.
//
// HTML's, ARIA's and schema.org's own words are fixed and stand in the source file; words of class
// names and ids are everybody's own and are data (lexicon type "page_part", stage "page-parts").
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

enum class PartKind {
  kNone,
  kContent,  // the article's own text
  kTitle,
  kLead,
  kPublished,
  kByline,
  kCaption,
  kPicture,  // holds a picture, perhaps with its caption
  kAttachment,
  kSite,  // not the article; `note` says what
};

struct Part {
  PartKind kind = PartKind::kNone;
  std::string_view note;  // of kSite; owned by the matcher or static
  bool weak = false;      // of kSite: other names of the element speak for the article
  // How much the names speak for the article, from 0 (nothing) to 2 (said outright).
  int content = 0;
};

class PageParts {
 public:
  explicit PageParts(const match::Matcher& matcher) : matcher_(matcher) {}
  Part of(const read::MarkupNode& element);

 private:
  // What the words of a class attribute or id say.
  const Part& of_names(const std::string& names);
  Part read_names(std::string_view names) const;

  const match::Matcher& matcher_;
  std::unordered_map<std::string, Part> known_;
};

}  // namespace kehoach::layout
