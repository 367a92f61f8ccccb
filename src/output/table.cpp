#include "output/table.h"

#include <algorithm>
#include <numeric>

#include "output/display_width.h"
#include "output/figure_words.h"

namespace kehoach::output {
namespace {

constexpr std::size_t kGap = 2;         // spaces between columns
constexpr std::size_t kNarrowest = 10;  // a column that gives way keeps this much

using Row = std::vector<std::string>;

std::vector<std::size_t> natural_widths(const std::vector<Column>& columns,
                                        const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    std::size_t widest = display_width(columns[i].head);
    for (const Row& row : rows) widest = std::max(widest, display_width(row[i]));
    widths.push_back(widest);
  }
  return widths;
}

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), (widths.size() - 1) * kGap);
}

// The widest of the columns that give way loses a column of the terminal, again and again.
void shrink(std::vector<std::size_t>& widths, const std::vector<Column>& columns, std::size_t width,
            bool whole_too) {
  while (total(widths) > width) {
    std::size_t* widest = nullptr;
    for (std::size_t i = 0; i < widths.size(); ++i)
      if ((whole_too || columns[i].fit != Fit::kWhole) && widths[i] > kNarrowest &&
          (widest == nullptr || widths[i] > *widest))
        widest = &widths[i];
    if (widest == nullptr) return;
    --*widest;
  }
}

// Leaves out optional columns until the rest fits.
void drop_columns(std::vector<Column>& columns, std::vector<Row>& rows, std::size_t width) {
  while (true) {
    std::vector<std::size_t> widths = natural_widths(columns, rows);
    shrink(widths, columns, width, false);
    const auto least =
        std::max_element(columns.begin(), columns.end(),
                         [](const Column& a, const Column& b) { return a.optional < b.optional; });
    if (total(widths) <= width || least->optional == 0) return;
    const auto at = least - columns.begin();
    columns.erase(least);
    for (Row& row : rows) row.erase(row.begin() + at);
  }
}

void add_line(std::string& out, const std::vector<Column>& columns,
              const std::vector<std::size_t>& widths, const Row& row) {
  std::string line;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (i > 0) line.append(kGap, ' ');
    const bool front = columns[i].fit == Fit::kCutFront;
    line += pad(front ? fit_end(row[i], widths[i]) : row[i], widths[i], columns[i].right);
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + "\n";
}

template <class T>
std::string value(const std::optional<plan::Field<T>>& field) {
  if constexpr (std::is_same_v<T, plan::Number>)
    return field ? field->value.printed : "";
  else if constexpr (std::is_same_v<T, plan::DocumentType>)
    return field ? field->value.name : "";
  else if constexpr (std::is_same_v<T, plan::Issuer>)
    return field ? field->value.name : "";
  else
    return field ? field->value : "";
}

// A failed source says why in place of its title.
std::string subject(const plan::Record& record) {
  for (const base::Diagnostic& diagnostic : record.diagnostics)
    if (diagnostic.severity == base::Severity::kError)
      return diagnostic.code + ": " + diagnostic.message;
  return value(record.document.title);
}

Row source_row(const plan::Record& record) {
  const plan::DocumentFields& document = record.document;
  return {record.source.path,
          record.role,
          value(document.type),
          value(document.number),
          document.issue_date ? document.issue_date->value : value(document.issue_date_partial),
          value(document.issuer),
          std::to_string(record.targets.size()),
          std::to_string(record.results.size()),
          std::to_string(record.tasks.size()),
          std::to_string(record.citations.size()),
          subject(record)};
}

Row target_row(const plan::Record& record, const plan::Figure& figure) {
  return {record.source.path, indicator_words(figure), figure.change, amount_words(figure),
          years_words(figure)};
}

const std::vector<Column> kSourceColumns = {{"source", false, Fit::kCutFront, 0},
                                            {"role", false, Fit::kWhole, 2},
                                            {"type", false, Fit::kCut, 0},
                                            {"number"},
                                            {"date"},
                                            {"issuer", false, Fit::kCut, 1},
                                            {"targets", true},
                                            {"results", true},
                                            {"tasks", true},
                                            {"cites", true},
                                            {"title", false, Fit::kCut, 3}};
const std::vector<Column> kTargetColumns = {{"source", false, Fit::kCutFront, 0},
                                            {"target", false, Fit::kCut, 0},
                                            {"change"},
                                            {"amount", false, Fit::kCut, 0},
                                            {"year"}};

}  // namespace

std::string align(const std::vector<Column>& wanted, const std::vector<Row>& all,
                  std::size_t width) {
  std::vector<Column> columns = wanted;
  std::vector<Row> rows = all;
  if (width > 0) drop_columns(columns, rows, width);
  std::vector<std::size_t> widths = natural_widths(columns, rows);
  if (width > 0) {
    shrink(widths, columns, width, false);
    shrink(widths, columns, width, true);
  }
  std::string out;
  Row heads;
  for (const Column& column : columns) heads.push_back(column.head);
  add_line(out, columns, widths, heads);
  for (const Row& row : rows) add_line(out, columns, widths, row);
  return out;
}

Json summary_json(const plan::Record& record) {
  Json targets = Json::array();
  for (const plan::Figure& figure : record.targets) targets.push_back(target_row(record, figure));
  return {{"source", source_row(record)}, {"targets", std::move(targets)}};
}

Summary summary_from(const Json& json) {
  return {json.at("source").get<Row>(), json.at("targets").get<std::vector<Row>>()};
}

std::string table(const std::vector<Summary>& summaries, std::size_t width) {
  std::vector<Row> sources, targets;
  for (const Summary& summary : summaries) {
    sources.push_back(summary.source);
    targets.insert(targets.end(), summary.targets.begin(), summary.targets.end());
  }
  std::string out = align(kSourceColumns, sources, width);
  if (!targets.empty()) out += "\n" + align(kTargetColumns, targets, width);
  return out;
}

}  // namespace kehoach::output
