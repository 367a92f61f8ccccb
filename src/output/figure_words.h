// A figure in a few words, for tables and explanations: "PAR_INDEX", "5-7 rank", "2021 → 2022".
#pragma once

#include <string>

#include "plan/record.h"

namespace kehoach::output {

std::string indicator_words(const plan::Figure& figure);
std::string amount_words(const plan::Figure& figure);
std::string years_words(const plan::Figure& figure);

}  // namespace kehoach::output
