// Tables of typed cells: what CSV files and workbooks are written from.
//
// Purpose: one description of what a table holds, whatever it is written as; a date stays a date
// and a number a number until the last moment.
// Contract: a row has as many cells as its table has columns; texts are UTF-8.
// Refused: rows of strings (a workbook could not tell 12 from "12").
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kehoach::output {

struct IsoDate {
  std::string iso;  // "2024-03-12", a day of the calendar
  bool operator==(const IsoDate&) const = default;
};

// A document of the archive, by its id there.
struct DocumentLink {
  std::int64_t id = 0;
  bool operator==(const DocumentLink&) const = default;
};

using Cell =
    std::variant<std::monostate, std::string, std::int64_t, double, bool, IsoDate, DocumentLink>;
using Row = std::vector<Cell>;

struct SheetColumn {
  std::string name;
  double width = 10;  // of a workbook's column, in characters
};

struct Sheet {
  std::string name;
  std::vector<SheetColumn> columns;
};

// Where rows go, table by table or mixed: rows of one table come in order.
class SheetWriter {
 public:
  virtual ~SheetWriter() = default;
  // `sheet`: position of the row's table among those that the writer was made for. False if nobody
  // wants more.
  virtual bool add(std::size_t sheet, const Row& row) = 0;
};

// True for a day of the Gregorian calendar, written YYYY-MM-DD.
bool is_iso_day(std::string_view text);

}  // namespace kehoach::output
