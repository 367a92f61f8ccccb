#include "text/normalized_text.h"

#include <algorithm>

namespace kehoach::text {
namespace {

using base::ContentSpan;
using layout::Block;
using layout::BlockKind;
using layout::Document;

// Where a position of the content lies in the source: runs along Document::edits.
class ContentMap {
 public:
  explicit ContentMap(const language::Edits& edits) : edits_(edits) {}

  // The source stretches of `content`, in order, appended to `stretches` as standing at `to`.
  void append(ContentSpan content, std::size_t to, std::vector<Stretch>& stretches) const {
    std::size_t done = content.begin;
    for (std::size_t i = first_edit(content.begin); i < edits_.size(); ++i) {
      const language::Edit& edit = edits_[i];
      if (edit.to_begin >= content.end) break;
      copy(done, edit.to_begin, i, content, to, stretches);
      const std::size_t begin = std::max(edit.to_begin, content.begin);
      const std::size_t end = std::min(edit.to_end, content.end);
      if (begin < end) {
        stretches.push_back({to + begin - content.begin, to + end - content.begin, edit.from_begin,
                             edit.from_end, false});
      }
      done = std::max(done, end);
    }
    copy(done, content.end, first_edit(done), content, to, stretches);
  }

 private:
  // The first edit that ends behind `position`.
  std::size_t first_edit(std::size_t position) const {
    const auto found = std::partition_point(edits_.begin(), edits_.end(),
                                            [&](const auto& e) { return e.to_end <= position; });
    return static_cast<std::size_t>(found - edits_.begin());
  }

  // Content [begin, end) lies between edits i-1 and i.
  void copy(std::size_t begin, std::size_t end, std::size_t i, ContentSpan content, std::size_t to,
            std::vector<Stretch>& stretches) const {
    if (begin >= end) return;
    const std::size_t base_to = i == 0 ? 0 : edits_[i - 1].to_end;
    const std::size_t base_from = i == 0 ? 0 : edits_[i - 1].from_end;
    stretches.push_back({to + begin - content.begin, to + end - content.begin,
                         base_from + begin - base_to, base_from + end - base_to, true});
  }

  const language::Edits& edits_;
};

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Writes blocks one after another, each character with its stretch. White space is written only
// once something follows it, so that no block begins or ends with a space and none doubles.
class Writer {
 public:
  explicit Writer(const Document& document) : document_(document), content_map_(document.edits) {}

  void write_block(std::size_t index) {
    const Block& block = document_.blocks[index];
    keeps_tabs_ = block.kind == BlockKind::kTableRow;
    wrote_ = false;
    tabs_ = 0;
    bool bordered = true;
    if (!block.cells.empty()) write_cells(block.cells);
    for (const ContentSpan& piece : block.pieces) {
      if (!block.cells.empty()) break;
      // The cells of a row are its pieces, empty ones too; the border may lie outside of both.
      if (keeps_tabs_ && !bordered) ++tabs_;
      write_piece(piece);
      bordered = !piece.empty() && document_.content[piece.end - 1] == '\t';
    }
    if (!wrote_) return;
    if (tabs_ > 0) insert(std::string(tabs_, '\t'));
    text_.blocks.push_back({index, {begin_, text_.utf8.size()}});
  }

  NormalizedText finish() {
    text_.map = OffsetMap(std::move(stretches_));
    return std::move(text_);
  }

 private:
  // One place for each column of the grid; those that a span covers are empty.
  void write_cells(const std::vector<layout::Cell>& cells) {
    int column = 0;
    for (const layout::Cell& cell : cells) {
      tabs_ += static_cast<std::size_t>(std::max(0, cell.column - column));
      for (const ContentSpan& piece : cell.pieces) write_piece(piece);
      column = std::max(cell.column, column);
      tabs_ += static_cast<std::size_t>(cell.colspan - 1);
      column += cell.colspan - 1;
    }
  }

