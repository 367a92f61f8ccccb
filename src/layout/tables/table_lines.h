// Rows of a page cut into the pieces that wide gaps part, and what a piece looks like: a number, a
// sign, a label. What tables without lines are known by.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "layout/pdf/page_text.h"

namespace kehoach::layout {

struct TablePiece {
  std::vector<PageWord> words;  // without leaders ("......") between label and figure
  double x0 = 0, x1 = 0;
  bool figure = false;  // a number, a share, a range, or a sign for none ("-", "..", "n.a.")
  bool number = false;  // a figure with digits
  double centre() const { return (x0 + x1) / 2; }
};

struct TableLine {
  std::vector<TablePiece> pieces;  // from left to right; at least one
  double baseline = 0, size = 0, x0 = 0, x1 = 0;
  std::size_t row = 0;  // of the page's rows
  bool led = false;     // leaders stood in it
};

// Pieces are parted by gaps wider than `gap` times the row's size. Rows of leaders alone give no
// piece.
TableLine cut_line(const PageRow& row, double gap);

// A piece of words that stand in order; not empty.
TablePiece make_piece(std::vector<PageWord> words);

// Are two neighbours one figure? "$" stands at the left edge of its column, away from the figure
// that it belongs to; "%" and ")" behind it, but a "%" far off is the unit in a column of its own.
bool is_one_figure(const PageWord& left, const PageWord& right);

std::string piece_text(const TablePiece& piece);

}  // namespace kehoach::layout
