#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "layout/tables/line_table.h"
#include "layout/tables/page_strokes.h"
#include "layout/tables/page_table.h"
#include "layout/tables/table_alignment.h"

namespace kehoach::layout {
namespace {

constexpr double kGap = 0.9;        // of the size: parts pieces
constexpr double kFar = 3.2;        // of the size: lines of one table are no farther apart
constexpr double kNear = 2.5;       // of the size: lines outside the rules that still are of it
constexpr double kSameEnds = 6;     // points: rules of one table end at about the same places
constexpr double kOver = 4;         // points that words may reach over the rules' ends
constexpr double kWideLine = 0.75;  // of the width: a line of running text
constexpr std::size_t kRunningWords = 6;  // … and its words at least
constexpr std::size_t kFewestLabels = 2;
constexpr double kLabelGap = 0.3;       // of the width of the rules
constexpr std::size_t kLabelWords = 6;  // on average, at most
constexpr std::size_t kMostStrokes = 4000;
constexpr std::size_t kMostTries = 3;
constexpr std::size_t kTopLines = 8;
constexpr double kSetOff = 1.6;  // of the size
constexpr std::size_t kNameWords = 3;
constexpr std::size_t kFewestRest = 3;  // lines

// Lines of a table, and where it stands.
struct Region {
  std::size_t begin = 0, end = 0;  // rows
  double x0 = -1e9, x1 = 1e9;
  bool ruled = false;  // between horizontal rules
  double rule0 = 0;    // where those begin: right of the labels, perhaps
};

class OpenTables {
 public:
  OpenTables(std::vector<PageRow> rows, const std::vector<read::RulingLine>& rules)
      : rows_(std::move(rows)) {
    across_ = join_strokes(rules, true);
    if (across_.size() > kMostStrokes) across_.clear();
    for (std::size_t i = 0; i < rows_.size(); ++i) lines_.push_back(line_of(i, {}));
    taken_.assign(rows_.size(), 0);
    measure();
  }

  PageTables find() {
    for (const auto& region : ruled_regions()) take(region);
    for (const auto& region : aligned_regions()) take_aligned(region);
    PageTables result;
    result.tables = std::move(tables_);
    std::sort(result.tables.begin(), result.tables.end(),
              [](const PageTable& a, const PageTable& b) { return a.box.y0 < b.box.y0; });
    for (auto& row : rows_)
      if (!row.words.empty()) result.rows.push_back(std::move(row));
    return result;
  }

 private:
  void measure() {
    std::vector<double> lefts, rights;
    for (const auto& line : lines_) {
      if (line.pieces.empty()) continue;
      lefts.push_back(line.x0);
      rights.push_back(line.x1);
    }
    if (lefts.empty()) return;
    std::sort(lefts.begin(), lefts.end());
    std::sort(rights.begin(), rights.end());
    width_ = rights[rights.size() * 9 / 10] - lefts[lefts.size() / 10];
  }

  // The words of a row that stand inside the region, cut into pieces.
  TableLine line_of(std::size_t i, const Region& region) const {
    const auto& row = rows_[i];
    const bool whole = row.box.x0 >= region.x0 - kOver && row.box.x1 <= region.x1 + kOver;
    TableLine line;
    if (whole) {
      line = cut_line(row, kGap);
    } else {
      std::vector<PageWord> words;
      for (const auto& word : row.words)
        if (inside(word, region)) words.push_back(word);
      if (!words.empty()) line = cut_line(make_row(std::move(words)), kGap);
    }
    line.row = i;
    return line;
  }

  static bool inside(const PageWord& word, const Region& region) {
    const double x = (word.box.x0 + word.box.x1) / 2;
    return x > region.x0 - kOver && x < region.x1 + kOver;
  }

  // A line of running text.
  static bool running(const TableLine& line, double width) {
    return std::any_of(line.pieces.begin(), line.pieces.end(), [&](const TablePiece& piece) {
      return piece.words.size() >= kRunningWords && piece.x1 - piece.x0 > kWideLine * width;
    });
  }

  // Rows between rules that end at the same places, with no running text among them.
  std::vector<Region> ruled_regions() const {
    std::vector<Region> regions;
    for (std::size_t a = 0; a < across_.size(); ++a) {
      Region region{0, 0, across_[a].from, across_[a].to, true, across_[a].from};
      std::size_t last = a, parted = 0;
      for (auto b = a + 1; b < across_.size(); ++b) {
        if (std::abs(across_[b].from - region.x0) > kSameEnds ||
            std::abs(across_[b].to - region.x1) > kSameEnds)
          continue;
        const auto here = parted_between(across_[last].at, across_[b].at, region);
        if (!here) break;
        parted += *here;
        last = b;
      }
      if (parted < 2) continue;
      region.begin = first_below(across_[a].at);
      region.end = first_below(across_[last].at);
      take_labels(region);
      regions.push_back(region);
      a = last;
    }
    return regions;
  }

