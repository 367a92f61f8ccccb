// Poppler's drawing calls for one page, written down as a PdfPage. With poppler_document the only
// file that includes Poppler, whose private interface changes with every release.
//
// Nothing is rendered: images are not decoded, shadings and tiling patterns not drawn, the glyph
// drawings of Type 3 fonts not run. Every call counts against the budget; over it the device is
// `stopped`: forms are no longer entered and the abort callback ends the page.
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
#include "read/pdf_page.h"
#include "read/ruling.h"

namespace kehoach::read {

class PopplerDevice final : public OutputDev {
 public:
  // At most `max_glyphs` glyphs are written to `page`, and what the budget allows of the rest.
  PopplerDevice(PdfPage& page, const base::Budget& budget, std::size_t max_glyphs);

  // Empty, or why the page is not read to its end.
  const std::string& stopped() const { return stopped_; }
  std::size_t glyphs() const { return glyphs_; }

  // For Poppler's callbacks; `device` is a PopplerDevice.
  static bool abort_check(void* device);
  static bool annotation_check(Annot* annotation, void* device);

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  // Forms are run as part of the page, until the page has cost too much.
  bool useDrawForm() override { return !stopped_.empty(); }

  void startPage(int number, GfxState* state, XRef*) override;
  void saveState(GfxState*) override;
  void restoreState(GfxState*) override;
  void updateCTM(GfxState*, double, double, double, double, double, double) override { step(); }
  void updateFont(GfxState*) override { step(); }
  void beginForm(Ref) override { step(); }

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

  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool,
                              bool for_soft_mask) override;
  void endTransparencyGroup(GfxState*) override;

 private:
  struct RunPlace {  // what a run has in common, before its glyphs are known
    double size = 0, angle = 0, ascent = 0, descent = 0;
    bool slanted = false;
  };
  void step(std::size_t steps = 1);
  void stop(const std::string& why);
  bool drawing() const { return stopped_.empty() && soft_masks_ == 0; }

  int font_index(const GfxFont& font);
  RunPlace place(GfxState& state) const;
  void start_run(GfxState& state, bool visible);
  bool visible(GfxState& state, const RunPlace& run, Point from, Point to) const;
  void add_image(GfxState& state, int width, int height, bool mask);
  void add_link(AnnotLink& link);
  base::Box page_box(const PDFRectangle& box) const;  // from the default user space
  void skip_inline(Stream* stream, double bits);
  std::vector<Subpath> page_path(GfxState& state, std::size_t longest);
  Paint paint(GfxState& state, std::uint32_t colour);
  base::Box clip(GfxState& state) const;

  PdfPage& page_;
  const base::Budget& budget_;
  const std::size_t max_glyphs_;
  std::size_t glyphs_ = 0, steps_ = 0, skipped_bytes_ = 0;
  std::size_t saved_states_ = 0;
  std::string stopped_;
  Origin origin_ = Origin::kContent;
  int order_ = 0;
  double page_matrix_[6] = {1, 0, 0, 1, 0, 0};

  std::map<std::pair<int, int>, int> fonts_;
  bool run_open_ = false;
  RunPlace run_place_;

  std::vector<bool> groups_;  // open transparency groups; true: for a soft mask
  std::size_t soft_masks_ = 0;
  std::vector<bool> marked_;  // open marked contents; true: an artifact
  std::size_t artifacts_ = 0;

  bool actual_open_ = false;
  std::u32string actual_text_;
  std::size_t actual_run_ = 0, actual_glyph_ = 0;  // where its glyphs begin
};

}  // namespace kehoach::read
