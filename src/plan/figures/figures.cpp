#include "plan/figures/figures.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <sstream>
#include <utility>

#include "language/comparison.h"
#include "match/values.h"
#include "plan/figures/figure_clauses.h"
#include "plan/figures/figure_context.h"
#include "plan/figures/figure_roles.h"
#include "plan/figures/figure_table.h"
#include "plan/figures/figure_years.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;

// Words that two names share, of the shorter one's, if they name one thing.
constexpr double kSameName = 0.7;

bool holds_figures(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kListItem ||
         kind == BlockKind::kHeading;
}

// The years that a title names, each once; none if it names a period.
std::vector<int> years_of_title(const match::Matcher& matcher, const std::string& title) {
  const auto tokens = matcher.tokenize(title);
  std::vector<int> years;
  for (const auto& token : tokens.tokens) {
    if (token.is("period") || token.is("horizon")) return {};
    const bool within_year = token.is("quarter") || token.is("half") || token.is("month_year");
    if (!token.is("year") && !within_year) continue;
    const auto printed = last_year(tokens.slice(token));
    if (printed && std::find(years.begin(), years.end(), *printed) == years.end())
      years.push_back(*printed);
  }
  return years;
}

// "Kết quả năm 2025 và phương hướng năm 2026": a report tells of the first of two years.
void read_title_years(const match::Matcher& matcher, const std::string& title,
                      DocumentTimes& times) {
  const std::vector<int> years = years_of_title(matcher, title);
  if (years.size() == 1) times.single_year = years.front();
  if (years.size() == 2 && years.front() + 1 == years.back() && !times.plans)
    times.result_year = years.front();
}

// "2025-09-15" as year * 12 + month.
std::optional<int> month_of(std::string_view iso) {
  if (iso.size() < 7 || iso[4] != '-') return std::nullopt;
  const auto year = match::parse_int(iso.substr(0, 4)), month = match::parse_int(iso.substr(5, 2));
  if (!year || !month) return std::nullopt;
  return *year * 12 + *month;
}

// Is it a type of documents that ask for something: letters, directives, telegrams?
bool orders(const rules::RuleSet& rules, std::string_view type) {
  const auto entries = rules.entries_of("doc_type");
  return std::any_of(entries.begin(), entries.end(), [&](std::size_t i) {
    const auto& entry = rules.lexicon[i];
    return entry.value == type && entry.attributes.contains("orders");
  });
}

DocumentTimes document_times(const match::Matcher& matcher, const DocumentFields& fields,
                             const SourceFacts& facts) {
  DocumentTimes times;
  times.plans = fields.plan && fields.plan->value;
  times.orders = fields.type && orders(matcher.rules(), fields.type->value.name);
  if (fields.title) read_title_years(matcher, fields.title->value, times);
  if (fields.issue_date) times.first_year = last_year(fields.issue_date->value);
  if (!times.first_year && facts.published) times.first_year = last_year(*facts.published);
  if (fields.issue_date) times.first_month = month_of(fields.issue_date->value);
  if (!times.first_month && facts.published) times.first_month = month_of(*facts.published);
  if (fields.period) {
    const Period& period = fields.period->value;
    times.single_year = period.from && period.from == period.to ? period.to : std::optional<int>();
    if (period.from) times.first_year = period.from;
  }
  if (!times.first_year) times.first_year = times.single_year;
  return times;
}

bool changes(const Figure& figure) {
  return figure.change == "increase" || figure.change == "decrease";
}

class FigureReader {
 public:
  FigureReader(const Reading& reading, const DocumentFields& fields, const SourceFacts& facts)
      : reading_(reading),
        times_(document_times(reading.matcher, fields, facts)),
        sections_(read_sections(reading)),
        walk_(reading, sections_) {}

  Figures read() {
    for (std::size_t i = 0; i < reading_.text.blocks.size(); ++i) {
      if (!holds_figures(reading_.block(i).kind)) continue;
      context_ = walk_.enter(i);
      context_.ordered = times_.orders && reading_.block(i).kind == BlockKind::kListItem;
      read_block(behind_label(i));
    }
    add_tables();
    return std::move(figures_);
  }

 private:
  // The tokens of a block without the label that a list item or heading opens with.
  match::TokenRange behind_label(std::size_t block) const {
    match::TokenRange range = reading_.block_tokens(block);
    const std::string& label = reading_.block(block).label;
    if (label.empty() || reading_.block(block).label_drawn) return range;
    const std::size_t begin = reading_.text.blocks[block].span.begin;
    const std::string_view text = reading_.block_text(block);
    const std::size_t found = text.substr(0, label.size() + 2).find(label);
    if (found == std::string_view::npos) return range;
    while (!range.empty() &&
           reading_.tokens.tokens[range.begin].span.begin < begin + found + label.size())
      ++range.begin;
    return range;
  }

  void read_block(match::TokenRange range) {
    if (range.empty()) return;
    const Passage passage = read_passage(reading_, range);
    if (passage.quantities.empty()) return;
    past_year_ = opening_past_year(passage);
    goes_on_ = false;
    last_baseline_.reset();
    for (const Frame& frame : read_frames(passage)) read_frame(passage, frame);
  }

