#include "layout/text_layout.h"

#include <string>
#include <utility>

#include "language/normalize.h"
#include "layout/block_list.h"
#include "layout/body.h"
#include "layout/letterhead.h"
#include "layout/page.h"
#include "layout/stream.h"

namespace kehoach::layout {
namespace {

void find_blocks(const Stream& stream, BlockList& blocks) {
  const auto letterhead = find_letterhead(stream);
  if (letterhead == stream.size()) return read_body(stream, 0, read_article_page(stream), blocks);
  const auto page = read_document_page(stream, letterhead);
  for (auto i = stream.skip_breaks(0); i < letterhead; i = stream.skip_breaks(i)) {
    const auto* line = page.line_at(i);
    if (!line) break;
    add_page_line(stream, *line, blocks);
    i = line->end;
  }
  read_body(stream, read_letterhead(stream, letterhead, blocks), page, blocks);
}

}  // namespace

Document layout_text(const read::Text& text, const match::Matcher& matcher,
                     const base::Budget& budget) {
  Document document;
  auto normalized = language::normalize(text.utf8);
  document.content = std::move(normalized.utf8);
  document.edits = std::move(normalized.edits);
  document.source = text.utf8;
  document.encoding = text.encoding;
  document.text_origin = "plain";
  document.media_type = "text/plain";
  document.diagnostics = text.diagnostics;
  const Stream stream(document.content, document.source, document.edits, matcher);
  BlockList blocks(stream, budget);
  find_blocks(stream, blocks);
  if (blocks.cut()) {
    document.diagnostics.push_back(
        {"blocks-cut", base::Severity::kWarning,
         "the text has more than " + std::to_string(budget.max_blocks) +
             " paragraphs; the rest was read as one: split the source to have it read",
         std::nullopt, std::nullopt});
  }
  blocks.add_page_numbers();
  document.blocks = blocks.take();
  return document;
}

}  // namespace kehoach::layout
