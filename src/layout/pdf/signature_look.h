// The signature of a scan is looked at again: who signs, for whom, in what position.
//
// Seals and pens cross these lines, and what takes a seal out takes strokes with it. The zone
// beside the list of recipients is read anew off several images of the same print. Contract: a line
// stands where two readings agree on its letters; of its marks that reading is taken which the pack
// knows as a body or position, else the most frequent. Of a name each word needs two readings the
// same to the letter, more than any other has, and no letters at the name's ends that did not come
// out; it begins with a family name or stands in the middle below the title. A word of it that none
// of them was sure of stays unsure, so that no signer is made of it; so do names that no readings
// agree on. Below "KT. CHỦ TỊCH" a line that ends in the same position behind a word under the seal
// is the deputy's, since only deputies sign so. What else does not come out stays as it was read,
// but for pieces of seals. Cost: a second or two for a page with the label.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"
#include "match/matcher.h"
#include "read/scan/page_eyes.h"

namespace kehoach::layout {

class SignatureLook {
 public:
  SignatureLook(const read::PageEyes& eyes, const match::Matcher& matcher)
      : eyes_(eyes), matcher_(matcher) {}

  // True if the page has such a zone.
  bool look_at(PageText& page) const;

 private:
  std::optional<base::Box> zone_beside(const PageText& page, std::size_t label) const;

  const read::PageEyes& eyes_;
  const match::Matcher& matcher_;
};

}  // namespace kehoach::layout
