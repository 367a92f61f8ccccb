// Collects blocks from ranges of tokens: cuts them into pieces at line ends, keeps to the budget.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "base/budget.h"
#include "layout/document.h"
#include "layout/text/flat_table.h"
#include "layout/text/stream.h"

namespace kehoach::layout {

class BlockList {
 public:
  BlockList(const Stream& stream, const base::Budget& budget)
      : stream_(stream), max_blocks_(budget.max_blocks) {
    for (const GivenLine& line : stream.given()) tables_ = std::max(tables_, line.table + 1);
  }

  // Adds a block of tokens [begin, end), breaks aside. Nothing for an empty range. Over the budget
  // the tokens go to the last block.
  Block* add(BlockKind kind, std::size_t begin, std::size_t end);
  void add_noise(std::size_t begin, std::size_t end, std::string note);
  // The lines that the stream took out.
  void add_page_numbers();
  // Appends tokens to the last block of `kind`, which there must be.
  void extend_last(BlockKind kind, std::size_t begin, std::size_t end);
  // A row that the source gives with its cells, at token `begin`.
  void add_given_row(std::size_t begin, const GivenLine& row);
  // Its rows, as a table of its own behind those that the source gives.
  void add_flat_table(const FlatTable& table);
  // What the source gives as standing apart.
  struct Apart {
    BlockKind kind = BlockKind::kNoise;
    std::string note;
    std::vector<base::ContentSpan> pieces;
  };
  void add_apart(std::vector<Apart> lines);
  // A row of cells: the signs between them become noise of their own.
  void add_row(std::size_t begin, std::size_t end);

  // The line that begins at token i, whose kind the source gives; gives the token after it.
  std::size_t add_given(std::size_t i, const GivenLine& line);

  void set_part(int part) { part_ = part; }
  int part() const { return part_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  // In source order.
  std::vector<Block> take();
  bool cut() const { return cut_; }

 private:
  void append(Block& block, std::size_t begin, std::size_t end);

  const Stream& stream_;
  std::size_t max_blocks_;
  std::vector<Block> blocks_;
  int part_ = 0;
  int tables_ = 0;  // given and found
  bool cut_ = false;
};

// True for a sign that stands between cells.
bool is_cell_border(const Stream& stream, std::size_t i);

}  // namespace kehoach::layout