  // "Năm 2022, … cơ bản ổn định. Toàn tỉnh xảy ra …": a past year that opens a paragraph is that of
  // what it reports.
  std::optional<TimeMark> opening_past_year(const Passage& passage) const {
    if (passage.times.empty() || !times_.first_year) return std::nullopt;
    const TimeMark& first = passage.times.front();
    const bool past = first.kind == TimeMark::Kind::kYear && first.year < *times_.first_year;
    return past && first.range.begin == passage.range.begin ? std::optional(first) : std::nullopt;
  }

  void read_frame(const Passage& passage, const Frame& frame) {
    const FrameYear year = named_years_aside(year_in_sentence(passage, frame), frame);
    Cue cue = passage.cue_before(frame.sentence, *frame.quantity, among_goals());
    // "Tỉnh phấn đấu … đạt 3,8%. Toàn tỉnh có thêm 6 xã …": a page's goals go on.
    if (cue.role == FigureRole::kUnknown && goes_on_ && !year.stated && !year.inside) {
      cue.role = FigureRole::kTarget;
    }
    std::optional<TimeMark> stated = year.stated;
    if (!stated && past_year_ && cue.role != FigureRole::kTarget) stated = past_year_;
    if (!stated && tells_of_past(frame, year, cue)) stated = year.inside;
    const Verdict verdict = judge(frame, context_, times_, cue, stated);
    // "còn 14,2% (năm 2021 là 14,9%)": the year of a bracket ends with it.
    if (verdict.role == FigureRole::kResult && stated && !is_aside(passage, frame, *stated))
      past_year_ = stated;
    if (verdict.role == FigureRole::kUnknown) return;
    goes_on_ = verdict.role == FigureRole::kTarget && cue.role == FigureRole::kTarget &&
               !cue.weak && times_.plans && context_.before_headings;
    Figure figure = make_figure(frame, verdict);
    set_year(figure, stated, year.inside, verdict.role);
    if (!figure.per && is_yearly(passage, frame)) figure.per = "year";
    set_baseline(figure, passage, frame);
    if (frame.part_of && changes(figure) && !figure.baseline_year && last_baseline_) {
      figure.baseline_year = last_baseline_;
    }
    last_baseline_ = figure.baseline_year;
    add(figure, frame, verdict.role);
  }

  // "Số hóa tối thiểu 60% hồ sơ giai đoạn 2018 - 2023" among goals: nothing is set for a year that
  // has passed, so the years are part of the name.
  FrameYear named_years_aside(FrameYear year, const Frame& frame) const {
    const bool named = year.stated && year.stated->range.begin >= frame.quantity->whole.end &&
                       frame.quantity->floor && context_.section == SectionClass::kGoal &&
                       times_.first_year && year.stated->year < *times_.first_year;
    if (named) year.inside = std::exchange(year.stated, std::nullopt);
    return year;
  }

  static bool is_aside(const Passage& passage, const Frame& frame, const TimeMark& mark) {
    return passage.depth_at(mark.range.begin) > 0 && mark.range.begin >= frame.sentence.begin;
  }

  // "PAR Index năm 2022 của tỉnh đạt 83,2 điểm" in a text of later years.
  bool tells_of_past(const Frame& frame, const FrameYear& year, const Cue& cue) const {
    return year.inside && times_.first_year && year.inside->year < *times_.first_year &&
           cue.role != FigureRole::kTarget && !among_goals() &&
           frame.shape == FrameShape::kNameVerb && frame.change == "reach";
  }

  bool among_goals() const {
    return context_.section == SectionClass::kGoal || context_.section == SectionClass::kAim ||
           context_.section == SectionClass::kTasks;
  }

  Figure make_figure(const Frame& frame, const Verdict& verdict) const {
    const Quantity& quantity = *frame.quantity;
    Figure figure;
    figure.change = frame.change;
    figure.unit = quantity.unit.empty() ? "count" : quantity.unit;
    figure.min = frame.bounds.min;
    figure.max = frame.bounds.max;
    // "giảm 17 vụ (-68%)": the verb holds the sign.
    if (figure.min && changes(figure)) figure.min = std::fabs(*figure.min);
    if (figure.max && changes(figure)) figure.max = std::fabs(*figure.max);
    figure.exclusive = frame.bounds.exclusive;
    figure.approximate = frame.bounds.approximate;
    if (figure.unit == "count" && !quantity.unit_word.empty())
      figure.printed_unit = quantity.unit_word;
    figure.printed = reading_.tokens.slice(quantity.amount);
    figure.of = quantity.of;
    figure.per = quantity.per;
    figure.rule = quantity.rule->id;
    figure.confidence = verdict.confidence;
    figure.evidence.push_back(reading_.evidence(frame.clause));
    return figure;
  }

