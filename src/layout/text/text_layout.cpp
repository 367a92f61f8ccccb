#include "layout/text/text_layout.h"

#include <utility>

#include "layout/source_text.h"
#include "layout/text/block_list.h"
#include "layout/text/stream.h"
#include "layout/web/content_blocks.h"

namespace kehoach::layout {

Document layout_text(const read::Text& text, const match::Matcher& matcher,
                     const base::Budget& budget) {
  Document document;
  document.source = text.utf8;
  document.encoding = text.encoding;
  document.text_origin = "plain";
  document.media_type = "text/plain";
  document.diagnostics = text.diagnostics;
  read_source_text(document);
  const Stream stream(document.content, document.source, document.edits, matcher);
  BlockList blocks(stream, budget);
  read_content_blocks(stream, matcher, blocks);
  if (blocks.cut()) document.diagnostics.push_back(blocks_cut(budget));
  blocks.add_page_numbers();
  document.blocks = blocks.take();
  return document;
}

}  // namespace kehoach::layout
