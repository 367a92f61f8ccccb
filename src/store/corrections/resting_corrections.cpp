#include "store/corrections/resting_corrections.h"

#include <algorithm>

#include "store/corrections/correctable.h"
#include "store/corrections/entry_anchor.h"
#include "store/put_record.h"

namespace kehoach::store {

std::vector<Correction> resting_corrections(Archive& archive, std::int64_t document) {
  const auto version = current_version(archive, document);
  const Json record = version ? stored_record(archive, *version) : Json();
  std::vector<Correction> out = corrections_in_force(archive, document);
  std::erase_if(out, [&](const Correction& one) {
    const FieldPlace place = field_place(one.field);
    return place.position < 0 || anchored_entry(at(record, place.list.c_str()), one.anchor);
  });
  return out;
}

}  // namespace kehoach::store
