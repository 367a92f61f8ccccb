#include "output/found_tables.h"

#include <algorithm>
#include <vector>

#include "output/value_json.h"

namespace kehoach::output {
namespace {

// One line of a plain text may have a million tabs: the others are not filled up to it then.
constexpr std::size_t kSmallTable = 100'000;
constexpr std::size_t kMostFill = 100;  // places for each cell

Json cell_json(const plan::TableCell& cell, std::size_t row) {
  Json out{{"row", row},
           {"column", cell.column},
           {"rowspan", cell.rowspan},
           {"colspan", cell.colspan},
           {"text", cell.text}};
  if (cell.boxes.empty()) return out;
  out["page"] = or_null(cell.page);
  out["boxes"] = boxes_json(cell.boxes);
  return out;
}

Json table_json(const plan::Record& record, std::size_t i) {
  const plan::Table& table = record.tables[i];
  Json cells = Json::array();
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (const plan::TableCell& cell : table.rows[row]) cells.push_back(cell_json(cell, row));
  return {{"source", record.source.path},
          {"table", i + 1},
          {"pages", table.pages},
          {"caption", text_or_null(table.caption)},
          {"header_rows", table.header_rows},
          {"rows", table.rows.size()},
          {"columns", table.columns},
          {"cells", std::move(cells)}};
}

// Quoted where a reader would part it or take blanks away.
std::string field(const std::string& text) {
  const bool plain = text.find_first_of(",\"\r\n") == std::string::npos &&
                     (text.empty() || (text.front() != ' ' && text.back() != ' '));
  if (plain) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

std::string pages_text(const Json& pages) {
  if (pages.empty()) return "";
  const std::string first = std::to_string(pages.front().get<int>());
  if (pages.size() == 1) return ", page " + first;
  return ", pages " + first + "-" + std::to_string(pages.back().get<int>());
}

}  // namespace

Json found_tables_json(const plan::Record& record) {
  Json out = Json::array();
  for (std::size_t i = 0; i < record.tables.size(); ++i) out.push_back(table_json(record, i));
  return out;
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string line;
  for (const std::string& text : fields)
    line += (&text == &fields.front() ? "" : ",") + field(text);
  return line + "\n";
}

std::string table_csv(const Json& table) {
  const Json& cells = table.at("cells");
  const auto rows = table.at("rows").get<std::size_t>();
  const auto columns = table.at("columns").get<std::size_t>();
  const bool even = rows * columns <= std::max(kSmallTable, kMostFill * cells.size());
  std::string out;
  auto cell = cells.begin();
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<std::string> fields(even ? columns : 1);
    for (; cell != cells.end() && cell->at("row") == row; ++cell) {
      const auto column = cell->at("column").get<std::size_t>();
      if (column >= fields.size()) fields.resize(column + 1);
      fields[column] = cell->at("text").get<std::string>();
    }
    out += csv_line(fields);
  }
  return out;
}

std::string table_heading(const Json& table) {
  std::string out = table.at("source").get<std::string>() + ": table " +
                    std::to_string(table.at("table").get<std::size_t>()) +
                    pages_text(table.at("pages"));
  if (table.at("caption").is_string()) out += ": " + table.at("caption").get<std::string>();
  return out;
}

}  // namespace kehoach::output
