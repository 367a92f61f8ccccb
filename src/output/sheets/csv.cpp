#include "output/sheets/csv.h"

#include <array>
#include <charconv>

#include "output/sheets/cell_text.h"

namespace kehoach::output {
namespace {

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string guarded(const std::string& text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool formula = !text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos;
  return formula ? "'" + text : text;
}

std::string number(double value) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  return {digits.data(), end};
}

struct CellText {
  Formulas formulas;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const {
    const std::string printable = without_controls(text);
    return quoted(formulas == Formulas::kGuard ? guarded(printable) : printable);
  }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return number(value); }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(const IsoDate& date) const { return date.iso; }
  std::string operator()(const DocumentLink& link) const { return std::to_string(link.id); }
};

}  // namespace

std::string csv_line(const Row& row, Formulas formulas) {
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += ',';
    line += std::visit(CellText{formulas}, row[i]);
  }
  return line + '\n';
}

std::string csv_head(const Sheet& sheet) {
  Row names;
  for (const SheetColumn& column : sheet.columns) names.emplace_back(column.name);
  return csv_line(names, Formulas::kLeave);
}

}  // namespace kehoach::output
