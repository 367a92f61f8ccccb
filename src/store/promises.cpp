#include "store/promises.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "language/comparison.h"
#include "output/value_json.h"
#include "store/json_values.h"

namespace kehoach::store {
namespace {

using plan::Figure;

struct Reported {
  ArchivedFigure result;
  DocumentLine document;
  std::string place;
};

// What targets and results share.
using Subject = std::tuple<std::string, std::string, int>;  // indicator, place, year

std::string indicator_key(const Figure& figure) {
  return figure.indicator.code ? *figure.indicator.code
                               : language::comparison_form(figure.indicator.name);
}

Subject subject_of(const Figure& figure, const std::string& place, int year) {
  return {indicator_key(figure), place, year};
}

// Whose figures they are: a province's, also in plans of its departments; below it, and above it,
// the body's own.
constexpr const char* kPlace =
    "CASE WHEN d.issuer_level = 'province' THEN d.province"
    " ELSE coalesce(d.unit_code || ' ' || d.unit_name, d.issuer_key) END";
constexpr const char* kPlaceName =
    ", CASE WHEN d.issuer_level = 'province' THEN d.province ELSE d.issuer END ";

DocumentLine read_document(const Statement& row) {
  return read_document_line(row, kFigureColumnCount);
}

// Behind the figure and the document stand the place that it is judged by, and its name.
constexpr int kPlaceColumn = kFigureColumnCount + kDocumentLineColumnCount;

std::string read_place(const Statement& row) { return row.text(kPlaceColumn); }

// Figures of current versions.
Statement figures(Archive& archive, const std::string& table, const Condition& condition) {
  Statement statement = archive.prepare(
      std::string("SELECT ") + kFigureColumns + ", " + kDocumentLineColumns + ", " + kPlace +
      kPlaceName + "FROM " + table +
      " e JOIN documents d ON d.current_version = e.version_id JOIN versions v ON v.id ="
      " e.version_id WHERE d.merged_into IS NULL AND d.role <> 'none' AND " +
      condition.sql + " ORDER BY d.issue_date, d.id, e.position");
  statement.bind_all(condition.parameters);
  return statement;
}

Condition both(const Condition& a, const Condition& b) {
  Condition out{a.sql + " AND " + b.sql, a.parameters};
  out.parameters.insert(out.parameters.end(), b.parameters.begin(), b.parameters.end());
  return out;
}

// The year that a target starts from.
int first_year(const Figure& target) { return target.baseline_year.value_or(*target.year - 1); }

// A target with the place that it is judged by.
struct Asked {
  Promise promise;
  std::string place;
};

// Results that may be about one of the targets: the archive holds many more.
Condition about(const std::vector<Asked>& asked) {
  std::set<std::string> codes, places;
  std::int64_t first = 9999, last = 0;
  bool by_name = false;
  for (const Asked& one : asked) {
    const Figure& target = one.promise.target.figure;
    if (!target.year || one.place.empty()) continue;
    places.insert(one.place);
    first = std::min<std::int64_t>({first, first_year(target), *target.year});
    last = std::max<std::int64_t>(last, *target.year);
    by_name = by_name || !target.indicator.code;
    if (target.indicator.code) codes.insert(*target.indicator.code);
  }
  std::string sql =
      "e.year BETWEEN ? AND ? AND (e.indicator_code IN (SELECT value FROM json_each(?))";
  if (by_name) sql += " OR e.indicator_code IS NULL";
  sql += std::string(") AND ") + kPlace + " IN (SELECT value FROM json_each(?))";
  return {sql, {first, last, Json(codes).dump(), Json(places).dump()}};
}

class Results {
 public:
  Results(Archive& archive, const std::vector<Asked>& asked) {
    Statement rows = figures(archive, "results", about(asked));
    while (rows.step()) {
      Reported one{read_figure(rows), read_document(rows), read_place(rows)};
      if (!one.result.figure.year || one.place.empty()) continue;
      by_subject_[subject_of(one.result.figure, one.place, *one.result.figure.year)].push_back(
          std::move(one));
    }
  }

  const std::vector<Reported>& of(const Subject& subject) const {
    static const std::vector<Reported> none;
    const auto found = by_subject_.find(subject);
    return found == by_subject_.end() ? none : found->second;
  }

