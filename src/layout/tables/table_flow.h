// The tables of pages as rows of the document's tables.
//
// Contract: a table that has the same columns as the one the page before ended with, and nothing
// but noise between, goes on with it (on scans also with scraps between, which are noise then); its
// head, if it is repeated, becomes noise; a row that the end of the page broke is joined again,
// cell by cell. Rows without a word are left out. Linear in the cells.
#pragma once

#include <string>
#include <vector>

#include "layout/pdf/flow_line.h"
#include "layout/tables/page_table.h"

namespace kehoach::layout {

class TableFlow {
 public:
  // Appends the rows of a table to `lines`. `blank`: an empty line of its page.
  void write(PageTable table, const FlowLine& blank, std::vector<FlowLine>& lines);

 private:
  struct Rows;
  bool goes_on(PageTable& table, const FlowLine& blank, std::vector<FlowLine>& lines);
  bool same_columns(PageTable& table, std::vector<FlowLine>& lines);
  bool other_head(const PageTable& table) const;

  int table_ = -1;
  std::vector<double> borders_;  // of the table written last
  bool open_ = false;            // … as PageTable::open
  double angle_ = 0;
  std::vector<std::string> head_;  // its rows on its first page
  bool bold_head_ = false;
};

}  // namespace kehoach::layout
