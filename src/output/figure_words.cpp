#include "output/figure_words.h"

#include "output/value_json.h"

namespace kehoach::output {
namespace {

std::string digits(double value) { return number(value).dump(); }

std::string bounds(const plan::Figure& figure) {
  if (!figure.min && !figure.max) return "";
  if (figure.min && figure.max)
    return *figure.min == *figure.max ? digits(*figure.min)
                                      : digits(*figure.min) + "-" + digits(*figure.max);
  if (figure.min) return (figure.exclusive ? "> " : "≥ ") + digits(*figure.min);
  return (figure.exclusive ? "< " : "≤ ") + digits(*figure.max);
}

}  // namespace

std::string indicator_words(const plan::Figure& figure) {
  return figure.indicator.code.value_or(figure.indicator.name);
}

std::string amount_words(const plan::Figure& figure) {
  std::string out = bounds(figure);
  if (figure.approximate) out.insert(0, "~ ");
  if (figure.of) out += "/" + digits(*figure.of);
  if (!out.empty()) out += " ";
  out += figure.unit == "count" && figure.printed_unit ? *figure.printed_unit : figure.unit;
  if (figure.per) out += " per " + *figure.per;
  return out;
}

std::string years_words(const plan::Figure& figure) {
  const std::string year =
      figure.year ? std::to_string(*figure.year) : figure.deadline.value_or("");
  if (!figure.baseline_year) return year;
  return std::to_string(*figure.baseline_year) + " → " + year;
}

std::string figure_words(const plan::Figure& figure) {
  const std::string years = years_words(figure);
  return indicator_words(figure) + ": " + figure.change + " " + amount_words(figure) +
         (years.empty() ? "" : ", " + years);
}

}  // namespace kehoach::output
