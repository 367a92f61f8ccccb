#include "layout/web/web_tables.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace kehoach::layout {
namespace {

using read::MarkupNode;

constexpr std::size_t kLongCell = 1'500;    // bytes: a text of its own stands in it
constexpr std::size_t kFewRows = 3;         // a table that places things has no more
constexpr std::size_t kLookedAt = 4'000;    // bytes of a table whose words are looked at
constexpr std::size_t kSmallGrid = 50'000;  // places that any table may have
constexpr std::size_t kMostFill = 8;        // and how many for each of its cells
constexpr int kMostSpan = 1'000;

struct Cell {
  WebCell cell;
  std::size_t bytes = 0;  // of text
};
using Rows = std::vector<std::vector<Cell>>;

int span_of(const MarkupNode& node, std::string_view name) {
  const std::string_view value = read::attribute(node, name);
  int span = 1;
  const auto end = value.data() + value.size();
  if (std::from_chars(value.data(), end, span).ec != std::errc()) return 1;
  // "0" is as far as the table goes; spans are clipped there.
  return span <= 0 ? kMostSpan : std::min(span, kMostSpan);
}

std::size_t text_bytes(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool is_blank(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\u00a0")
      ++i;
    else if (static_cast<unsigned char>(text[i]) > ' ')
      return false;
  }
  return true;
}

// What the walk over a table's nodes finds.
struct Found {
  Rows rows;
  std::optional<std::size_t> caption;
  std::string text;                        // its first words, one cell a line
  bool nested = false;                     // holds tables in tables, or one outside of its cells
  std::size_t bytes = 0, inner_bytes = 0;  // of text; in tables that stand in its cells
  bool headed = false;                     // <th>, <thead> or a caption
};

class Walk {
 public:
  Walk(const read::Markup& markup, std::size_t table) : markup_(markup), table_(table) {}

  Found run() {
    const auto& nodes = markup_.nodes;
    for (auto i = table_ + 1; i < nodes[table_].end && !found_.nested;) {
      const MarkupNode& node = nodes[i];
      if (node.hidden) {
        i = node.end;
        continue;
      }
      if (node.kind == MarkupNode::Kind::kText)
        text(i, node);
      else
        element(i, node);
      ++i;
    }
    return std::move(found_);
  }

 private:
  void element(std::size_t i, const MarkupNode& node) {
    if (node.tag == "table") {
      found_.nested = found_.nested || !inside_ || i < inner_end_;
      inner_end_ = std::max(inner_end_, node.end);
    } else if (i < inner_end_) {
      // Words of a table in a cell are the cell's.
      if (found_.text.size() < kLookedAt) found_.text += ' ';
    } else if (node.tag == "caption") {
      found_.caption = i;
      found_.headed = true;
    } else if (node.tag == "thead") {
      found_.headed = true;
    } else if (node.tag == "tr") {
      found_.rows.emplace_back();
    } else if ((node.tag == "td" || node.tag == "th") && !found_.rows.empty()) {
      const bool header = node.tag == "th";
      found_.headed = found_.headed || header;
      cell_end_ = node.end;
      found_.rows.back().push_back(
          {{i, 0, span_of(node, "rowspan"), span_of(node, "colspan"), header}, 0});
      if (found_.text.size() < kLookedAt) found_.text += '\n';
    } else if (found_.text.size() < kLookedAt && (node.tag == "br" || node.tag == "p")) {
      found_.text += '\n';
    }
    inside_ = i < cell_end_;
  }

  void text(std::size_t at, const MarkupNode& node) {
    if (!inside_ || is_blank(node.text)) return;
    const auto bytes = text_bytes(node.text);
    found_.rows.back().back().bytes += bytes;
    found_.bytes += bytes;
    if (at < inner_end_) found_.inner_bytes += bytes;
    if (found_.text.size() < kLookedAt) {
      std::string words = node.text.substr(0, kLookedAt);
      std::replace_if(
          words.begin(), words.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
          ' ');
      found_.text += words;
    }
  }

