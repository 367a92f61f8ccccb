// Facts of the source that its noise blocks hold: when it was posted, what is attached to it.
#pragma once

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// media type, encoding, origin, headline, published (Vietnam's offset), attachments.
SourceFacts read_source_facts(const Reading& reading);

// The provinces that the whole source names, noise included: for an issuer "UBND tỉnh" whose
// province only the site's own lines show. First those in the site's name, then those that the
// article and the site's own lines name most often, last those of other headlines and comments.
struct NamedProvince {
  std::string name;
  int count = 0;
};
std::vector<NamedProvince> named_provinces(const Reading& reading);

}  // namespace kehoach::plan
