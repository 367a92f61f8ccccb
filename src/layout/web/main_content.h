// Which parts of a web page are its content, and which the site's.
//
// Purpose: menus, breadcrumbs, other headlines, sidebars, comments, counters and footers hold
// numbers, dates and figures of other documents; the article must be found by structure (elements,
// roles, class names), by density (text against links, sentences against labels), and by words that
// are data (token rules of stage `layout`).
// Contract: every node of the markup has exactly one role; a page without content of its own (the
// shell of a page that scripts fill) is said to be one. Linear in the nodes.
#pragma once

#include <string>
#include <vector>

#include "match/matcher.h"
#include "read/html/markup.h"

namespace kehoach::layout {

enum class PageRole {
  kContent,     // running text, headings, lists, tables of the article
  kTitle,       // the article's headline
  kPublished,   // the line with the posted time
  kByline,      // author, source ("Nguồn: …")
  kCaption,     // below a picture
  kAttachment,  // a link or list of attached files
  kNoise,       // the site's; `note` says what: "menu", "breadcrumb", "other-headlines" …
  kHidden,      // not shown by a browser
};

struct MainContent {
  std::vector<PageRole> roles;     // one for each node of the markup
  std::vector<std::string> notes;  // likewise; empty but for noise
  // True if the page has no content: scripts would have filled it, or it is an error message.
  bool empty_shell = false;
};

MainContent find_main_content(const read::Markup& markup, const match::Matcher& matcher);

}  // namespace kehoach::layout
