// The pure arithmetic of figures: printed bounds, ranges and multipliers into numbers. No words of
// Vietnamese here: they come as the values of tokens ("min", "over" …) and as factors.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::plan {

struct Bounds {
  std::optional<double> min, max;
  bool exclusive = false;
  bool approximate = false;
  bool operator==(const Bounds&) const = default;
};

// `low` and `high` are the printed numbers ("tăng 5": low only); `words` the values of the bound
// words around them: "min" (ít nhất, trở lên), "max" (không quá), "over" (trên), "under" (dưới),
// "about" (khoảng), "from" (từ).
// {5, 7, {}} gives 5..7; {90, {}, {"over"}} gives 90.., exclusive; {5, 10, {"min"}} keeps both.
Bounds bounds_of(double low, std::optional<double> high,
                 const std::vector<std::string_view>& words);

// The place of a group counts from its end: "trong nhóm 10" is place 10 at the worst.
Bounds group_bounds(double low, std::optional<double> high);

// A factor of the lexicon ("1e6", "0.0417"); 1 where the entry has none.
double factor_of(std::string_view printed);

// Multiplies both bounds; rounds away what binary fractions add ("68,5" triệu is 68500000).
Bounds scaled(Bounds bounds, double factor);

// 99.86 "99.86"; 68500000 "68500000": for messages and keys, never locale dependent.
std::string compact(double value);

}  // namespace kehoach::plan
