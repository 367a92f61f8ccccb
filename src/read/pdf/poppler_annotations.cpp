// What of a page's annotations is read: appearances that are part of what a reader sees (stamped
// numbers, filled fields, signatures' stamps), and where links lead. A reader's own marks (notes,
// highlights) are no part of the document.
#include <Annot.h>
#include <Gfx.h>
#include <Page.h>

#include <algorithm>

#include "base/utf8.h"
#include "read/pdf/poppler_device.h"

namespace kehoach::read {
namespace {

// The type of a field stands at the field or at one of its parents.
bool is_signature_field(const Annot& annotation) {
  constexpr int kDeepestField = 16;
  Object field = annotation.getAnnotObj().copy();
  for (int depth = 0; depth < kDeepestField && field.isDict(); ++depth) {
    const Object type = field.dictLookup("FT");
    if (!type.isNull()) return type.isName("Sig");
    field = field.dictLookup("Parent");
  }
  return false;
}

bool is_readers_mark(Annot::AnnotSubtype type) {
  switch (type) {
    case Annot::typeText:
    case Annot::typeHighlight:
    case Annot::typeUnderline:
    case Annot::typeSquiggly:
    case Annot::typeStrikeOut:
    case Annot::typeCaret:
    case Annot::typePopup:
    case Annot::typeFileAttachment:
    case Annot::typeSound:
    case Annot::typeMovie:
    case Annot::typeScreen:
    case Annot::type3D:
    case Annot::typeRichMedia:
      return true;
    default:
      return false;
  }
}

}  // namespace

void PopplerDevice::show(Annot& annotation) {
  if (is_readers_mark(annotation.getType())) return;
  if (annotation.getType() == Annot::typeLink) {
    add_link(annotation);
    return;  // its border is no ruling line
  }
  work_.origin = Origin::kAnnotation;
  if (annotation.getType() == Annot::typeWidget && is_signature_field(annotation)) {
    work_.origin = Origin::kSignature;
    if (annotation.getHasRef() && signature_widgets_.size() < budget_.max_marks)
      signature_widgets_.push_back(
          {annotation.getRef(), work_.page->number, area_on_page(annotation)});
  }
  // Poppler could make one where there is none, but its maker of text fields may not end.
  const Object appearance = annotation.getAppearance();
  if (!appearance.isStream()) return;
  const bool hidden = (annotation.getFlags() & (Annot::flagHidden | Annot::flagNoView)) != 0;
  if (!hidden && layer_is_shown(annotation.getAnnotObj().dictLookupNF("OC")))
    run_form(appearance, &annotation.getRect());
}

void PopplerDevice::add_link(const Annot& annotation) {
  constexpr int kLongestAddress = 2048;
  const Object action = annotation.getAnnotObj().dictLookup("A");
  if (!action.isDict() || work_.page->links.size() >= budget_.max_marks) return;
  const Object address = action.dictLookup("URI");
  if (!address.isString() || address.getString()->getLength() > kLongestAddress) return;
  const std::string& bytes = address.getString()->toStr();
  // Addresses are ASCII; some producers write others as they are.
  work_.page->links.push_back(
      {area_on_page(annotation), base::encode_utf8(base::decode_utf8(bytes))});
}

// Between the page and its annotations the state is that of the page: its default user space.
base::Box PopplerDevice::area_on_page(const Annot& annotation) const {
  const GfxState& state = *work_.gfx->getState();
  const PDFRectangle& area = annotation.getRect();
  const Point a = on_page(state, area.x1, area.y1), b = on_page(state, area.x2, area.y2);
  if (!is_near(a) || !is_near(b)) return {};
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace kehoach::read