 private:
  std::map<Subject, std::vector<Reported>> by_subject_;
};

std::string amount(double value) { return output::number(value).dump(); }

// A level that a result says was reached, if it says one.
std::optional<double> level(const Figure& result) {
  if (result.change != "reach" && result.change != "maintain") return std::nullopt;
  return result.unit == "rank" ? (result.max ? result.max : result.min)
                               : (result.min ? result.min : result.max);
}

Comparison verdict(bool met, const std::string& why) {
  return {met ? Outcome::kMet : Outcome::kMissed, why};
}

bool above(double value, double bound, bool exclusive) {
  return exclusive ? value > bound : value >= bound;
}
bool below(double value, double bound, bool exclusive) {
  return exclusive ? value < bound : value <= bound;
}

// +1: more is better; -1: less is; 0: nobody knows. An index is better the higher it is; a plain
// level ("hộ nghèo còn 5 %", "đạt 85 %") says its direction only beside where it began.
int direction(const Figure& target, double bound, const std::vector<double>& before) {
  if (target.indicator.code) return 1;
  const auto from_below =
      std::any_of(before.begin(), before.end(), [&](double was) { return was < bound; });
  const auto from_above =
      std::any_of(before.begin(), before.end(), [&](double was) { return was > bound; });
  return (from_below ? 1 : 0) - (from_above ? 1 : 0);
}

// A level; positions are better the smaller they are.
Comparison compare_levels(const Figure& target, double reached, const std::vector<double>& before) {
  const std::string why = "reached " + amount(reached);
  if (target.unit == "rank") {
    const auto bound = target.max ? target.max : target.min;
    if (!bound) return {};
    return verdict(below(reached, *bound, target.exclusive), why);
  }
  if (!target.min && !target.max) return {};
  if (!target.max) return verdict(above(reached, *target.min, target.exclusive), why);
  if (!target.min) return verdict(below(reached, *target.max, target.exclusive), why);
  if (reached >= *target.min && reached <= *target.max) return verdict(true, why);
  const int better = direction(target, *target.min, before);
  if (better == 0) return {};
  return verdict(better > 0 ? reached >= *target.min : reached <= *target.max, why);
}

// How far it moved, in the direction that the target wants.
Comparison compare_change(const Figure& target, double moved, const std::string& why) {
  if (target.min) return verdict(above(moved, *target.min, target.exclusive), why);
  if (target.max) return verdict(moved > 0 && below(moved, *target.max, target.exclusive), why);
  return verdict(moved > 0, why);  // "tăng hạng": any
}

bool is_change(const Figure& figure) {
  return figure.change == "increase" || figure.change == "decrease";
}

// From each level that the year before is said to have had: where they lead apart, nobody knows.
template <class Judge>
Comparison from_each(const std::vector<double>& before, const Judge& judge_from) {
  if (before.empty()) return {};
  const Comparison first = judge_from(before.front());
  for (const double was : before)
    if (judge_from(was).outcome != first.outcome)
      return {Outcome::kUnknown,
              "reports differ on where it started: " + amount(before.front()) + ", " + amount(was)};
  return first;
}

// Two levels, of the year and of the year that the target starts from.
Comparison compare_with_before(const Figure& target, double reached,
                               const std::vector<double>& before) {
  // A position that goes up gets smaller.
  const bool up = (target.change == "increase") != (target.unit == "rank");
  return from_each(before, [&](double was) {
    return compare_change(target, up ? reached - was : was - reached,
                          "from " + amount(was) + " to " + amount(reached));
  });
}

Comparison compare_maintained(const Figure& target, double reached,
                              const std::vector<double>& before) {
  if (target.min || target.max) return compare_levels(target, reached, before);
  return from_each(before, [&](double was) {
    return verdict(target.unit == "rank" ? reached <= was : reached >= was,
                   "from " + amount(was) + " to " + amount(reached));
  });
}

// The units of a quantity itself: percentages of a share rise by percentage points too. The 15th of
// 63 is no position among 34.
bool same_unit(const Figure& a, const Figure& b) {
  if (a.unit != b.unit) return false;
  if (a.unit == "rank" && a.of && b.of && *a.of != *b.of) return false;
  return a.unit != "count" || !a.printed_unit || !b.printed_unit ||
         language::comparison_form(*a.printed_unit) == language::comparison_form(*b.printed_unit);
}

// What the year before reached, of those that can stand beside the target and its result.
std::vector<double> levels(const Figure& target, const Figure& result,
                           const std::vector<Figure>& before) {
  std::vector<double> out;
  for (const Figure& earlier : before)
    if (const auto was = level(earlier);
        was && same_unit(earlier, target) && same_unit(earlier, result))
      out.push_back(*was);
  return out;
}

std::vector<Figure> year_before(const Results& results, const Promise& promise,
                                const std::string& place) {
  const Figure& target = promise.target.figure;
  std::vector<Figure> out;
  for (const Reported& reported : results.of(subject_of(target, place, first_year(target))))
    out.push_back(reported.result.figure);
  return out;
}

// A year or month without a day stands for its end: of a plan of "2023", a report of May 2023 is
// not known to be later, one of "2023" or of 2024 is.
bool is_later(const DocumentLine& report, const DocumentLine& plan) {
  const auto end = [](const std::string& date) {
    return date + std::string(10, '~').substr(std::min<std::size_t>(date.size(), 10));
  };
  return report.id != plan.id && !report.date.empty() &&
         (plan.date.empty() || end(report.date) >= end(plan.date));
}

std::string named(const DocumentLine& document) {
  return document.number.empty() ? "document " + std::to_string(document.id) : document.number;
}

std::string difference(const DocumentLine& one, const DocumentLine& other) {
  return one.id == other.id ? named(one) + " says both"
                            : named(one) + " and " + named(other) + " differ";
}

void judge(Promise& promise, const std::string& place, const Results& results) {
  const Figure& target = promise.target.figure;
  if (!target.year) {
    promise.why = "the target names no year";
    return;
  }
  if (indicator_key(target).empty()) {
    promise.why = "what is measured is not known";
    return;
  }
  if (place.empty()) {
    promise.why = "whose target it is is not known";
    return;
  }
  promise.why = "no later document reports it";
  const std::vector<Figure> before = year_before(results, promise, place);
  for (const Reported& reported : results.of(subject_of(target, place, *target.year))) {
    if (!is_later(reported.document, promise.plan)) continue;
    const Comparison found = compare(target, reported.result.figure, before);
    if (found.outcome == Outcome::kUnknown && promise.outcome != Outcome::kUnknown) continue;
    if (promise.outcome != Outcome::kUnknown && promise.outcome != found.outcome) {
      promise.outcome = Outcome::kUnknown;
      promise.why = difference(*promise.report, reported.document);
      return;
    }
    promise.outcome = found.outcome;
    promise.why = found.why.empty() ? "reported, but not in what was promised" : found.why;
    promise.result = reported.result;
    promise.report = reported.document;
  }
}

std::vector<Asked> asked_for(Archive& archive, const Filter& filter, std::optional<int> for_year) {
  Condition condition = both(document_condition(filter), entry_condition(filter, "targets"));
  if (for_year) condition = both(condition, {"e.year = ?", {std::int64_t{*for_year}}});
  Statement rows = figures(archive, "targets", condition);
  std::vector<Asked> out;
  while (rows.step()) {
    Asked one;
    one.promise.target = read_figure(rows);
    one.promise.plan = read_document(rows);
    one.promise.place = rows.text(kPlaceColumn + 1);
    one.place = read_place(rows);
    out.push_back(std::move(one));
  }
  return out;
}

bool in_order(const Promise& a, const Promise& b) {
  const auto key = [](const Promise& promise) {
    return std::make_tuple(indicator_key(promise.target.figure), promise.place,
                           promise.target.figure.year.value_or(0), promise.plan.date,
                           promise.plan.id, promise.target.position);
  };
  return key(a) < key(b);
}

}  // namespace

Comparison compare(const Figure& target, const Figure& result, const std::vector<Figure>& before) {
  if (!same_unit(target, result)) return {};
  if (is_change(target) && result.change == target.change) {
    const auto moved = result.min ? result.min : result.max;
    if (!moved) return {};
    return compare_change(target, *moved, "moved by " + amount(*moved));
  }
  if (is_change(target) && is_change(result)) {
    const auto moved = result.min ? result.min : result.max;
    return verdict(false, "moved the other way" + (moved ? " by " + amount(*moved) : ""));
  }
  const auto reached = level(result);
  if (!reached) return {};
  const std::vector<double> from = levels(target, result, before);
  if (target.change == "reach") return compare_levels(target, *reached, from);
  if (target.change == "maintain") return compare_maintained(target, *reached, from);
  return compare_with_before(target, *reached, from);
}

std::vector<Promise> promises(Archive& archive, const Filter& filter, std::optional<int> for_year) {
  const std::vector<Asked> asked = asked_for(archive, filter, for_year);
  const Results results(archive, asked);
  std::vector<Promise> out;
  for (const Asked& one : asked) {
    out.push_back(one.promise);
    judge(out.back(), one.place, results);
  }
  std::stable_sort(out.begin(), out.end(), in_order);
  return out;
}

}  // namespace kehoach::store
