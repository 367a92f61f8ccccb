#include "layout/text/block_list.h"

#include <algorithm>
#include <utility>

#include "layout/text/outline.h"

namespace kehoach::layout {
namespace {
constexpr std::string_view kPageNumber = "page-number";
}

bool is_cell_border(const Stream& stream, std::size_t i) { return stream.is_text(i, "|"); }

void BlockList::append(Block& block, std::size_t begin, std::size_t end) {
  const auto content = stream_.content();
  const auto add_lines = [&](std::size_t from, std::size_t to) {
    for (auto b = from; b < to;) {
      const auto line = std::min(content.find('\n', b), to);
      auto e = line;
      while (b < e && content[b] == ' ') ++b;
      while (e > b && content[e - 1] == ' ') --e;
      if (b < e && !stream_.is_taken_out(b)) block.pieces.push_back({b, e});
      b = line + 1;
    }
  };
  std::size_t from = 0, to = 0;
  for (auto i = begin; i < end; ++i) {
    if (stream_.is_break(i)) continue;
    const auto& span = stream_.at(i).span;
    if (to == 0) from = span.begin;
    to = span.end;
  }
  add_lines(from, to);
}

Block* BlockList::add(BlockKind kind, std::size_t begin, std::size_t end) {
  while (begin < end && stream_.is_break(begin)) ++begin;
  while (end > begin && stream_.is_break(end - 1)) --end;
  if (begin >= end) return nullptr;
  if (!blocks_.empty() && blocks_.size() >= max_blocks_) {
    cut_ = true;
    append(blocks_.back(), begin, end);
    return &blocks_.back();
  }
  Block block;
  block.kind = kind;
  block.part = part_;
  append(block, begin, end);
  blocks_.push_back(std::move(block));
  return &blocks_.back();
}

void BlockList::add_noise(std::size_t begin, std::size_t end, std::string note) {
  if (auto* block = add(BlockKind::kNoise, begin, end)) {
    if (block->kind == BlockKind::kNoise) block->note = std::move(note);
  }
}

void BlockList::add_page_numbers() {
  for (const auto& number : stream_.page_numbers()) {
    if (blocks_.size() < max_blocks_ || blocks_.empty() || blocks_.back().note != kPageNumber) {
      blocks_.emplace_back();
      blocks_.back().kind = BlockKind::kNoise;
      blocks_.back().note = kPageNumber;
    }
    blocks_.back().pieces.push_back(number);
  }
}

void BlockList::add_given_row(std::size_t begin, const GivenLine& row) {
  const bool room = blocks_.size() < max_blocks_;
  auto* block = add(BlockKind::kTableRow, begin, stream_.line_end(begin));
  if (!room) return;
  // One piece for each column of the grid, so that columns stay columns.
  block->pieces.clear();
  auto at = row.span.begin;
  for (const Cell& cell : row.cells) {
    block->pieces.resize(static_cast<std::size_t>(cell.column), {at, at});
    block->pieces.push_back(cell.pieces.empty() ? base::ContentSpan{at, at} : cell.pieces.front());
    at = block->pieces.back().end;
  }
  block->table = row.table;
  block->cells = row.cells;
}

void BlockList::add_flat_table(const FlatTable& table) {
  const int index = tables_++;
  for (const auto& cells : table.rows) {
    if (blocks_.size() >= max_blocks_) {
      cut_ = true;
      return;
    }
    Block& block = blocks_.emplace_back();
    block.kind = BlockKind::kTableRow;
    block.part = part_;
    block.table = index;
    block.cells = cells;
    for (const Cell& cell : cells)
      block.pieces.insert(block.pieces.end(), cell.pieces.begin(), cell.pieces.end());
  }
}

void BlockList::add_apart(std::vector<Apart> lines) {
  for (Apart& line : lines) {
    if (blocks_.size() >= max_blocks_) {
      cut_ = true;
      return;
    }
    Block& block = blocks_.emplace_back();
    block.kind = line.kind;
    block.note = std::move(line.note);
    block.pieces = std::move(line.pieces);
  }
}

std::size_t BlockList::add_given(std::size_t i, const GivenLine& line) {
  const auto end = stream_.line_end(i);
  auto* block = add(*line.block, i, end);
  if (!block || block->kind != *line.block) return end;
  block->level = line.level;
  if (const auto placed = mark_at(stream_, i)) block->label = placed->mark.label;
  return end;
}

void BlockList::extend_last(BlockKind kind, std::size_t begin, std::size_t end) {
  const auto last = std::find_if(blocks_.rbegin(), blocks_.rend(),
                                 [&](const Block& block) { return block.kind == kind; });
  if (last != blocks_.rend()) append(*last, begin, end);
}

void BlockList::add_row(std::size_t begin, std::size_t end) {
  if (!blocks_.empty() && blocks_.size() + 2 > max_blocks_) {
    cut_ = true;
    return append(blocks_.back(), begin, end);
  }
  std::vector<base::ContentSpan> cells, borders;
  std::size_t cell = begin;
  const auto close = [&](std::size_t at) {
    // An empty cell keeps its place.
    const auto here = stream_.at(at > cell ? cell : at - 1).span;
    cells.push_back(at > cell ? base::ContentSpan{here.begin, stream_.at(at - 1).span.end}
                              : base::ContentSpan{here.end, here.end});
    cell = at;
  };
  // A tab that opens the line stands behind an empty cell.
  if (begin > 0 && stream_.is_break(begin - 1))
    for (auto tabs = stream_.tabs_before(begin); tabs > 0; --tabs) {
      const auto here = stream_.at(begin).span.begin;
      cells.push_back({here, here});
    }
  for (auto i = begin; i < end; ++i) {
    if (is_cell_border(stream_, i)) {
      borders.push_back({stream_.at(i).span.begin, stream_.at(i).span.end});
      if (i > begin) close(i);  // a border at either end of the line parts nothing
      cell = i + 1;
    } else if (i > cell) {
      for (auto tabs = stream_.tabs_before(i); tabs > 0; --tabs) close(i);
    }
  }
  if (cell < end) close(end);
  if (auto* row = add(BlockKind::kTableRow, begin, begin + 1)) row->pieces = std::move(cells);
  if (borders.empty()) return;
  add_noise(begin, begin + 1, "cell-border");
  blocks_.back().pieces = std::move(borders);
}

std::vector<Block> BlockList::take() {
  std::erase_if(blocks_, [](const Block& block) { return block.pieces.empty(); });
  std::stable_sort(blocks_.begin(), blocks_.end(), [](const Block& a, const Block& b) {
    return a.pieces.front().begin < b.pieces.front().begin;
  });
  return std::move(blocks_);
}

}  // namespace kehoach::layout
