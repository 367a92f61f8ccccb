#include "store/promises.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "language/comparison.h"
#include "output/record_json.h"

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

constexpr const char* kDocument =
    ", d.id, d.current_version, d.role, d.number, d.doc_type, coalesce(d.title, v.page_title),"
    " d.issuer, coalesce(d.issue_date, substr(v.published, 1, 10), CAST(d.year AS TEXT)),"
    " d.province, "
    // Whose figures they are: a province's, also in plans of its departments; below it, and above
    // it, the body's own.
    " CASE WHEN d.issuer_level = 'province' THEN d.province"
    "   ELSE coalesce(d.unit_code || ' ' || d.unit_name, d.issuer_key) END,"
    " CASE WHEN d.issuer_level = 'province' THEN d.province ELSE d.issuer END ";

DocumentLine read_document(const Statement& row) {
  return read_document_line(row, kFigureColumnCount);
}

std::string read_place(const Statement& row) { return row.text(kFigureColumnCount + 9); }

// Figures of current versions.
Statement figures(Archive& archive, const std::string& table, const Condition& condition) {
  Statement statement = archive.prepare(
      std::string("SELECT ") + kFigureColumns + kDocument + "FROM " + table +
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

class Results {
 public:
  explicit Results(Archive& archive) {
    Statement rows = figures(archive, "results", Condition());
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

std::string number(double value) { return output::Json(value).dump(); }

std::string amount(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? std::to_string(whole) : number(value);
}

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
int direction(const Figure& target, double bound, const std::vector<Figure>& before) {
  if (target.indicator.code) return 1;
  for (const Figure& earlier : before)
    if (const auto was = level(earlier); was && earlier.unit == target.unit && *was != bound)
      return bound > *was ? 1 : -1;
  return 0;
}

// A level; positions are better the smaller they are.
Comparison compare_levels(const Figure& target, double reached, const std::vector<Figure>& before) {
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

// Two levels, of the year and of the year that the target starts from.
std::optional<Comparison> compare_with_before(const Figure& target, double reached,
                                              const std::vector<Figure>& before) {
  for (const Figure& earlier : before) {
    const auto was = level(earlier);
    if (!was || earlier.unit != target.unit) continue;
    // A position that goes up gets smaller.
    const bool up = (target.change == "increase") != (target.unit == "rank");
    const double moved = up ? reached - *was : *was - reached;
    return compare_change(target, moved, "from " + amount(*was) + " to " + amount(reached));
  }
  return std::nullopt;
}

Comparison compare_maintained(const Figure& target, double reached,
                              const std::vector<Figure>& before) {
  if (target.min || target.max) return compare_levels(target, reached, before);
  for (const Figure& earlier : before)
    if (const auto was = level(earlier); was && earlier.unit == target.unit)
      return verdict(target.unit == "rank" ? reached <= *was : reached >= *was,
                     "from " + amount(*was) + " to " + amount(reached));
  return {};
}

// The units of a quantity itself: percentages of a share rise by percentage points too.
bool same_unit(const Figure& a, const Figure& b) {
  if (a.unit != b.unit) return false;
  return a.unit != "count" || !a.printed_unit || !b.printed_unit ||
         language::comparison_form(*a.printed_unit) == language::comparison_form(*b.printed_unit);
}

std::vector<Figure> year_before(const Results& results, const Promise& promise,
                                const std::string& place) {
  const Figure& target = promise.target.figure;
  const int year = target.baseline_year.value_or(*target.year - 1);
  std::vector<Figure> out;
  for (const Reported& reported : results.of(subject_of(target, place, year)))
    out.push_back(reported.result.figure);
  return out;
}

// A year or month without a day stands for its end where it must be "later".
bool is_later(const DocumentLine& report, const DocumentLine& plan) {
  return report.id != plan.id && !report.date.empty() &&
         (plan.date.empty() || report.date >= plan.date || plan.date.starts_with(report.date));
}

void judge(Promise& promise, const std::string& place, const Results& results) {
  const Figure& target = promise.target.figure;
  if (!target.year) {
    promise.why = "the target names no year";
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
      promise.why = promise.report->number + " and " + reported.document.number + " differ";
      return;
    }
    promise.outcome = found.outcome;
    promise.why =
        found.outcome == Outcome::kUnknown ? "reported, but not in what was promised" : found.why;
    promise.result = reported.result;
    promise.report = reported.document;
  }
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
  if (target.change == "reach") return compare_levels(target, *reached, before);
  if (target.change == "maintain") return compare_maintained(target, *reached, before);
  return compare_with_before(target, *reached, before).value_or(Comparison());
}

std::vector<Promise> promises(Archive& archive, const Filter& filter) {
  const Results results(archive);
  Statement rows = figures(archive, "targets",
                           both(document_condition(filter), entry_condition(filter, "targets")));
  std::vector<Promise> out;
  while (rows.step()) {
    Promise promise;
    promise.target = read_figure(rows);
    promise.plan = read_document(rows);
    promise.place = rows.text(kFigureColumnCount + 10);
    judge(promise, read_place(rows), results);
    out.push_back(std::move(promise));
  }
  std::stable_sort(out.begin(), out.end(), in_order);
  return out;
}

}  // namespace kehoach::store
