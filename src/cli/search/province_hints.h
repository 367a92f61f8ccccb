// Provinces that are not spelt as any is.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::cli {

// "there is no province Lâm Đông; did you mean Lâm Đồng?", for each of `asked` that is no
// province's name and nearly one's.
std::vector<std::string> province_hints(const std::vector<rules::AdminUnit>& units,
                                        const std::vector<std::string>& asked);

}  // namespace kehoach::cli