  // Rules often go over the figures alone: the labels stand left of them.
  void take_labels(Region& region) const {
    std::size_t lines = 0, labels = 0, words = 0;
    const double width = region.x1 - region.x0;
    double left = region.x0;
    for (auto i = region.begin; i < region.end; ++i) {
      const auto& line = lines_[i];
      const TablePiece* label = nullptr;
      bool inner = false;
      for (const auto& piece : line.pieces) {
        if (piece.centre() < region.x0 - kOver && region.x0 - piece.x1 < kLabelGap * width)
          label = &piece;
        inner = inner || (piece.centre() > region.x0 && piece.centre() < region.x1);
      }
      if (!inner) continue;
      ++lines;
      if (!label || label->figure) continue;
      ++labels;
      words += label->words.size();
      left = std::min(left, label->x0);
    }
    if (labels >= kFewestLabels && 4 * labels >= lines && words <= kLabelWords * labels)
      region.x0 = left;
  }

  // The parted lines between two rules; none if they are no table's.
  std::optional<std::size_t> parted_between(double top, double bottom, const Region& region) const {
    const auto begin = first_below(top), end = first_below(bottom);
    std::size_t parted = 0, prose = 0, single = 0;
    double size = 10;
    for (auto i = begin; i < end; ++i) {
      const auto line = line_of(i, region);
      if (line.pieces.empty()) continue;
      size = line.size;
      if (running(line, region.x1 - region.x0))
        ++prose;
      else if (line.pieces.size() > 1)
        ++parted;
      else
        ++single;
    }
    if (prose > 0 && (prose >= 2 || 3 * prose > parted)) return std::nullopt;
    // What stands between two tables has no columns.
    if (parted == 0 && (single > 1 || bottom - top > 3 * size)) return std::nullopt;
    return parted;
  }

  std::size_t first_below(double y) const {
    const auto found = std::partition_point(rows_.begin(), rows_.end(), [&](const PageRow& row) {
      return row.baseline - 0.25 * row.size < y;
    });
    return static_cast<std::size_t>(found - rows_.begin());
  }

  // A line alone, set off from what is above it, with other columns below: the name of another
  // table.
  void split_where_columns_change(Region region, std::vector<Region>& regions) const {
    std::size_t tries = 0;
    for (auto k = region.begin + kFewestRest; k + kFewestRest < region.end; ++k) {
      const bool alone = lines_[k].pieces.size() == 1 && lines_[k + 1].pieces.size() > 1;
      if (!alone || rows_[k].baseline - rows_[k - 1].baseline < kSetOff * lines_[k].size) continue;
      if (++tries > kMostTries) break;
      if (!other_columns({region.begin, k}, {k + 1, region.end})) continue;
      Region above = region;
      above.end = k;
      regions.push_back(above);
      region.begin = k + 1;
    }
    regions.push_back(region);
  }

  bool other_columns(const Region& above, const Region& below) const {
    const auto columns_in = [&](const Region& region) {
      return find_columns({lines_.begin() + static_cast<std::ptrdiff_t>(region.begin),
                           lines_.begin() + static_cast<std::ptrdiff_t>(region.end)});
    };
    const auto upper = columns_in(above), lower = columns_in(below);
    return crosses(upper, lower) || crosses(lower, upper);
  }

  // Do words of one stand where most borders of the other are?
  static bool crosses(const TableColumns& columns, const TableColumns& words) {
    std::size_t crossed = 0;
    for (std::size_t i = 1; i < columns.extents.size(); ++i) {
      const double border = columns.borders[i];
      crossed += std::any_of(
          words.extents.begin(), words.extents.end(),
          [&](const TableColumns::Extent& word) { return word.x0 < border && border < word.x1; });
    }
    return columns.extents.size() > 1 && 2 * crossed >= columns.extents.size() - 1;
  }

  // Runs of parted lines; lines of one piece may stand among them.
  std::vector<Region> aligned_regions() const {
    std::vector<Region> regions;
    const auto open = [&](std::size_t i) {
      return !taken_[i] && !lines_[i].pieces.empty() && !running(lines_[i], width_);
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!open(i) || lines_[i].pieces.size() < 2) continue;
      Region region{i, i + 1};
      std::size_t single = 0;
      for (auto k = i + 1; k < lines_.size() && open(k); ++k) {
        if (rows_[k].baseline - rows_[k - 1].baseline > kFar * lines_[k].size) break;
        if (lines_[k].pieces.size() > 1) {
          region.end = k + 1;
          single = 0;
        } else if (++single > 2) {
          break;
        }
      }
      i = region.end - 1;
      split_where_columns_change(region, regions);
    }
    return regions;
  }

  static bool names_columns(const TableLine& line) {
    return line.pieces.size() >= 2 &&
           std::none_of(line.pieces.begin(), line.pieces.end(),
                        [](const TablePiece& piece) { return piece.figure; });
  }

  static bool figures_only(const TableLine& line) {
    return std::all_of(line.pieces.begin(), line.pieces.end(),
                       [](const TablePiece& piece) { return piece.figure; });
  }

