// One page from its first operator to its last annotation.
#include <Catalog.h>
#include <Gfx.h>
#include <PDFDoc.h>
#include <Page.h>

#include <memory>

#include "read/pdf/poppler_content.h"
#include "read/pdf/poppler_device.h"
#include "read/pdf/poppler_fields.h"

namespace kehoach::read {

bool is_shown_whole(const Page& page) {
  return page.getCropWidth() < 1 || page.getCropHeight() < 1;
}

std::string PopplerDevice::read(Page& page, PdfPage& into, std::size_t max_glyphs) {
  constexpr double kPointsPerInch = 72;
  work_ = {};
  work_.page = &into;
  work_.max_glyphs = max_glyphs;
  if (Dict* resources = page.getResourceDict()) resources_.prepare(*resources);
  const bool whole = is_shown_whole(page);
  const std::unique_ptr<Gfx> gfx(page.createGfx(
      this, kPointsPerInch, kPointsPerInch, /*rotate=*/0, /*useMediaBox=*/whole, /*crop=*/!whole,
      -1, -1, -1, -1, /*printing=*/false, abort_check, this, document_.getXRef()));
  work_.gfx = gfx.get();
  run_contents(page, *gfx);
  run_annotations(page);
  work_.gfx = nullptr;
  if (work_.content_cut) stop("more bytes of drawing operators than a page may cost");
  return work_.stopped;
}

void PopplerDevice::run_contents(Page& page, Gfx& gfx) {
  std::string content;
  count_content(append_contents(page.getContents(), content_left(), content), content.size());
  if (content.empty()) return;
  Object shown = memory_stream(content, document_.getXRef());
  gfx.saveState();
  gfx.display(&shown);
  gfx.restoreState();
}

void PopplerDevice::run_annotations(Page& page) {
  // Widgets that the document's form does not know are unfolded with their page.
  if (!walk_fields(page.getAnnotsObject(document_.getXRef())).sound)
    return stop("its annotations lead into each other without end");
  for (Annot* annotation : page.getAnnots()->getAnnots()) {
    step(10);
    if (!drawing()) return;
    show(*annotation);
  }
}

}  // namespace kehoach::read
