// Provinces and what became of them on 1 July 2025: who asks for one name means the others too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::rules {

// The provinces that share ground with the one of this name, itself among them: of "Hà Giang" also
// "Tuyên Quang", which took it in; of "Tuyên Quang" also "Hà Giang". Typed without any diacritics,
// a name means every province that reads so. Empty if there is no such province.
std::vector<const AdminUnit*> related_provinces(const std::vector<AdminUnit>& units,
                                                std::string_view name);

// The name of the province that is meant by a spelling of the pack's lexicon: "Hồ Chí Minh" of "TP.
// HCM"; what is a name already, or no province's, as it is.
std::string province_spelt(const RuleSet& rules, const std::string& typed);

}  // namespace kehoach::rules
