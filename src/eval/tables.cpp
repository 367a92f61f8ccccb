// One table of the gold: its row count, and its first and last row cell by cell.
#include <algorithm>
#include <array>
#include <map>

#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

constexpr double kCellF1 = 0.9;

std::size_t span_of(const json& cell, std::string_view key) {
  const json& span = at(cell, key);
  return span.is_number_integer() && span > 1 ? span.get<std::size_t>() : 1;
}

// Merged cells repeated at every place they cover, so that columns line up.
Rows grid(const json& rows) {
  std::vector<std::map<std::size_t, std::string>> places(rows.is_array() ? rows.size() : 0);
  for (std::size_t r = 0; r < places.size(); ++r) {
    std::size_t column = 0;
    for (const json& cell : rows[r]) {
      while (places[r].contains(column)) ++column;
      for (std::size_t down = r; down < std::min(r + span_of(cell, "rowspan"), places.size());
           ++down) {
        for (std::size_t across = 0; across < span_of(cell, "colspan"); ++across) {
          places[down][column + across] = text_at(cell, "text");
        }
      }
    }
  }
  Rows result;
  for (const auto& row : places) {
    Row cells(row.empty() ? 0 : row.rbegin()->first + 1);
    for (const auto& [column, text] : row) cells[column] = text;
    result.push_back(std::move(cells));
  }
  return result;
}

std::string joined(const Row& cells) {
  std::string result;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    // A cell over several columns is one cell.
    if (i > 0 && cells[i] == cells[i - 1]) continue;
    result += (result.empty() ? "" : " ") + cells[i];
  }
  return result;
}

Row strings(const json& list) {
  Row result;
  if (!list.is_array()) return result;
  for (const json& text : list) result.push_back(text.get<std::string>());
  return result;
}

struct OurTable {
  Row header;  // each column's header cells from above, joined
  Rows rows;   // logical rows: neither header nor group rows nor a row of column numbers
};

OurTable read_table(const json& table, const json& gold) {
  Rows rows = grid(at(table, "rows"));
  const json& count = at(table, "header_rows");
  const std::size_t headers =
      std::min(count.is_number_integer() ? count.get<std::size_t>() : 0, rows.size());
  OurTable result;
  for (std::size_t r = 0; r < headers; ++r) {
    result.header.resize(std::max(result.header.size(), rows[r].size()));
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      const bool repeated = r > 0 && c < rows[r - 1].size() && rows[r][c] == rows[r - 1][c];
      if (!repeated) result.header[c] += " " + rows[r][c];
    }
  }
  Row beside = strings(at(gold, "group_rows"));
  beside.push_back(joined(strings(at(gold, "numbering_row"))));
  for (std::size_t r = headers; r < rows.size(); ++r) {
    const std::string text = joined(rows[r]);
    const bool other = std::any_of(beside.begin(), beside.end(), [&](const std::string& known) {
      return token_f1(known, text) >= kCellF1;
    });
    if (!other && !text.empty()) result.rows.push_back(std::move(rows[r]));
  }
  return result;
}

double shared_pages(const json& gold, const json& ours) {
  const json& wanted = at(gold, "pages");
  const json& said = at(ours, "pages");
  if (!wanted.is_array() || !said.is_array() || wanted.empty() || said.empty()) return 0;
  const auto common = std::count_if(wanted.begin(), wanted.end(), [&](const json& page) {
    return std::find(said.begin(), said.end(), page) != said.end();
  });
  return static_cast<double>(common) / static_cast<double>(std::max(wanted.size(), said.size()));
}

// The table whose header and pages are most like the gold's; none if neither is shared.
std::optional<OurTable> best_table(const json& tables, const json& gold) {
  std::optional<OurTable> best;
  double best_likeness = 0;
  if (!tables.is_array()) return best;
  const std::string columns = joined(strings(at(gold, "columns")));
  for (const json& table : tables) {
    OurTable ours = read_table(table, gold);
    const double likeness = token_f1(columns, joined(ours.header)) + shared_pages(gold, table);
    if (likeness <= best_likeness) continue;
    best_likeness = likeness;
    best = std::move(ours);
  }
  return best;
}

// The gold's column that a row's key names: the whole name, or the last or first part of
// "OUTER / INNER" and "NAME: explanation".
std::optional<std::size_t> gold_column(const Row& columns, const std::string& key) {
  const auto is = [&](const std::string& name) {
    return name == key || name.ends_with(" / " + key) || name.starts_with(key + ":");
  };
  const auto found = std::find_if(columns.begin(), columns.end(), is);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

// Our column of that name: the likeliest header, or the same place where no header is alike.
std::size_t our_column(const OurTable& ours, const Row& columns, const std::string& key) {
  const auto place = gold_column(columns, key);
  double best = 0.6;
  std::size_t column = place.value_or(ours.header.size());
  for (std::size_t c = 0; c < ours.header.size(); ++c) {
    const double likeness = token_f1(place ? columns[*place] : key, ours.header[c]);
    if (likeness <= best) continue;
    best = likeness;
    column = c;
  }
  return column;
}

// A cell that is alike enough is the gold's cell; otherwise it is another value. Blank is null.
json cell_value(const std::string& text, const json& expected) {
  if (text.empty()) return {};
  return expected.is_string() && token_f1(text, expected.get<std::string>()) >= kCellF1
             ? expected
             : json(text);
}

void score_row(const std::string& field, const json& gold, std::string_view key,
               const std::optional<OurTable>& ours, const Row* row, Judgements& out) {
  const Row columns = strings(at(gold, "columns"));
  for (const auto& [name, text] : at(gold, key).items()) {
    const json expected = text == "" ? json() : text;
    std::string said;
    if (row != nullptr) {
      const std::size_t column = our_column(*ours, columns, name);
      if (column < row->size()) said = (*row)[column];
    }
    const json value = cell_value(said, expected);
    score_value({.field = field + ".cells",
                 .context = std::string(key) + " " + name,
                 .form = Form::kName,
                 .expected = expected,
                 .as_right = {},
                 .ours = value,
                 .evidence = {},
                 .confidence = {}},
                out);
  }
}

}  // namespace

void score_table(std::string_view field, const json& record, const json& gold, Judgements& out) {
  const std::string key(field);
  if (!gold.contains(key) || gold[key].is_null()) return;
  const json& wanted = gold[key];
  const auto ours = best_table(at(record, "tables"), wanted);
  const json count = ours ? json(ours->rows.size()) : json();
  if (wanted.contains("row_count")) {
    score_value({.field = key + ".row_count",
                 .context = {},
                 .form = Form::kExact,
                 .expected = wanted["row_count"],
                 .as_right = alternatives(wanted, "row_count"),
                 .ours = count,
                 .evidence = {},
                 .confidence = {}},
                out);
  }
  const bool rows = ours && !ours->rows.empty();
  score_row(key, wanted, "first_row", ours, rows ? &ours->rows.front() : nullptr, out);
  score_row(key, wanted, "last_row", ours, rows ? &ours->rows.back() : nullptr, out);
}

}  // namespace kehoach::eval
