// Forms: content streams that a page or an annotation draws as one thing, and the stand-ins of
// images (poppler_resources.h).
#include <Catalog.h>
#include <Gfx.h>
#include <OptionalContent.h>
#include <PDFDoc.h>
#include <Page.h>

#include <algorithm>

#include "read/pdf/poppler_content.h"
#include "read/pdf/poppler_device.h"

namespace kehoach::read {
namespace {

// Poppler makes the fonts of a form anew each time it is drawn.
constexpr std::size_t kStepsOfForm = 100;
constexpr std::size_t kStepsOfFont = 100;

bool numbers(const Object& array, double* values, int count) {
  if (!array.isArray() || array.arrayGetLength() < count) return false;
  for (int i = 0; i < count; ++i) {
    const Object number = array.arrayGet(i);
    if (!number.isNum()) return false;
    values[i] = number.getNum();
  }
  return true;
}

// Adds to `matrix` what brings the box of an appearance into the area of its annotation (ISO 32000,
// 12.5.5).
bool fit(const double* box, const PDFRectangle& area, double* matrix) {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  for (int corner = 0; corner < 4; ++corner) {
    const double x = box[corner % 2 == 0 ? 0 : 2], y = box[corner < 2 ? 1 : 3];
    const double to_x = x * matrix[0] + y * matrix[2] + matrix[4];
    const double to_y = x * matrix[1] + y * matrix[3] + matrix[5];
    x0 = corner == 0 ? to_x : std::min(x0, to_x);
    x1 = corner == 0 ? to_x : std::max(x1, to_x);
    y0 = corner == 0 ? to_y : std::min(y0, to_y);
    y1 = corner == 0 ? to_y : std::max(y1, to_y);
  }
  if (!(x1 > x0 && y1 > y0)) return false;
  const double wide = (area.x2 - area.x1) / (x1 - x0), high = (area.y2 - area.y1) / (y1 - y0);
  for (int i = 0; i < 6; i += 2) {
    matrix[i] *= wide;
    matrix[i + 1] *= high;
  }
  matrix[4] += area.x1 - x0 * wide;
  matrix[5] += area.y1 - y0 * high;
  return true;
}

}  // namespace

bool PopplerDevice::layer_is_shown(const Object& layer) const {
  OCGs* layers = document_.getCatalog()->getOptContentConfig();
  return layers == nullptr || layer.isNull() ||
         !is_bounded_layer(layer.fetch(document_.getXRef())) || layers->optContentIsVisible(&layer);
}

void PopplerDevice::drawForm(Ref reference) {
  if (const PopplerResources::Image* image = resources_.image(reference)) {
    if (layer_is_shown(image->layer))
      add_image(*work_.gfx->getState(), image->width, image->height, image->mask);
    return;
  }
  const Object form = document_.getXRef()->fetch(reference);
  if (form.isStream()) run_form(form, nullptr);
}

void PopplerDevice::run_form(const Object& form, const PDFRectangle* area) {
  step(kStepsOfForm);
  const Dict& facts = *form.streamGetDict();
  double box[4], matrix[6] = {1, 0, 0, 1, 0, 0};
  if (!drawing() || !layer_is_shown(facts.lookupNF("OC")) || !numbers(facts.lookup("BBox"), box, 4))
    return;
  numbers(facts.lookup("Matrix"), matrix, 6);
  if (area != nullptr && !fit(box, *area, matrix)) return;

  std::string content;
  count_content(append_content(*form.getStream(), content_left(), content), content.size());
  const Object resources = facts.lookup("Resources");
  if (resources.isDict()) {
    resources_.prepare(*resources.getDict());
    const Object fonts = resources.dictLookup("Font");
    if (fonts.isDict()) step(kStepsOfFont * static_cast<std::size_t>(fonts.dictGetLength()));
  }
  if (!drawing()) return;
  Object shown = memory_stream(content, document_.getXRef());
  work_.gfx->drawForm(&shown, resources.isDict() ? resources.getDict() : nullptr, matrix, box);
}

std::size_t PopplerDevice::content_left() const {
  return budget_.max_content_bytes - std::min(budget_.max_content_bytes, work_.content_bytes);
}

void PopplerDevice::count_content(bool whole, std::size_t bytes) {
  work_.content_bytes += bytes;
  if (!whole) work_.content_cut = true;
}

}  // namespace kehoach::read
