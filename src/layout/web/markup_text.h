// The visible text of a web page as lines and paragraphs, with what can be counted in them.
//
// A line ends where a block element begins or ends and at <br>; a paragraph is a run of lines that
// single <br> parted. Inline elements (b, span, a …) break nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/html/markup.h"

namespace kehoach::layout {

struct TextFacts {
  std::size_t words = 0;
  std::size_t linked_words = 0;   // of these, inside <a href>
  std::size_t sentence_ends = 0;  // full stops and the like that a space or the end follows
  std::size_t commas = 0;
  std::size_t numbers = 0;  // words that begin with a digit
  char32_t last = 0;        // last character that is no space, quote or bracket

  void add(const TextFacts& more);
  double link_share() const {
    return words == 0 ? 0 : static_cast<double>(linked_words) / static_cast<double>(words);
  }
  bool ends_sentence() const;
};

struct MarkupLine {
  std::size_t begin = 0, end = 0;  // in MarkupText::texts
  std::size_t element = 0;         // the innermost block element around it
  TextFacts facts;
};

struct MarkupParagraph {
  std::size_t begin = 0, end = 0;  // in MarkupText::lines
  std::size_t element = 0;
  TextFacts facts;
};

struct MarkupText {
  std::vector<char> hidden;        // for each node: not shown, by itself or by what is around it
  std::vector<std::size_t> texts;  // the shown text nodes that hold more than spaces
  std::vector<MarkupLine> lines;   // of these
  std::vector<MarkupParagraph> paragraphs;

  // The words of a line, single spaces between them.
  std::string text_of(const read::Markup& markup, const MarkupLine& line) const;
};

bool is_inline(std::string_view tag);

MarkupText read_markup_text(const read::Markup& markup);

}  // namespace kehoach::layout
