// The title (trích yếu) and what it says: the years that the plan covers, whether the document is
// a plan or issues one.
#pragma once

#include <optional>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// `range` without the words that only lead in ("V/v", "Về việc") and without a final stop.
match::TokenRange trim_title(const Reading& reading, match::TokenRange range);

// Years that the plan covers, from its title: "năm 2022", "giai đoạn 2021-2025", "đến năm 2030".
// A vision year ("tầm nhìn đến năm 2050") and the horizon of a cited strategy are none.
std::optional<Field<Period>> read_period(const Reading& reading, match::TokenRange title);

// The same from an explicit clause of the body ("trên địa bàn huyện … đến năm 2025"), for pages
// about a plan whose title has no year.
std::optional<Field<Period>> read_period_clause(const Reading& reading);

// True for type Kế hoạch and for an act that issues or approves one; from type and title.
Field<bool> read_plan_flag(const Reading& reading, const DocumentFields& fields,
                           std::optional<match::TokenRange> title);

}  // namespace kehoach::plan
