// Every table of the gold, cell by cell: text and how far each cell goes.
#include <algorithm>
#include <map>

#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;

constexpr double kCellF1 = 0.9;
constexpr double kSameRow = 0.6;    // F1 of the words
constexpr double kSameTable = 0.5;  // …
constexpr std::size_t kAhead = 3;   // rows that ours may have between two of the gold

struct TableCell {
  std::string text;
  std::size_t rowspan = 1, colspan = 1;
};
struct TableRow {
  std::map<std::size_t, TableCell> cells;  // by the column where they begin
  std::string words;
};
using TableRows = std::vector<TableRow>;

std::size_t span_of(const json& cell, std::string_view key) {
  const json& span = at(cell, key);
  return span.is_number_integer() && span > 1 ? span.get<std::size_t>() : 1;
}

// A cell of the gold that spans nothing may be a bare string.
TableCell read_cell(const json& cell) {
  if (cell.is_string()) return {cell.get<std::string>()};
  return {text_at(cell, "text"), span_of(cell, "rowspan"), span_of(cell, "colspan")};
}

TableRows read_rows(const json& table) {
  TableRows rows;
  const json& list = at(table, "rows");
  std::vector<std::size_t> covered;  // of each column: rows below that a cell above reaches over
  for (std::size_t r = 0; list.is_array() && r < list.size(); ++r) {
    TableRow& row = rows.emplace_back();
    std::size_t column = 0;
    std::vector<std::size_t> next = covered;
    for (std::size_t& left : next) left -= left > 0 ? 1 : 0;
    for (const json& from : list[r]) {
      while (column < covered.size() && covered[column] > 0) ++column;
      TableCell cell = read_cell(from);
      const std::size_t end = column + cell.colspan;
      if (next.size() < end) next.resize(end);
      for (std::size_t c = column; c < end; ++c) next[c] = cell.rowspan - 1;
      if (!cell.text.empty()) row.words += (row.words.empty() ? "" : " ") + cell.text;
      row.cells[column] = std::move(cell);
      column = end;
    }
    covered = std::move(next);
  }
  return rows;
}

std::string words_of(const TableRows& rows) {
  std::string words;
  for (const TableRow& row : rows) words += row.words + " ";
  return words;
}

// Enough words to know a row by.
std::string beginning(const std::string& words) {
  constexpr std::size_t kEnough = 60;  // bytes
  return words.substr(0, words.size() > kEnough ? words.find(' ', kEnough) : words.size());
}

json shown(const TableCell& cell) {
  if (cell.rowspan == 1 && cell.colspan == 1) return cell.text;
  return {{"text", cell.text}, {"rowspan", cell.rowspan}, {"colspan", cell.colspan}};
}

bool is_same(const TableCell& gold, const TableCell& ours) {
  if (gold.rowspan != ours.rowspan || gold.colspan != ours.colspan) return false;
  return gold.text == ours.text || token_f1(gold.text, ours.text) >= kCellF1;
}

class TablesScorer {
 public:
  TablesScorer(const json& record, Judgements& out) : out_(out) {
    const json& tables = at(record, "tables");
    for (std::size_t i = 0; tables.is_array() && i < tables.size(); ++i)
      ours_.push_back({read_rows(tables[i]), at(tables[i], "header_rows")});
  }

  void score(const json& gold) {
    for (const json& table : gold) score_table(table);
    for (const Ours& left : ours_)
      if (!left.taken) judge("tables", "", {}, beginning(words_of(left.rows)));
  }

 private:
  struct Ours {
    TableRows rows;
    json header_rows;
    bool taken = false;
  };

  // A value; null for what is not there.
  void judge(const char* field, const std::string& context, const json& expected,
             const json& said) {
    score_value({.field = field,
                 .context = context,
                 .form = Form::kExact,
                 .expected = expected,
                 .as_right = {},
                 .ours = said,
                 .evidence = {},
                 .confidence = {}},
                out_);
  }

  Ours* like(const std::string& words) {
    Ours* best = nullptr;
    double likeness = kSameTable;
    for (Ours& ours : ours_) {
      const double here = ours.taken ? 0 : token_f1(words, words_of(ours.rows));
      if (here < likeness) continue;
      likeness = here;
      best = &ours;
    }
    return best;
  }

  void score_table(const json& table) {
    const TableRows gold = read_rows(table);
    const std::string words = words_of(gold);
    Ours* ours = like(words);
    const json name = beginning(words);
    judge("tables", "", name, ours ? name : json());
    if (!ours) return missed(gold);
    ours->taken = true;
    if (table.contains("header_rows"))
      judge("tables.header_rows", name, table["header_rows"], ours->header_rows);
    std::size_t next = 0;
    for (const TableRow& row : gold) {
      const std::size_t found = find_row(row, ours->rows, next);
      if (found == ours->rows.size()) {
        score_row(row, {});
        continue;
      }
      for (; next < found; ++next) score_row({}, ours->rows[next]);
      score_row(row, ours->rows[next++]);
    }
    for (; next < ours->rows.size(); ++next) score_row({}, ours->rows[next]);
  }

  // Blank rows are alike too.
  static std::size_t find_row(const TableRow& row, const TableRows& ours, std::size_t next) {
    const std::size_t end = std::min(ours.size(), next + kAhead + 1);
    for (std::size_t r = next; r < end; ++r)
      if (row.words == ours[r].words || token_f1(row.words, ours[r].words) >= kSameRow) return r;
    return ours.size();
  }

  void score_row(const TableRow& gold, const TableRow& ours) {
    for (const auto& [column, cell] : gold.cells) {
      const auto found = ours.cells.find(column);
      const json expected = shown(cell);
      json said = found == ours.cells.end() ? json() : shown(found->second);
      if (!said.is_null() && is_same(cell, found->second)) said = expected;
      judge("tables.cells", beginning(gold.words), expected, said);
    }
    for (const auto& [column, cell] : ours.cells)
      if (!gold.cells.contains(column))
        judge("tables.cells", beginning(ours.words), {}, shown(cell));
  }

  void missed(const TableRows& gold) {
    for (const TableRow& row : gold) score_row(row, {});
  }

  std::vector<Ours> ours_;
  Judgements& out_;
};

}  // namespace

void score_tables(const json& record, const json& gold, Judgements& out) {
  if (!gold.contains("tables")) return;
  TablesScorer(record, out).score(gold["tables"]);
}

}  // namespace kehoach::eval
