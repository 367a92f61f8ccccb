#include "plan/figures/figure_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace kehoach::plan {
namespace {

bool has(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Nine significant digits are more than any document prints.
std::optional<double> rounded(std::optional<double> value, double factor) {
  if (!value) return std::nullopt;
  const double product = *value * factor;
  if (product == 0 || !std::isfinite(product)) return product;
  const double digits = 11 - std::ceil(std::log10(std::fabs(product)));
  const double shift = std::pow(10.0, digits);
  return digits > 0 ? std::round(product * shift) / shift : std::round(product);
}

}  // namespace

Bounds bounds_of(double low, std::optional<double> high,
                 const std::vector<std::string_view>& words) {
  Bounds result;
  result.exclusive = has(words, "over") || has(words, "under");
  result.approximate = has(words, "about");
  if (high) {
    result.min = std::min(low, *high);
    result.max = std::max(low, *high);
  } else if (has(words, "max") || has(words, "under")) {
    result.max = low;
  } else if (has(words, "min") || has(words, "over") || has(words, "from")) {
    result.min = low;
  } else {
    result.min = result.max = low;
  }
  return result;
}

Bounds group_bounds(double low, std::optional<double> high) {
  Bounds result;
  result.max = high ? std::max(low, *high) : low;
  return result;
}

double factor_of(std::string_view printed) {
  double value = 1;
  const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), value);
  return error == std::errc() && end == printed.data() + printed.size() ? value : 1;
}

Bounds scaled(Bounds bounds, double factor) {
  if (factor == 1) return bounds;
  bounds.min = rounded(bounds.min, factor);
  bounds.max = rounded(bounds.max, factor);
  return bounds;
}

std::string compact(double value) {
  std::array<char, 64> buffer{};
  const auto [end, error] =
      value == std::floor(value) && std::fabs(value) < 1e18
          ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                          std::chars_format::fixed, 0)
          : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return error == std::errc() ? std::string(buffer.data(), end) : std::string();
}

}  // namespace kehoach::plan
