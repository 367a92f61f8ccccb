// Years and baselines that figures hang on: "năm 2022", "giai đoạn 2025 - 2030", "so với năm 2021",
// "so với cùng kỳ", "mỗi năm". Found by the phrase rules of field `figure.time`.
#pragma once

#include <optional>
#include <vector>

#include "plan/reading.h"

namespace kehoach::plan {

struct TimeMark {
  enum class Kind {
    kYear,            // of what stands around it
    kBaseline,        // compared with that year
    kBaselineBefore,  // compared with the year before, whichever it is
    kRate,            // per year
  };
  Kind kind = Kind::kYear;
  match::TokenRange range;
  std::optional<int> year;   // the last one printed in it; of a period its end
  std::optional<int> month;  // of a month of that year that stands alone: "trong tháng 8/2025"
};

// Sorted by position.
std::vector<TimeMark> read_times(const Reading& reading, match::TokenRange within);

// The last number from 1945 to 2099 with four digits in `text`.
std::optional<int> last_year(std::string_view text);

}  // namespace kehoach::plan
