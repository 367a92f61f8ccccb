#include "output/scan_copy/signature_removal.h"

#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace kehoach::output {
namespace {

constexpr int kMostDepth = 32;  // of fields within fields

// What a field says, or one that it stands in.
QPDFObjectHandle inherited(QPDFObjectHandle field, const char* key) {
  for (int depth = 0; depth < kMostDepth && field.isDictionary(); ++depth) {
    if (field.hasKey(key)) return field.getKey(key);
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

bool is_signature(QPDFObjectHandle field) {
  return inherited(field, "/FT").isNameAndEquals("/Sig");
}

class Removal {
 public:
  explicit Removal(QPDF& pdf) : pdf_(pdf) {}

  std::size_t run() {
    for (auto page : pdf_.getAllPages()) take_widgets(page.getKey("/Annots"));
    auto root = pdf_.getRoot();
    for (const char* key : {"/Perms", "/DSS"}) root.removeKey(key);
    auto form = root.getKey("/AcroForm");
    if (form.isDictionary()) {
      form.replaceKey("/Fields", without_signatures(form.getKey("/Fields"), 0));
      form.removeKey("/SigFlags");
      if (form.getKey("/Fields").getArrayNItems() == 0) root.removeKey("/AcroForm");
    }
    make_stamps();
    return signatures_.size() + direct_;
  }

 private:
  void take_widgets(QPDFObjectHandle annotations) {
    if (!annotations.isArray()) return;
    for (auto annotation : annotations.aitems()) {
      if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Widget") ||
          !is_signature(annotation))
        continue;
      count(annotation);
      stamps_.push_back(annotation);
    }
  }

  void count(QPDFObjectHandle field) {
    auto value = inherited(field, "/V");
    if (!value.isDictionary()) return;
    if (value.isIndirect())
      signatures_.insert(value.getObjGen());
    else
      ++direct_;
  }

  QPDFObjectHandle without_signatures(QPDFObjectHandle fields, int depth) {
    auto kept = QPDFObjectHandle::newArray();
    if (!fields.isArray() || depth == kMostDepth) return kept;
    for (auto field : fields.aitems()) {
      if (!field.isDictionary()) continue;
      if (is_signature(field)) {
        count(field);
        continue;
      }
      if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) continue;
      if (field.hasKey("/Kids")) {
        auto kids = without_signatures(field.getKey("/Kids"), depth + 1);
        if (kids.getArrayNItems() == 0) continue;
        field.replaceKey("/Kids", kids);
      }
      kept.appendItem(field);
    }
    return kept;
  }

  // Last: what they inherit must be there till then.
  void make_stamps() {
    for (auto& stamp : stamps_) {
      stamp.replaceKey("/Subtype", QPDFObjectHandle::newName("/Stamp"));
      for (const char* key : {"/FT", "/V", "/T", "/TU", "/TM", "/Ff", "/DA", "/Parent", "/Kids",
                              "/Lock", "/SV", "/MK", "/A", "/AA", "/DV"})
        stamp.removeKey(key);
    }
    stamps_.clear();
  }

  QPDF& pdf_;
  std::vector<QPDFObjectHandle> stamps_;
  std::set<QPDFObjGen> signatures_, seen_;
  std::size_t direct_ = 0;
};

}  // namespace

std::size_t remove_signatures(QPDF& pdf) { return Removal(pdf).run(); }

}  // namespace kehoach::output
