// A cell of a table that says who does a task. Internal to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace kehoach::plan {

struct CellBodies {
  std::vector<std::string> lead, cooperating;
  std::vector<std::string> plain;  // names of which the cell itself says nothing
};

// "Sở A; Sở B" gives plain names. "Chủ trì: Sở A. Phối hợp: Sở B", "Sở A chủ trì, phối hợp với Sở
// B", "Sở A chủ trì; Sở B phối hợp" and "Sở A (chủ trì), Sở B (phối hợp)" say what each does. Names
// may have lost the line end between them. "Theo phân công …" names nobody.
CellBodies read_body_cell(const match::Matcher& matcher, std::string_view text);

}  // namespace kehoach::plan
