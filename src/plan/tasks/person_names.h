// Names of persons that stand one after another in a cell whose line ends are lost: "Vũ An Bình Lê
// Thị Cúc". Internal to this room.
#pragma once

#include <string>
#include <vector>

#include "match/matcher.h"

namespace kehoach::plan {

// The names, if the text is nothing but names of two to four syllables that open with a family name
// (lexicon "surname") or an address; otherwise the text alone.
std::vector<std::string> split_persons(const match::Matcher& matcher, const std::string& text);

}  // namespace kehoach::plan
