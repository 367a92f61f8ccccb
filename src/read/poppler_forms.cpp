// Forms (content streams that a page draws as one thing) and images, as the page's resources name
// them.
#include <Catalog.h>
#include <Gfx.h>
#include <OptionalContent.h>
#include <PDFDoc.h>

#include <algorithm>

#include "read/poppler_content.h"
#include "read/poppler_device.h"

namespace kehoach::read {
namespace {

// Poppler makes the fonts of a form anew each time it is drawn.
constexpr std::size_t kStepsOfForm = 20;
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

bool names_jpeg2000(const Object& filter) {
  if (filter.isName("JPXDecode")) return true;
  for (int i = 0; filter.isArray() && i < filter.arrayGetLength(); ++i)
    if (filter.arrayGet(i).isName("JPXDecode")) return true;
  return false;
}

}  // namespace

// Poppler decodes the whole of a JPEG 2000 image before it asks the device to draw it.
bool has_undecoded_images(const Dict* resources) {
  if (resources == nullptr) return false;
  const Object objects = resources->lookup("XObject");
  for (int i = 0; objects.isDict() && i < objects.dictGetLength(); ++i) {
    const Object object = objects.getDict()->getVal(i);
    if (object.isStream() && names_jpeg2000(object.streamGetDict()->lookup("Filter"))) return true;
  }
  return false;
}

// Asked before an image is drawn, and before a pattern is painted; by answering no for the image,
// its data stays untouched. A pattern is painted on a path or in a pattern's colour.
bool PopplerDevice::needNonText() {
  if (!work_.undecoded_images || work_.gfx == nullptr) return true;
  GfxState& state = *work_.gfx->getState();
  const bool pattern = state.isPath() || state.getFillColorSpace()->getMode() == csPattern ||
                       state.getStrokeColorSpace()->getMode() == csPattern;
  if (pattern) return true;
  add_image(state, 0, 0, false);
  return false;
}

void PopplerDevice::drawForm(Ref reference) {
  step(kStepsOfForm);
  if (!drawing()) return;
  const Object form = document_.getXRef()->fetch(reference);
  if (!form.isStream()) return;
  const Dict& facts = *form.streamGetDict();
  OCGs* layers = document_.getCatalog()->getOptContentConfig();
  if (layers != nullptr && !layers->optContentIsVisible(&facts.lookupNF("OC"))) return;
  double box[4], matrix[6] = {1, 0, 0, 1, 0, 0};
  if (!numbers(facts.lookup("BBox"), box, 4)) return;
  numbers(facts.lookup("Matrix"), matrix, 6);

  std::string content;
  count_content(append_content(*form.getStream(), content_left(), content), content.size());
  const Object resources_object = facts.lookup("Resources");
  Dict* resources = resources_object.isDict() ? resources_object.getDict() : nullptr;
  if (resources != nullptr) {
    const Object fonts = resources->lookup("Font");
    if (fonts.isDict()) step(kStepsOfFont * static_cast<std::size_t>(fonts.dictGetLength()));
  }
  if (!drawing()) return;
  Object shown = memory_stream(content, document_.getXRef());
  const bool outer = work_.undecoded_images;
  work_.undecoded_images = resources == nullptr ? outer : has_undecoded_images(resources);
  work_.gfx->drawForm(&shown, resources, matrix, box);
  work_.undecoded_images = outer;
}

std::size_t PopplerDevice::content_left() const {
  return budget_.max_content_bytes - std::min(budget_.max_content_bytes, work_.content_bytes);
}

void PopplerDevice::count_content(bool whole, std::size_t bytes) {
  work_.content_bytes += bytes;
  if (!whole) work_.content_cut = true;
}

}  // namespace kehoach::read
