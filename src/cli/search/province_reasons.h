// Why a document of one province answers a question about another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::cli {

// "Hà Giang became part of Tuyên Quang on 1 July 2025", for the first of `asked` that explains it;
// empty where `found` was itself asked for, or has nothing to do with them.
std::string province_reason(const std::vector<rules::AdminUnit>& units,
                            const std::vector<std::string>& asked, std::string_view found);

}  // namespace kehoach::cli
