#include "layout/tables/page_grid.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <utility>

#include "layout/tables/page_strokes.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kMostLines = 4000;
constexpr std::size_t kMostPositions = 100'000;
constexpr double kOpenSide = 8;  // points: lines that end so far outside have a side there

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void unite(std::size_t a, std::size_t b) { parent_[find(b)] = find(a); }

 private:
  std::vector<std::size_t> parent_;
};

std::vector<double> places(const std::vector<Stroke>& strokes) {
  std::vector<double> result;
  for (const auto& stroke : strokes)
    if (result.empty() || stroke.at - result.back() > kTouch) result.push_back(stroke.at);
  return result;
}

// Tables often have no lines at their sides: then the ends of the lines across say where they are.
void add_open_sides(std::vector<double>& borders, const std::vector<Stroke>& across) {
  if (borders.empty() || across.size() < 2) return;
  const auto reach = [&](auto end_of, auto beyond) {
    std::vector<double> ends;
    for (const auto& stroke : across)
      if (beyond(end_of(stroke))) ends.push_back(end_of(stroke));
    return ends;
  };
  const auto before = reach([](const Stroke& s) { return s.from; },
                            [&](double x) { return x < borders.front() - kOpenSide; });
  const auto after = reach([](const Stroke& s) { return s.to; },
                           [&](double x) { return x > borders.back() + kOpenSide; });
  if (after.size() >= 2) borders.push_back(*std::max_element(after.begin(), after.end()));
  if (before.size() >= 2)
    borders.insert(borders.begin(), *std::min_element(before.begin(), before.end()));
}

std::size_t interval(const std::vector<double>& borders, double at) {
  const auto after = std::upper_bound(borders.begin(), borders.end(), at);
  const auto i = static_cast<std::size_t>(after - borders.begin());
  return std::clamp<std::size_t>(i, 1, borders.size() - 1) - 1;
}

// For each border and each interval across: is it drawn there?
std::vector<char> drawn(const std::vector<Stroke>& strokes, const std::vector<double>& borders,
                        const std::vector<double>& across) {
  const auto intervals = across.size() - 1;
  std::vector<char> result(borders.size() * intervals, 0);
  for (const auto& stroke : strokes) {
    auto near = std::lower_bound(borders.begin(), borders.end(), stroke.at - kTouch);
    if (near == borders.end()) continue;
    const auto border = static_cast<std::size_t>(near - borders.begin());
    for (std::size_t k = 0; k < intervals; ++k) {
      const double middle = (across[k] + across[k + 1]) / 2;
      if (stroke.from <= middle && middle <= stroke.to) result[border * intervals + k] = 1;
    }
  }
  return result;
}

class GridMaker {
 public:
  GridMaker(const std::vector<Stroke>& across, const std::vector<Stroke>& down) {
    grid_.ys = places(across);
    grid_.xs = places(down);
    grid_.drawn_down = grid_.xs.size();
    add_open_sides(grid_.xs, across);
    add_open_sides(grid_.ys, down);
    if (grid_.xs.size() < 2 || grid_.ys.size() < 2) return;
    grid_.rows = grid_.ys.size() - 1;
    grid_.columns = grid_.xs.size() - 1;
    if (grid_.rows * grid_.columns > kMostPositions) return;
    grid_.box = {grid_.xs.front(), grid_.ys.front(), grid_.xs.back(), grid_.ys.back()};
    horizontal_ = drawn(across, grid_.ys, grid_.xs);
    vertical_ = drawn(down, grid_.xs, grid_.ys);
    make_cells();
  }

  PageGrid take() { return std::move(grid_); }

 private:
  bool border_below(std::size_t row, std::size_t column) const {
    return horizontal_[(row + 1) * grid_.columns + column] != 0;
  }
  bool border_right(std::size_t row, std::size_t column) const {
    return vertical_[(column + 1) * grid_.rows + row] != 0;
  }

  // Grows each cell to the right and down as far as no border is drawn.
  void make_cells() {
    constexpr auto kNone = static_cast<std::size_t>(-1);
    grid_.owner.assign(grid_.rows * grid_.columns, kNone);
    for (std::size_t row = 0; row < grid_.rows; ++row) {
      for (std::size_t column = 0; column < grid_.columns; ++column) {
        if (grid_.owner[row * grid_.columns + column] != kNone) continue;
        auto right = column;
        while (right + 1 < grid_.columns && !border_right(row, right) &&
               grid_.owner[row * grid_.columns + right + 1] == kNone)
          ++right;
        auto bottom = row;
        while (bottom + 1 < grid_.rows && open_below(bottom, column, right)) ++bottom;
        add_cell(row, column, bottom, right);
      }
    }
  }

  bool open_below(std::size_t row, std::size_t column, std::size_t right) const {
    for (auto k = column; k <= right; ++k)
      if (border_below(row, k)) return false;
    for (auto k = column; k < right; ++k)
      if (border_right(row + 1, k)) return false;
    return true;
  }

  void add_cell(std::size_t row, std::size_t column, std::size_t bottom, std::size_t right) {
    for (auto r = row; r <= bottom; ++r)
      for (auto c = column; c <= right; ++c)
        grid_.owner[r * grid_.columns + c] = grid_.cells.size();
    grid_.cells.push_back(
        {row,
         column,
         static_cast<int>(bottom - row + 1),
         static_cast<int>(right - column + 1),
         {grid_.xs[column], grid_.ys[row], grid_.xs[right + 1], grid_.ys[bottom + 1]}});
  }

  PageGrid grid_;
  std::vector<char> horizontal_, vertical_;  // drawn borders
};

}  // namespace

std::size_t PageGrid::cell_at(double x, double y) const {
  return owner[interval(ys, y) * columns + interval(xs, x)];
}

std::vector<PageGrid> find_grids(const std::vector<read::RulingLine>& lines) {
  const auto across = join_strokes(lines, true);
  const auto down = join_strokes(lines, false);
  if (across.size() + down.size() > kMostLines) return {};
  Sets sets(across.size() + down.size());
  for (std::size_t h = 0; h < across.size(); ++h) {
    auto v = std::lower_bound(down.begin(), down.end(), across[h].from - kTouch,
                              [](const Stroke& s, double x) { return s.at < x; });
    for (; v != down.end() && v->at <= across[h].to + kTouch; ++v) {
      if (v->from - kTouch <= across[h].at && across[h].at <= v->to + kTouch)
        sets.unite(h, across.size() + static_cast<std::size_t>(v - down.begin()));
    }
  }
  std::map<std::size_t, std::pair<std::vector<Stroke>, std::vector<Stroke>>> parts;
  for (std::size_t h = 0; h < across.size(); ++h) parts[sets.find(h)].first.push_back(across[h]);
  for (std::size_t v = 0; v < down.size(); ++v)
    parts[sets.find(across.size() + v)].second.push_back(down[v]);
  std::vector<PageGrid> grids;
  for (const auto& [root, part] : parts) {
    auto grid = GridMaker(part.first, part.second).take();
    if (grid.cells.size() > 1) grids.push_back(std::move(grid));
  }
  std::sort(grids.begin(), grids.end(),
            [](const PageGrid& a, const PageGrid& b) { return a.box.y0 < b.box.y0; });
  return grids;
}

}  // namespace kehoach::layout
