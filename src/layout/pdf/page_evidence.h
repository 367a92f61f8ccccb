// How much each element of a page speaks for being the article, in words of running text.
//
// The model. A paragraph is evidence: a sentence that links nowhere speaks for the article with
// each of its words, links speak against it, a bare label a little. The gain of an element is the
// sum over what is inside, where a part that speaks against it costs no more than kDropCost, since
// it can be left out. So an article's container gains what its paragraphs gain, though menus stand
// in it, and a container of menus gains nothing. The names on elements weigh in: what they call the
// site's gains nothing.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/web/declared_text.h"
#include "layout/web/markup_text.h"
#include "layout/web/page_parts.h"
#include "read/html/markup.h"

namespace kehoach::layout {

struct ElementFacts {
  TextFacts text;
  std::size_t declared = 0;  // words of paragraphs that the page declares
  double own = 0;            // evidence of the paragraphs directly in it
  double plain_gain = 0;     // if names counted for nothing
  double gain = 0;
  Part part;
  std::size_t first_line = 0, end_line = 0;  // the lines inside
  std::string_view card;  // one of a row of boxes that are the site's: what they are
  bool holds(std::size_t line) const { return first_line <= line && line < end_line; }
  bool headings = false;  // h1 … h6
};

struct PageEvidence {
  std::vector<ElementFacts> facts;  // for each node; texts have lines only
  bool declared_whole = false;      // the page declares all of the article's text
  std::size_t title_line;           // the article's headline; the number of lines if none
};

PageEvidence weigh_page(const read::Markup& markup, const MarkupText& text,
                        const DeclaredText& declared, PageParts& parts, std::size_t title_line);

// What a paragraph speaks for or against.
double evidence_of(const TextFacts& facts, bool heading);

bool is_heading(const read::MarkupNode& node);

}  // namespace kehoach::layout
