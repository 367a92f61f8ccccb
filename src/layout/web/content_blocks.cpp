#include "layout/web/content_blocks.h"

#include "layout/text/body.h"
#include "layout/text/letterhead.h"
#include "layout/web/page.h"

namespace kehoach::layout {

void read_content_blocks(const Stream& stream, const match::Matcher& matcher, BlockList& blocks) {
  const auto tables = find_flat_tables(stream, matcher);
  const auto letterhead = find_letterhead(stream);
  if (letterhead == stream.size())
    return read_body(stream, 0, stream.whole() ? read_rows(stream) : read_article_page(stream),
                     tables, blocks);
  const auto page = read_document_page(stream, letterhead);
  for (auto i = stream.skip_breaks(0); i < letterhead; i = stream.skip_breaks(i)) {
    const auto* line = page.line_at(i);
    if (!line) break;
    add_page_line(stream, *line, blocks);
    i = line->end;
  }
  read_body(stream, read_letterhead(stream, letterhead, blocks), page, tables, blocks);
}

base::Diagnostic blocks_cut(const base::Budget& budget) {
  return {"blocks-cut", base::Severity::kWarning,
          "the text has more than " + std::to_string(budget.max_blocks) +
              " paragraphs; the rest was read as one: split the source to have it read",
          std::nullopt, std::nullopt};
}

}  // namespace kehoach::layout