  // The sentence's own year, else one within the name that does not contradict, else what stands
  // above, else the one year of the plan.
  void set_year(Figure& figure, const std::optional<TimeMark>& stated,
                const std::optional<TimeMark>& inside, FigureRole role) const {
    // A goal is never set for a year that has passed: such a year belongs to the name.
    const auto fits = [&](const TimeMark& candidate) {
      return role == FigureRole::kResult || !times_.first_year ||
             *candidate.year >= *times_.first_year;
    };
    const bool inside_fits = inside && fits(*inside);
    const TimeMark* mark = nullptr;
    if (stated && fits(*stated)) {
      mark = &*stated;
    } else if (inside_fits) {
      mark = &*inside;
    } else if (context_.inherited.year) {
      mark = &*context_.inherited.year;
    }
    if (!mark) {
      const bool told = role == FigureRole::kResult && times_.result_year;
      figure.year = told ? times_.result_year : times_.single_year;
      return;
    }
    figure.year = mark->year;
    add_evidence(figure, mark->range);
  }

  void set_baseline(Figure& figure, const Passage& passage, const Frame& frame) const {
    if (!changes(figure)) return;
    std::optional<TimeMark> mark = baseline_in_sentence(passage, frame);
    if (mark && figure.per && mark->range.begin >= frame.clause.end) mark.reset();
    if (!mark) mark = context_.inherited.baseline;
    if (!mark) return;
    if (mark->kind == TimeMark::Kind::kBaseline) figure.baseline_year = mark->year;
    if (mark->kind == TimeMark::Kind::kBaselineBefore && figure.year && !figure.per)
      figure.baseline_year = *figure.year - 1;
    if (figure.baseline_year) add_evidence(figure, mark->range);
  }

  // A further piece of evidence, unless the main one holds it already.
  void add_evidence(Figure& figure, match::TokenRange range) const {
    Evidence piece = reading_.evidence(range);
    if (!figure.evidence.front().span.covers(piece.span)) figure.evidence.push_back(piece);
  }

  void add(const Figure& figure, const Frame& frame, FigureRole role) {
    auto& list = role == FigureRole::kTarget ? figures_.targets : figures_.results;
    std::vector<Subject> subjects = frame.subjects;
    if (subjects.empty()) subjects.push_back({});
    for (const auto& subject : subjects) {
      Figure one = figure;
      one.indicator = {subject.code, subject.name};
      if (seen_.insert(key(one)).second) list.push_back(std::move(one));
    }
  }

  // Figures of tables, unless the text said them: the same value for the same year, of a name that
  // shares its words.
  void add_tables() {
    const Figures said = figures_;
    for (TableFigure& found : read_table_figures(reading_, sections_, times_)) {
      const bool target = found.role == FigureRole::kTarget;
      const auto& known = target ? said.targets : said.results;
      const bool again = std::any_of(known.begin(), known.end(), [&](const Figure& figure) {
        return says_the_same(figure, found.figure);
      });
      if (again || !seen_.insert(key(found.figure)).second) continue;
      (target ? figures_.targets : figures_.results).push_back(std::move(found.figure));
    }
    for (auto* list : {&figures_.targets, &figures_.results})
      std::stable_sort(list->begin(), list->end(), [](const Figure& a, const Figure& b) {
        return a.evidence.front().span.begin < b.evidence.front().span.begin;
      });
  }

  static bool says_the_same(const Figure& a, const Figure& b) {
    if (a.unit != b.unit || a.change != b.change || a.min != b.min || a.max != b.max) return false;
    if (a.year && b.year && a.year != b.year) return false;
    if (a.indicator.code || b.indicator.code) return a.indicator.code == b.indicator.code;
    return shared_words(a.indicator.name, b.indicator.name) >= kSameName;
  }

  // The share of the shorter name's words that the other one has too.
  static double shared_words(const std::string& a, const std::string& b) {
    const auto words = [](const std::string& name) {
      std::istringstream in(language::comparison_form(name));
      return std::set<std::string>(std::istream_iterator<std::string>(in), {});
    };
    const std::set<std::string> left = words(a), right = words(b);
    const auto common = std::count_if(
        left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); });
    const auto shorter = std::min(left.size(), right.size());
    return shorter == 0 ? 0 : static_cast<double>(common) / static_cast<double>(shorter);
  }

  // What makes two mentions one figure.
  static std::string key(const Figure& figure) {
    std::string key = figure.indicator.code ? *figure.indicator.code
                                            : language::comparison_form(figure.indicator.name);
    key += '|' + figure.change + '|' + figure.unit;
    for (const auto& bound : {figure.min, figure.max})
      key += '|' + (bound ? compact(*bound) : std::string());
    for (const auto& year : {figure.baseline_year, figure.year})
      key += '|' + (year ? std::to_string(*year) : std::string());
    return key;
  }

  const Reading& reading_;
  DocumentTimes times_;
  std::vector<Section> sections_;
  ContextWalk walk_;
  BlockContext context_;
  std::optional<TimeMark> past_year_;  // said by an earlier sentence of the block about results
  bool goes_on_ = false;               // the block's last figure was a goal by its words
  std::optional<int> last_baseline_;   // of the figure before, in the same block
  std::set<std::string> seen_;
  Figures figures_;
};

}  // namespace

Figures read_figures(const Reading& reading, const DocumentFields& fields,
                     const SourceFacts& facts) {
  return FigureReader(reading, fields, facts).read();
}

}  // namespace kehoach::plan
