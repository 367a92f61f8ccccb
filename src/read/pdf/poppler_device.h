// Poppler's drawing calls for one page, written down as a PdfPage. Only the files named poppler_*
// include Poppler, whose private interface changes with every release.
//
// Nothing is rendered: images are not decoded, shadings and tiling patterns not drawn, the glyph
// drawings of Type 3 fonts not run. Every call counts against the budget; over it the device is
// stopped: forms are no longer entered and the abort callback ends the page. Forms are run by the
// device itself, on content decoded within bounds (poppler_content.h).
#pragma once

#include <Annot.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/budget.h"
#include "read/pdf/pdf_page.h"
#include "read/pdf/poppler_resources.h"
#include "read/pdf/poppler_state.h"
#include "read/pdf/ruling.h"

class PDFDoc;
class Page;

namespace kehoach::read {

// A crop box beside the page would leave nothing of it; viewers show the page then.
bool is_shown_whole(const Page& page);

// One for all pages of a document: Poppler keeps colour profiles with it.
class PopplerDevice final : public OutputDev {
 public:
  PopplerDevice(PDFDoc& document, const base::Budget& budget);

  // Writes what `page` shows to `into`, at most `max_glyphs` glyphs and what the budget allows of
  // the rest. The result is empty, or says why the page was not read to its end.
  std::string read(Page& page, PdfPage& into, std::size_t max_glyphs);
  // Of the page read last.
  std::size_t glyphs() const { return work_.glyphs; }

  // The widgets of signature fields on the pages read so far.
  struct SignatureWidget {
    Ref reference;
    int page = 0;
    base::Box box;
  };
  const std::vector<SignatureWidget>& signature_widgets() const { return signature_widgets_; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool useDrawForm() override { return true; }

  void startPage(int number, GfxState* state, XRef*) override;
  void saveState(GfxState*) override;
  void restoreState(GfxState*) override;
  void updateCTM(GfxState*, double, double, double, double, double, double) override { step(); }
  void updateFont(GfxState*) override { step(); }
  void updateLineDash(GfxState* state) override;
  void drawForm(Ref reference) override;

  void beginStringOp(GfxState*) override;
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x,
                double origin_y, CharCode code, int bytes, const Unicode* text,
                int text_length) override;
  void beginActualText(GfxState*, const GooString* text) override;
  void endActualText(GfxState*) override;
  void beginMarkedContent(const char* name, Dict* properties) override;
  void endMarkedContent(GfxState*) override;

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override;
  void eoFill(GfxState* state) override { fill(state); }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int,
                         int, double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool is_inline) override;
  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask_colours,
                 bool is_inline) override;

 private:
  struct ActualText {
    bool open = false;
    std::u32string text;
    std::size_t run = 0, glyph = 0;  // where its glyphs begin
  };
  // All that is of one page.
  struct Work {
    PdfPage* page = nullptr;
    Gfx* gfx = nullptr;
    std::string stopped;
    std::size_t max_glyphs = 0, glyphs = 0;
    std::size_t steps = 0, content_bytes = 0, skipped_bytes = 0, saved_states = 0;
    bool content_cut = false;
    Origin origin = Origin::kContent;
    int order = 0;
    std::map<std::pair<int, int>, int> fonts;
    bool run_open = false;
    TextPlace run_place;
    std::vector<bool> marked;  // open marked contents; true: an artifact
    std::size_t artifacts = 0;
    ActualText actual;
  };

  static bool abort_check(void* device);
  void run_contents(Page& page, Gfx& gfx);
  void run_annotations(Page& page);
  void show(Annot& annotation);

  // `form` is a stream; an annotation's appearance is fitted into its `area`.
  void run_form(const Object& form, const PDFRectangle* area);
  bool layer_is_shown(const Object& layer) const;

  void step(std::size_t steps = 1);
  void stop(const std::string& why);
  bool drawing() const { return work_.stopped.empty(); }
  void count_content(bool whole, std::size_t bytes);
  std::size_t content_left() const;

  int font_index(const GfxFont& font);
  void start_run(GfxState& state, bool visible);
  bool visible(GfxState& state, Point from, Point to) const;
  void add_image(GfxState& state, int width, int height, bool mask);
  void add_link(const Annot& annotation);
  base::Box area_on_page(const Annot& annotation) const;

  void skip_inline(Stream& stream, double bytes);
  std::vector<Subpath> page_path(GfxState& state, std::size_t longest);
  Paint paint(GfxState& state, std::uint32_t colour);
  base::Box clip(GfxState& state) const;

  PDFDoc& document_;
  const base::Budget& budget_;
  PopplerResources resources_;
  Work work_;
  std::vector<SignatureWidget> signature_widgets_;
};

}  // namespace kehoach::read
