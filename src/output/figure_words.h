// A figure in a few words, for tables and explanations.
#pragma once

#include <string>

#include "plan/record.h"

namespace kehoach::output {

std::string indicator_words(const plan::Figure& figure);  // "PAR_INDEX"
std::string amount_words(const plan::Figure& figure);     // "5-7 rank"
std::string years_words(const plan::Figure& figure);      // "2021 → 2022"
// "SIPAS: increase 2-3 rank, 2022 → 2023"
std::string figure_words(const plan::Figure& figure);

}  // namespace kehoach::output
