// Quantities with the words that bind them: "tăng ít nhất 01 bậc", "đạt trên 90%", "xếp thứ 18/63".
// Found by the phrase rules of field `quantity`; their parts are tokens, their values the
// lexicon's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/figures/figure_values.h"
#include "plan/reading.h"

namespace kehoach::plan {

struct Quantity {
  const rules::PhraseRule* rule = nullptr;
  match::TokenRange whole;   // with verb and bounds
  match::TokenRange number;  // up to the unit: what is counted starts behind it
  match::TokenRange amount;  // number and unit, or the unit of "tăng điểm"
  Bounds bounds;             // in base units
  std::string change;        // of the verb beside it; empty if none stands there
  std::string unit;          // empty: no unit is known, the word after it is what is counted
  std::string unit_word;     // the unit as printed
  std::optional<double> of;  // 63 in "18/63"
  std::optional<std::string> per;
  bool bound = false;     // has a bound word
  bool floor = false;     // "ít nhất", "không quá" stands before it
  bool starts = false;    // "từ 15 ngày": may be the start of a change that is told by both ends
  bool ends = false;      // "xuống còn 10 ngày"
  bool after = false;     // "trở lên" stands behind it
  bool trend = false;     // "tăng hạng": a change without a number
  bool from_to = false;   // "từ 41% năm 2015 lên 63%": years before the end are not its own
  bool share = false;     // "chiếm 12 %", "16 % kế hoạch": of a whole, not a level
  bool fraction = false;  // "40/45 xã"
  bool possessed = false;  // "có 40 xã"
};

// What a verb of change says of a quantity of `unit`. Some verbs speak of percentages only: "tiết
// kiệm 10%" is a decrease, "tiết kiệm 5 xe" what is reached.
std::string change_of(const match::Token& verb, const std::string& unit);

// Sorted by position, not overlapping.
std::vector<Quantity> read_quantities(const Reading& reading, match::TokenRange within);

}  // namespace kehoach::plan
