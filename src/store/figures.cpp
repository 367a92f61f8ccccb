#include "store/figures.h"

namespace kehoach::store {

const char* const kFigureColumns =
    "e.version_id, e.position, e.indicator_code, e.indicator_name, e.change, e.unit,"
    " e.printed_unit, e.min, e.max, e.exclusive, e.approximate, e.printed, e.out_of,"
    " e.baseline_year, e.year, e.per, e.confidence, e.page";

namespace {

std::optional<int> year_at(const Statement& row, int column) {
  const auto year = row.optional_integer(column);
  return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

}  // namespace

ArchivedFigure read_figure(const Statement& row, int first) {
  ArchivedFigure out;
  out.version = row.integer(first);
  out.position = row.integer(first + 1);
  plan::Figure& figure = out.figure;
  figure.indicator.code = row.optional_text(first + 2);
  figure.indicator.name = row.text(first + 3);
  figure.change = row.text(first + 4);
  figure.unit = row.text(first + 5);
  figure.printed_unit = row.optional_text(first + 6);
  figure.min = row.optional_real(first + 7);
  figure.max = row.optional_real(first + 8);
  figure.exclusive = row.integer(first + 9) != 0;
  figure.approximate = row.integer(first + 10) != 0;
  figure.printed = row.text(first + 11);
  figure.of = row.optional_real(first + 12);
  figure.baseline_year = year_at(row, first + 13);
  figure.year = year_at(row, first + 14);
  figure.per = row.optional_text(first + 15);
  out.confidence = row.real(first + 16);
  out.page = row.optional_integer(first + 17);
  return out;
}

plan::Figure figure_of(const Json& entry) {
  const auto whole = [&](const char* key) {
    const auto value = integer_at(entry, key);
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
  };
  plan::Figure figure;
  figure.indicator.code = text_at(at(entry, "indicator"), "code");
  figure.indicator.name = text_at(at(entry, "indicator"), "name").value_or("");
  figure.change = text_at(entry, "change").value_or("");
  figure.unit = text_at(entry, "unit").value_or("");
  figure.printed_unit = text_at(entry, "printed_unit");
  figure.min = number_at(entry, "min");
  figure.max = number_at(entry, "max");
  figure.exclusive = true_at(entry, "exclusive");
  figure.approximate = true_at(entry, "approximate");
  figure.printed = text_at(entry, "printed").value_or("");
  figure.of = number_at(entry, "of");
  figure.baseline_year = whole("baseline_year");
  figure.year = whole("year");
  figure.per = text_at(entry, "per");
  figure.deadline = text_at(entry, "deadline");
  return figure;
}

}  // namespace kehoach::store
