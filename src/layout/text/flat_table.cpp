#include "layout/text/flat_table.h"

#include <algorithm>
#include <optional>
#include <string>

#include "layout/text/flat_heading.h"
#include "layout/text/flat_rows.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kMostFailures = 20;   // headings without rows
constexpr std::size_t kMostMisses = 5'000;  // places where one may begin and none does
// Rows of real tables take some hundred looks a token, the last row of a table some million.
constexpr std::size_t kLooks = 20'000'000, kLooksPerToken = 1'000;

class Finder {
 public:
  Finder(const Stream& stream, const match::Matcher& matcher)
      : stream_(stream), matcher_(matcher) {}

  std::vector<FlatTable> find() {
    std::size_t failures = 0, misses = 0, done = 0;
    for (std::size_t i = 0; i < stream_.size() && failures < kMostFailures; ++i) {
      if (!stream_.is(i, "column_head") || stream_.at(i).span.begin < done) continue;
      const std::size_t begin = stream_.at(i).span.begin;
      std::string text = stream_.flat().substr(begin, kLongestHeading);
      // Letters are never cut in two.
      if (text.size() == kLongestHeading) text.resize(text.find_last_of(" \n") + 1);
      std::replace(text.begin(), text.end(), '\n', ' ');
      const auto heading = read_flat_heading(text, matcher_);
      if (!heading) {
        if (++misses == kMostMisses) break;
        continue;
      }
      flatten();
      if (auto table = read(begin, *heading)) {
        done = table->span.end;
        tables_.push_back(std::move(*table));
      } else {
        ++failures;
      }
    }
    return std::move(tables_);
  }

 private:
  // The text without line ends, and its tokens; made where a heading needs them.
  void flatten() {
    if (!flat_.empty()) return;
    flat_ = stream_.flat();
    std::replace(flat_.begin(), flat_.end(), '\n', ' ');
    tokens_.sequence = matcher_.tokenize(flat_, "tasks");
    tokens_.looks_left = kLooks + kLooksPerToken * tokens_.sequence.tokens.size();
    tokens_.documents.assign(tokens_.sequence.tokens.size(), false);
    const auto fields = matcher_.tokenize(flat_);
    for (const auto& token : fields.tokens) {
      const auto i = token_from(token.span.begin);
      if (token.is("doc_type") && i < tokens_.documents.size())
        tokens_.documents[i] = tokens_.sequence.tokens[i].span.begin == token.span.begin;
    }
    std::size_t end = 0;
    for (const auto& token : tokens_.sequence.tokens) {
      const auto gap = stream_.content().substr(end, token.span.begin - end);
      tokens_.line_starts.push_back(end == 0 || gap.find('\n') != std::string_view::npos);
      end = token.span.end;
    }
  }

  std::size_t token_from(std::size_t offset) const {
    const auto& all = tokens_.sequence.tokens;
    return static_cast<std::size_t>(
        std::partition_point(all.begin(), all.end(),
                             [&](const auto& token) { return token.span.begin < offset; }) -
        all.begin());
  }

  // Each name of a column, and the first number, begin a line.
  bool by_lines(std::size_t begin, const FlatHeading& heading) const {
    const auto starts = [&](std::size_t offset) {
      const std::size_t i = token_from(offset);
      return i < tokens_.line_starts.size() && tokens_.line_starts[i];
    };
    return starts(begin + heading.end) &&
           std::all_of(heading.names.begin(), heading.names.end(),
                       [&](const auto& name) { return starts(begin + name.begin); });
  }

  std::optional<FlatTable> read(std::size_t begin, const FlatHeading& heading) {
    const FlatRows found =
        read_flat_rows(tokens_, heading, by_lines(begin, heading), token_from(begin + heading.end));
    if (!found.proven) return std::nullopt;
    FlatTable table;
    table.span = {begin, tokens_.sequence.tokens[found.end - 1].span.end};
    add_names(begin, heading, table);
    const auto columns = static_cast<int>(heading.columns.size()) + 1;
    for (const auto& row : found.rows) {
      auto& cells = table.rows.emplace_back();
      for (const auto& range : row) {
        const auto span = range.empty() ? base::LocalSpan{} : tokens_.sequence.span(range);
        cells.push_back(cell({span.begin, span.end}, static_cast<int>(cells.size()), false));
      }
      cells.back().colspan = std::max(1, columns - static_cast<int>(cells.size()) + 1);
    }
    return table;
  }

  void add_names(std::size_t begin, const FlatHeading& heading, FlatTable& table) const {
    const auto name = [&](std::size_t i, int column) {
      const auto& span = heading.names[i];
      return cell({begin + span.begin, begin + span.end}, column, true);
    };
    auto& first = table.rows.emplace_back();
    const std::size_t rest = heading.names.size() - (heading.below > 0 ? 2 : 0);
    for (std::size_t i = 0; i < rest; ++i) {
      const bool wide = heading.below > 0 && i == heading.below;
      first.push_back(name(i, static_cast<int>(i) + (heading.below > 0 && i > heading.below)));
      first.back().colspan = wide ? 2 : 1;
      first.back().rowspan = heading.below > 0 && !wide ? 2 : 1;
    }
    if (heading.below == 0) return;
    const auto below = static_cast<int>(heading.below);
    table.rows.push_back({name(rest, below), name(rest + 1, below + 1)});
  }

  // A cell's lines are pieces of it, but for those that stand apart.
  Cell cell(base::ContentSpan span, int column, bool header) const {
    Cell made;
    made.column = column;
    made.header = header;
    const auto content = stream_.content();
    for (std::size_t b = span.begin; b < span.end;) {
      const std::size_t line = std::min(content.find('\n', b), span.end);
      std::size_t e = line;
      while (b < e && content[b] == ' ') ++b;
      while (e > b && content[e - 1] == ' ') --e;
      if (b < e && !stream_.is_taken_out(b)) made.pieces.push_back({b, e});
      b = line + 1;
    }
    return made;
  }

  const Stream& stream_;
  const match::Matcher& matcher_;
  std::string flat_;
  FlatTokens tokens_;
  std::vector<FlatTable> tables_;
};

}  // namespace

std::vector<FlatTable> find_flat_tables(const Stream& stream, const match::Matcher& matcher) {
  if (stream.whole()) return {};
  return Finder(stream, matcher).find();
}

}  // namespace kehoach::layout