  // Several words alone on a line, names of columns below it.
  bool is_name_of_table(std::size_t k) const {
    return lines_[k].pieces.size() == 1 && lines_[k].pieces.front().words.size() >= kNameWords &&
           names_columns(lines_[k + 1]);
  }

  // Labels of a chart and the like may stand right above a table and its name.
  void take_aligned(Region region) {
    const auto top = std::min(region.end, region.begin + kTopLines);
    for (auto k = region.begin; k + kFewestRest < top; ++k) {
      if (k > region.begin && is_name_of_table(k)) {
        region.begin = k + 1;
        break;
      }
      if (!figures_only(lines_[k])) break;
    }
    for (std::size_t tries = 0; tries < kMostTries && !take(region); ++tries) {
      auto k = region.begin + 1;
      while (k < region.end && lines_[k].pieces.size() != 1) ++k;
      if (k + kFewestRest >= region.end || !names_columns(lines_[k + 1])) return;
      region.begin = k + 1;
    }
  }

  // False if it is no table.
  bool take(const Region& region) {
    std::vector<TableLine> lines;
    for (auto i = region.begin; i < region.end; ++i) {
      if (taken_[i]) continue;
      auto line = line_of(i, region);
      if (!line.pieces.empty()) lines.push_back(std::move(line));
    }
    if (lines.size() < 2) return false;
    const auto data = lines_of_figures(lines);
    const auto columns = find_columns(data.size() >= 2 ? data : lines);
    if (columns.size() < 2) return false;
    if (region.ruled) widen(region, columns, lines);
    cut_at_borders(lines, columns);
    if (!region.ruled && !looks_like_table(lines, columns)) return false;
    tables_.push_back(make_line_table(lines, columns, across_));
    for (const auto& line : lines) remove(line.row, region);
    return true;
  }

  void remove(std::size_t i, const Region& region) {
    taken_[i] = 1;
    auto& words = rows_[i].words;
    std::erase_if(words, [&](const PageWord& word) { return inside(word, region); });
    rows_[i] = words.empty() ? PageRow{} : make_row(std::move(words));
  }

  // Column heads above the upper rule, a last row below the lower one.
  void widen(const Region& region, const TableColumns& columns,
             std::vector<TableLine>& lines) const {
    for (auto i = region.end; i < rows_.size(); ++i) {
      auto line = line_of(i, region);
      if (line.pieces.empty()) continue;
      if (!fits(line, lines.back(), columns, i)) break;
      lines.push_back(std::move(line));
    }
    for (auto i = region.begin; i-- > 0;) {
      auto line = line_of(i, region);
      if (line.pieces.empty()) continue;
      if (!fits(line, lines.front(), columns, i)) {
        if (heads_figures(line, lines.front(), region, i))
          lines.insert(lines.begin(), std::move(line));
        break;
      }
      lines.insert(lines.begin(), std::move(line));
    }
  }

  // One heading over all columns of figures: in the middle of a rule that leaves the labels out.
  // The name of a table stands in the middle of all of it.
  bool heads_figures(const TableLine& line, const TableLine& next, const Region& region,
                     std::size_t i) const {
    if (taken_[i] || line.pieces.size() != 1 || line.pieces.front().figure) return false;
    if (std::abs(line.baseline - next.baseline) > kNear * next.size) return false;
    const double middle = (region.rule0 + region.x1) / 2, whole = (region.x0 + region.x1) / 2;
    if (middle - whole < 2 * line.size) return false;
    return std::abs(line.pieces.front().centre() - middle) < line.size &&
           line.x0 > region.rule0 - kOver && line.x1 < region.x1 + kOver;
  }

  bool fits(const TableLine& line, const TableLine& next, const TableColumns& columns,
            std::size_t i) const {
    if (taken_[i] || line.pieces.size() < 2 || line.pieces.size() > columns.size()) return false;
    if (std::abs(line.baseline - next.baseline) > kNear * next.size) return false;
    return std::all_of(line.pieces.begin(), line.pieces.end(), [&](const TablePiece& piece) {
      const auto range = columns.of(piece);
      return range.first == range.second;
    });
  }

  static std::vector<TableLine> lines_of_figures(const std::vector<TableLine>& lines) {
    std::vector<TableLine> result;
    for (const auto& line : lines) {
      const auto figures = std::count_if(line.pieces.begin() + 1, line.pieces.end(),
                                         [](const TablePiece& p) { return p.figure; });
      if (figures > 0 && 2 * static_cast<std::size_t>(figures) >= line.pieces.size() - 1)
        result.push_back(line);
    }
    return result;
  }

  std::vector<PageRow> rows_;
  std::vector<TableLine> lines_;  // of whole rows
  std::vector<Stroke> across_;
  std::vector<char> taken_;
  std::vector<PageTable> tables_;
  double width_ = 0;
};

}  // namespace

PageTables find_open_tables(std::vector<PageRow> rows, const std::vector<read::RulingLine>& rules) {
  return OpenTables(std::move(rows), rules).find();
}

}  // namespace kehoach::layout