  void write_piece(ContentSpan piece) {
    const std::string_view content = document_.content;
    const std::size_t end = std::min(piece.end, content.size());
    for (std::size_t i = piece.begin; i < end;) {
      if (is_blank(content[i])) {
        // Every tab of a row is a cell border, so that empty cells keep their place.
        tabs_ += keeps_tabs_ && content[i] == '\t';
        ++i;
        continue;
      }
      std::size_t stop = i + 1;
      while (stop < end && (!is_blank(content[stop]) || is_single_space(content, stop, end)))
        ++stop;
      write_solid({i, stop});
      i = stop;
    }
  }

  // A space between two characters is copied with them, so that stretches stay long.
  static bool is_single_space(std::string_view content, std::size_t i, std::size_t end) {
    return content[i] == ' ' && i + 1 < end && !is_blank(content[i + 1]);
  }

  void write_solid(ContentSpan span) {
    write_separator();
    const std::size_t first = stretches_.size();
    content_map_.append(span, text_.utf8.size(), stretches_);
    text_.utf8.append(document_.content, span.begin, span.size());
    if (first > 0 && first < stretches_.size()) close_gap(stretches_[first - 1], stretches_[first]);
    wrote_ = true;
  }

  // A separator stands for all of the source between its neighbours.
  static void close_gap(Stretch& separator, const Stretch& next) {
    if (!separator.copied && next.from_begin > separator.from_end) {
      separator.from_end = next.from_begin;
    }
  }

  void write_separator() {
    if (!wrote_) {
      if (!text_.blocks.empty()) insert("\n");
      begin_ = text_.utf8.size();
      if (tabs_ > 0) insert(std::string(tabs_, '\t'));
    } else {
      insert(tabs_ > 0 ? std::string(tabs_, '\t') : " ");
    }
    tabs_ = 0;
  }

  void insert(const std::string& added) {
    const std::size_t from = stretches_.empty() ? 0 : stretches_.back().from_end;
    stretches_.push_back({text_.utf8.size(), text_.utf8.size() + added.size(), from, from, false});
    text_.utf8 += added;
  }

  const Document& document_;
  ContentMap content_map_;
  NormalizedText text_;
  std::vector<Stretch> stretches_;
  std::size_t begin_ = 0;  // of the block being written
  std::size_t tabs_ = 0;   // seen since the last character
  bool keeps_tabs_ = false;
  bool wrote_ = false;  // something of the block
};

}  // namespace

base::SourceSpan OffsetMap::to_source(base::TextSpan span) const {
  if (stretches_.empty()) return {};
  const auto stretch_at = [&](std::size_t position) {
    auto after = std::partition_point(stretches_.begin(), stretches_.end(),
                                      [&](const Stretch& s) { return s.to_begin <= position; });
    return after == stretches_.begin() ? *after : *std::prev(after);
  };
  const Stretch first = stretch_at(span.begin);
  const std::size_t offset = std::min(span.begin, first.to_end) - first.to_begin;
  const std::size_t begin = first.copied ? first.from_begin + offset : first.from_begin;
  if (span.empty()) return {begin, begin};
  const Stretch last = stretch_at(span.end - 1);
  const std::size_t length = std::min(span.end, last.to_end) - last.to_begin;
  const std::size_t end = last.copied ? last.from_begin + length : last.from_end;
  return {begin, std::max(begin, end)};
}

std::size_t NormalizedText::block_at(std::size_t position) const {
  const auto after = std::partition_point(
      blocks.begin(), blocks.end(), [&](const BlockSpan& b) { return b.span.begin <= position; });
  if (after == blocks.begin()) return blocks.size();
  const auto found = std::prev(after);
  if (position >= found->span.end) return blocks.size();
  return static_cast<std::size_t>(found - blocks.begin());
}

NormalizedText normalize(const Document& document) {
  Writer writer(document);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (!layout::is_noise(document.blocks[i].kind)) writer.write_block(i);
  }
  return writer.finish();
}

}  // namespace kehoach::text
