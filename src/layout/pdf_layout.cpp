#include "layout/pdf_layout.h"

#include <utility>

#include "layout/content_places.h"
#include "layout/flow_text.h"
#include "layout/marked_text.h"
#include "layout/page_flow.h"
#include "layout/page_text.h"

namespace kehoach::layout {
namespace {

RunTexts glyph_texts(const read::PdfPage& page) {
  RunTexts texts;
  for (const auto& run : page.runs) {
    auto& of_run = texts.emplace_back();
    for (const auto& glyph : run.glyphs) of_run.push_back(glyph.text);
  }
  return texts;
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
      if (block.page == place->page)
        block.boxes.insert(block.boxes.end(), place->boxes.begin(), place->boxes.end());
    }
  }
}

}  // namespace

Document layout_pdf(const read::Pdf& pdf, const match::Matcher& matcher,
                    const base::Budget& budget) {
  Document document;
  document.encoding = "UTF-8";
  document.text_origin = "text-layer";
  document.media_type = "application/pdf";
  document.pages = pdf.page_count;
  document.diagnostics = pdf.diagnostics;
  std::vector<PageText> pages;
  for (const auto& page : pdf.pages) {
    document.diagnostics.insert(document.diagnostics.end(), page.diagnostics.begin(),
                                page.diagnostics.end());
    pages.push_back(read_page_text(page, glyph_texts(page)));
  }
  auto flow = write_flow(make_flow(std::move(pages), matcher), matcher);
  document.places = std::move(flow.places);
  layout_marked(flow.text, matcher, budget, document);
  place_blocks(document);
  return document;
}

}  // namespace kehoach::layout
