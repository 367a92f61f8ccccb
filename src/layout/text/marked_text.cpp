#include "layout/text/marked_text.h"

#include <utility>

#include "language/edits.h"
#include "language/normalize.h"
#include "layout/text/block_list.h"
#include "layout/text/stream.h"
#include "layout/web/content_blocks.h"
#include "layout/web/content_places.h"

namespace kehoach::layout {
namespace {

// Line ends of every kind, NEL and the Unicode separators among them.
void append_in_line(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == '\t') {
      out += ' ';
    } else if (text.substr(i, 2) == "\u0085") {
      out += ' ';
      i += 1;
    } else if (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029") {
      out += ' ';
      i += 2;
    } else {
      out += c;
    }
  }
}

}  // namespace

MarkedLine& MarkedText::add(std::string_view text) {
  if (!lines.empty()) utf8 += '\n';
  lines.emplace_back();
  lines.back().span.begin = utf8.size();
  append_in_line(utf8, text);
  lines.back().span.end = utf8.size();
  return lines.back();
}

MarkedLine& MarkedText::add_row(const std::vector<std::string>& cells, int table) {
  auto& line = add("");
  line.kind = BlockKind::kTableRow;
  line.table = table;
  for (const auto& cell : cells) {
    if (!line.cells.empty()) utf8 += '\t';
    line.cells.push_back({{utf8.size(), 0}, line.cells.size(), 1, 1, false, {}});
    append_in_line(utf8, cell);
    line.cells.back().span.end = utf8.size();
  }
  line.span.end = utf8.size();
  return line;
}

namespace {

GivenLine::Kind given_kind(const MarkedLine& line) {
  if (line.table >= 0) return GivenLine::Kind::kTableRow;
  return line.kind && is_noise(*line.kind) ? GivenLine::Kind::kApart : GivenLine::Kind::kText;
}

GivenLine given_line(const MarkedLine& line, const ContentPlaces& places) {
  GivenLine given;
  given.kind = given_kind(line);
  given.span = places.of(line.span);
  given.level = line.level;
  given.weight = line.weight;
  given.whole = true;
  given.table = line.table;
  if (given.kind == GivenLine::Kind::kText) given.block = line.kind;
  for (const auto& from : line.cells) {
    Cell& cell = given.cells.emplace_back();
    if (const auto span = places.of(from.span); !span.empty()) cell.pieces.push_back(span);
    cell.column = static_cast<int>(from.column);
    cell.rowspan = from.rowspan;
    cell.colspan = from.colspan;
    cell.header = from.header;
    cell.boxes = from.boxes;
  }
  return given;
}

}  // namespace

void layout_marked(const MarkedText& text, const match::Matcher& matcher,
                   const base::Budget& budget, Document& document) {
  auto normalized = language::normalize(text.utf8);
  document.content = std::move(normalized.utf8);
  const ContentPlaces places(document.content, normalized.edits);
  std::vector<GivenLine> given;
  std::vector<BlockList::Apart> apart;
  for (const auto& line : text.lines) {
    auto known = given_line(line, places);
    if (known.span.empty()) continue;
    if (known.kind == GivenLine::Kind::kApart)
      apart.push_back({*line.kind, line.note, {known.span}});
    given.push_back(std::move(known));
  }
  const Stream stream(document.content, text.utf8, normalized.edits, matcher, std::move(given));
  BlockList blocks(stream, budget);
  read_content_blocks(stream, matcher, blocks);
  if (blocks.cut()) document.diagnostics.push_back(blocks_cut(budget));
  blocks.add_apart(std::move(apart));
  document.blocks = blocks.take();
  const bool decoded = !text.decoding.empty();
  document.source = decoded ? text.original : text.utf8;
  document.edits =
      decoded ? language::compose(text.decoding, normalized.edits) : std::move(normalized.edits);
}

}  // namespace kehoach::layout
