// What of a page's annotations is read: appearances that are part of what a reader sees (stamped
// numbers, filled fields, signatures' stamps), and where links lead. A reader's own marks (notes,
// highlights) are no part of the document.
#include <Annot.h>
#include <Link.h>
#include <Page.h>

#include <algorithm>
#include <cmath>

#include "read/poppler_device.h"

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

bool PopplerDevice::annotation_check(Annot* annotation, void* device) {
  auto& self = *static_cast<PopplerDevice*>(device);
  self.step(10);
  if (!self.stopped_.empty() || is_readers_mark(annotation->getType())) return false;
  if (annotation->getType() == Annot::typeLink) {
    self.add_link(static_cast<AnnotLink&>(*annotation));
    return false;  // its border is no ruling line
  }
  const bool signature =
      annotation->getType() == Annot::typeWidget && is_signature_field(*annotation);
  self.origin_ = signature ? Origin::kSignature : Origin::kAnnotation;
  return true;
}

void PopplerDevice::add_link(AnnotLink& link) {
  constexpr std::size_t kLongestAddress = 2048;
  const LinkAction* action = link.getAction();
  if (action == nullptr || action->getKind() != actionURI ||
      page_.links.size() >= budget_.max_marks)
    return;
  const std::string& uri = static_cast<const LinkURI*>(action)->getURI();
  if (uri.size() <= kLongestAddress) page_.links.push_back({page_box(link.getRect()), uri});
}

base::Box PopplerDevice::page_box(const PDFRectangle& box) const {
  const auto on_page = [&](double x, double y) -> Point {
    return {page_matrix_[0] * x + page_matrix_[2] * y + page_matrix_[4],
            page_matrix_[1] * x + page_matrix_[3] * y + page_matrix_[5]};
  };
  const Point a = on_page(box.x1, box.y1), b = on_page(box.x2, box.y2);
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace kehoach::read
