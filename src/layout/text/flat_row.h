// One row of a table that lost its lines: where its cells begin and end. Internal to this room.
//
// The cells follow one another with nothing between them, so a row is cut where what its columns
// hold can stand: names of bodies below "Cơ quan chủ trì", a time below "Thời gian". A cell begins
// with a capital or a figure, and never behind a comma or a word that wants what follows it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace kehoach::layout {

// By the values of tokens "column" of stage "task-cues".
enum class FlatColumn { kTask, kBodies, kHelpers, kTime, kProduct, kNote };

// Running text, whose line ends are spaces, as tokens of stage "tasks".
struct FlatTokens {
  match::TokenSequence sequence;
  std::vector<char> line_starts;  // one for each token: a line of the source begins there
  std::vector<char> documents;    // … the name of a kind of document does
  // How often names may still be looked for in them: so the cost is linear, whatever they hold.
  std::size_t looks_left = 0;
};

struct FlatRow {
  std::vector<match::TokenRange> cells;  // one for each column; an empty cell has no tokens
  int doubts = 0;                        // how much of it is not as a row mostly is; 0: nothing
};

class FlatRowReader {
 public:
  // Cells begin where lines do alone, if `by_lines`.
  FlatRowReader(FlatTokens& tokens, std::vector<FlatColumn> columns, bool by_lines);

  // The tokens as one row, the cut with the fewest doubts; nothing where they are none, or two
  // cuts are as good. Bounded: a range of many tokens is no row, and none is read once there are no
  // looks left.
  std::optional<FlatRow> read(match::TokenRange row) const;
  // A name begins at the token as it does in a cell of its own.
  bool may_end_task(std::size_t i) const;
  // Can a cell begin at the token?
  bool can_begin(std::size_t i) const;

 private:
  struct Cut;
  std::optional<int> doubts_of(FlatColumn column, match::TokenRange cell) const;
  std::optional<int> bodies(match::TokenRange cell, bool helpers) const;
  std::optional<int> time(match::TokenRange cell) const;
  int task(match::TokenRange cell) const;
  int product(match::TokenRange cell) const;
  bool is_label(std::size_t i) const;
  bool opens_name(std::size_t i) const;
  bool wants_name(std::size_t i) const;
  bool told_what(std::size_t i) const;
  bool goes_on(std::size_t i) const;
  bool in_name(std::size_t i, std::size_t begin, std::size_t& loose, int& odd) const;
  bool says_when(std::size_t i) const;
  bool is(std::size_t i, std::string_view sign) const;

  const match::TokenSequence& tokens_;
  const std::vector<char>& line_starts_;
  const std::vector<char>& documents_;
  std::size_t& looks_left_;
  std::vector<FlatColumn> columns_;
  bool by_lines_;
};

}  // namespace kehoach::layout
