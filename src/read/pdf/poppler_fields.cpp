#include "read/pdf/poppler_fields.h"

#include <Object.h>

#include <set>
#include <utility>

namespace kehoach::read {
namespace {

constexpr int kDeepestField = 64;
constexpr std::size_t kMostFields = 100'000;
constexpr std::size_t kMostSignatures = 32;  // each costs a digest of the whole file

struct Visit {
  Object field;
  Ref reference = Ref::INVALID();
  int depth = 0;
  bool signature = false;  // by a parent's type
};

bool names_signature(const Object& field, bool inherited) {
  const Object type = field.dictLookup("FT");
  return type.isNull() ? inherited : type.isName("Sig");
}

class Walk {
 public:
  FieldTree run(const Object& fields) {
    add(fields, 0, false);
    while (!open_.empty() && tree_.sound) {
      const Visit visit = std::move(open_.back());
      open_.pop_back();
      enter(visit);
    }
    return std::move(tree_);
  }

 private:
  void add(const Object& fields, int depth, bool signature) {
    for (int i = 0; fields.isArray() && i < fields.arrayGetLength(); ++i) {
      const Object& entry = fields.arrayGetNF(i);
      // What comes twice at the root Poppler itself leaves out.
      auto& seen = depth == 0 ? roots_ : children_;
      if (entry.isRef() && !seen.insert({entry.getRef().num, entry.getRef().gen}).second) {
        if (depth > 0) tree_.sound = false;
        continue;
      }
      Object field = fields.arrayGet(i);
      if (!field.isDict()) continue;
      if (++count_ > kMostFields || depth > kDeepestField) tree_.sound = false;
      if (!tree_.sound) return;
      open_.push_back(
          {std::move(field), entry.isRef() ? entry.getRef() : Ref::INVALID(), depth, signature});
    }
  }

  void enter(const Visit& visit) {
    const bool signature = names_signature(visit.field, visit.signature);
    if (signature && visit.field.dictLookup("V").isDict() &&
        tree_.signatures.size() < kMostSignatures)
      add_signature(visit);
    add(visit.field.dictLookup("Kids"), visit.depth + 1, signature);
  }

  void add_signature(const Visit& visit) {
    SignatureField signature{visit.field.copy(), visit.reference, {}};
    const Object kids = visit.field.dictLookup("Kids");
    for (int i = 0; kids.isArray() && i < kids.arrayGetLength(); ++i)
      if (kids.arrayGetNF(i).isRef()) signature.widgets.push_back(kids.arrayGetNF(i).getRef());
    tree_.signatures.push_back(std::move(signature));
  }

  FieldTree tree_;
  std::vector<Visit> open_;
  std::set<std::pair<int, int>> roots_, children_;
  std::size_t count_ = 0;
};

}  // namespace

FieldTree walk_fields(const Object& fields) { return Walk().run(fields); }

}  // namespace kehoach::read