  const read::Markup& markup_;
  std::size_t table_;
  Found found_;
  std::size_t cell_end_ = 0, inner_end_ = 0;
  bool inside_ = false;  // a cell
};

bool has_words(const std::vector<Cell>& row) {
  return std::any_of(row.begin(), row.end(), [](const Cell& c) { return c.bytes > 0; });
}

// A row without text is none; what spans over it spans one less.
void drop_empty_rows(Rows& rows) {
  std::vector<int> empty_before(rows.size() + 1);
  for (std::size_t r = 0; r < rows.size(); ++r)
    empty_before[r + 1] = empty_before[r] + (has_words(rows[r]) ? 0 : 1);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (Cell& cell : rows[r]) {
      const auto end = std::min(rows.size(), r + static_cast<std::size_t>(cell.cell.rowspan));
      cell.cell.rowspan = static_cast<int>(end - r) - (empty_before[end] - empty_before[r]);
    }
  }
  std::erase_if(rows, [](const std::vector<Cell>& row) { return !has_words(row); });
}

// Boxes of a letterhead or of a closing: such a table only sets them side by side.
bool holds_boxes(const match::Matcher& matcher, const std::string& text) {
  const match::TokenSequence tokens = matcher.tokenize(text, "layout");
  for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
    const match::Token& token = tokens.tokens[i];
    if (token.is("national_title") || token.is("motto")) return true;
    const bool opens_line = i == 0 || tokens.tokens[i - 1].is("break");
    if (opens_line && (token.is("recipients_label") || token.is("authority"))) return true;
  }
  return false;
}

bool is_ruled(const MarkupNode& table) {
  const std::string_view border = read::attribute(table, "border");
  return !border.empty() && border.front() >= '1' && border.front() <= '9';
}

// A few figures set out in a cell of a table that shows itself to be one; what sets a page out in
// tables has most of its words in inner ones.
bool holds_small_tables(const MarkupNode& table, const Found& found) {
  std::size_t wide = 0;
  for (const auto& row : found.rows) wide += row.size() >= 3;
  return (found.headed || is_ruled(table)) && 2 * found.inner_bytes <= found.bytes &&
         2 * wide > found.rows.size();
}

bool holds_data(const MarkupNode& table, const Found& found, const match::Matcher& matcher) {
  const std::string_view role = read::attribute(table, "role");
  if (role == "presentation" || role == "none" || found.nested || found.rows.size() < 2)
    return false;
  if (found.inner_bytes > 0 && !holds_small_tables(table, found)) return false;
  std::size_t of_columns = 0, longest = 0;
  for (const auto& row : found.rows) {
    const auto filled =
        std::count_if(row.begin(), row.end(), [](const Cell& c) { return c.bytes > 0; });
    of_columns += filled >= 2;
    for (const Cell& cell : row) longest = std::max(longest, cell.bytes);
  }
  if (of_columns == 0 || (longest > kLongCell && found.rows.size() <= kFewRows)) return false;
  if (holds_boxes(matcher, found.text)) return false;
  if (found.headed || is_ruled(table)) return true;
  return of_columns >= 2 && of_columns * 2 >= found.rows.size();
}

// Puts each cell into its column of the grid. False if spans make the grid too large.
bool place(Rows& rows) {
  std::size_t cells = 0, places = 0;
  for (const auto& row : rows) cells += row.size();
  const std::size_t most = std::max(kSmallGrid, kMostFill * cells);
  std::vector<int> covered;  // how many rows more each column is covered from above
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::size_t column = 0;
    for (Cell& c : rows[r]) {
      WebCell& cell = c.cell;
      while (column < covered.size() && covered[column] > 0) ++column;
      cell.column = column;
      const auto end = column + static_cast<std::size_t>(cell.colspan);
      if (covered.size() < end) covered.resize(end);
      for (; column < end; ++column) covered[column] = cell.rowspan;
    }
    for (int& left : covered) left = std::max(0, left - 1);
    places += covered.size();
    if (places > most) return false;
  }
  return true;
}

void forget_spans(Rows& rows) {
  for (auto& row : rows)
    for (Cell& cell : row) cell.cell.rowspan = cell.cell.colspan = 1;
}

}  // namespace

std::optional<WebTable> read_web_table(const read::Markup& markup, std::size_t node,
                                       const match::Matcher& matcher) {
  Found found = Walk(markup, node).run();
  if (found.nested) return std::nullopt;
  drop_empty_rows(found.rows);
  if (!holds_data(markup.nodes[node], found, matcher)) return std::nullopt;
  if (!place(found.rows)) {
    forget_spans(found.rows);
    place(found.rows);
  }
  WebTable table;
  table.caption = found.caption;
  for (const auto& row : found.rows) {
    auto& cells = table.rows.emplace_back();
    for (const Cell& cell : row) cells.push_back(cell.cell);
  }
  return table;
}

}  // namespace kehoach::layout
