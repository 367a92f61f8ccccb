// What a web page puts around an article: menus, headline, posted time, captions, attached files,
// the author, other headlines, counters and the site's footer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/text/block_list.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

// One line that is not part of the body's running text.
struct PageLine {
  std::size_t begin = 0, end = 0;  // tokens
  BlockKind kind = BlockKind::kNoise;
  std::string note;
  std::size_t name = 0;  // of an attachment: where its name begins, after the label
};

class Page {
 public:
  explicit Page(std::vector<PageLine> lines) : lines_(std::move(lines)) {}
  // The line that begins at token i, if it is not part of the body.
  const PageLine* line_at(std::size_t i) const;

 private:
  std::vector<PageLine> lines_;  // sorted
};

// An article with no letterhead: the whole text is a page. What the source says of its lines
// (stream.given()) goes before what their words suggest.
Page read_article_page(const Stream& stream);
// Nothing but the rows of tables that the source shows.
Page read_rows(const Stream& stream);
// A document: only what stands above its letterhead at token `letterhead` and below its closing.
Page read_document_page(const Stream& stream, std::size_t letterhead);

void add_page_line(const Stream& stream, const PageLine& line, BlockList& blocks);

}  // namespace kehoach::layout
