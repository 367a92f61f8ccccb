#include "layout/pdf/pdf_layout.h"

#include <algorithm>
#include <utility>

#include "layout/pdf/drawn_numbers.h"
#include "layout/pdf/flow_text.h"
#include "layout/pdf/page_flow.h"
#include "layout/pdf/readable_pages.h"
#include "layout/text/marked_text.h"
#include "layout/web/content_places.h"

namespace kehoach::layout {
namespace {

// Words of a row that the end of a page broke stand behind others on the page before.
void note_last_page(const Document& document, const SourcePlaces& places, base::ContentSpan row,
                    Block& block) {
  const auto all = places.of(row);
  const auto last =
      std::partition_point(document.places.begin(), document.places.end(),
                           [&](const PlacedText& text) { return text.span.begin < all.begin; });
  for (auto text = last; text != document.places.end() && text->span.begin < all.end; ++text)
    if (text->page > block.last_page.value_or(*block.page)) block.last_page = text->page;
}

// Page and boxes of each block, from the places of its words.
void place_blocks(Document& document) {
  const SourcePlaces places(document.edits);
  for (auto& block : document.blocks) {
    for (const auto& piece : block.pieces) {
      if (piece.empty()) continue;
      const auto place = place_of(document, places.of(piece));
      if (!place) continue;
      if (!block.page) block.page = place->page;
      if (block.table >= 0) note_last_page(document, places, piece, block);
      if (block.page == place->page)
        block.boxes.insert(block.boxes.end(), place->boxes.begin(), place->boxes.end());
    }
  }
}

}  // namespace

Document layout_pdf(const read::Pdf& pdf, const match::Matcher& matcher,
                    const base::Budget& budget) {
  Document document;
  document.text_origin = "text-layer";
  document.media_type = "application/pdf";
  document.pages = pdf.page_count;
  for (const auto& signature : pdf.signatures)
    document.signatures.push_back(
        {signature.signer, signature.time, signature.valid, signature.page});
  document.diagnostics = pdf.diagnostics;
  auto flow =
      write_flow(make_flow(readable_pages(pdf, matcher, budget, document), matcher), matcher);
  document.places = std::move(flow.places);
  layout_marked(flow.text, matcher, budget, document);
  place_blocks(document);
  report_drawn_numbers(pdf, document);
  return document;
}

}  // namespace kehoach::layout
