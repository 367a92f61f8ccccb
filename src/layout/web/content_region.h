// Which element of a page holds the article, and which lines inside it are not the article's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "layout/pdf/page_evidence.h"
#include "layout/web/declared_text.h"
#include "layout/web/line_cues.h"
#include "layout/web/main_content.h"

namespace kehoach::layout {

// What a line is; lines outside the article are noise until something claims them.
struct LineRole {
  PageRole role = PageRole::kNoise;
  std::string_view note = "outside";
};

// The element that holds most of what the page says in sentences and little else: from the root
// down, as long as one child has nearly all of the gain.
std::size_t find_region(const read::Markup& markup, const PageEvidence& evidence);

// An article of its own, of the shape of the one under the page's headline: pages that load one
// after another, blogs.
bool is_next_article(const read::Markup& markup, const PageEvidence& evidence, std::size_t article,
                     std::size_t other);

// Marks the lines of the region: content, or what is to be left out of it and why.
void mark_region(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                 std::size_t region, std::vector<LineRole>& lines);

// Takes the lines at the beginning and end of the region that are no sentences of the article:
// dates, authors, labels, what opens the page's foot.
void mark_edges(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                std::size_t region, LineCues& cues, std::vector<LineRole>& lines);

// Lines of the region that the page declares are the article's; those before and behind all that
// it declares are not.
void mark_declared(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                   std::size_t region, const DeclaredText& declared, LineCues& cues,
                   std::vector<LineRole>& lines);

// Marks lines of the article that stand beside the region: its lead above, its end below, the
// letterhead and signatures of a document.
void mark_around_region(const read::Markup& markup, const MarkupText& text,
                        const PageEvidence& evidence, std::size_t region, LineCues& cues,
                        std::vector<LineRole>& lines);

// Marks the line that says when the article was posted, beside its headline or below it.
void mark_posted(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                 std::size_t region, const match::Matcher& matcher, LineCues& cues,
                 std::vector<LineRole>& lines);

// Marks lines that are links to files and nothing else: in the article, in its box, or right below
// it under a label ("Tệp đính kèm").
void mark_files(const read::Markup& markup, const MarkupText& text, const PageEvidence& evidence,
                std::size_t region, const match::Matcher& matcher, std::vector<LineRole>& lines);

}  // namespace kehoach::layout
