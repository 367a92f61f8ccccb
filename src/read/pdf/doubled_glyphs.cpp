#include "read/pdf/doubled_glyphs.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

namespace kehoach::read {
namespace {

constexpr double kShareOfSize = 0.1;   // nearer than that it is the same glyph again
constexpr double kBoldOffset = 0.005;  // drawn exactly again, it is no bolder
constexpr double kCell = 4.0;          // of the grid that glyphs are looked up in, points
// Of the same glyph in one cell there are more only where someone piled them up.
constexpr int kMostInCell = 16;

struct Place {
  std::size_t run = 0, glyph = 0;
};

class Grid {
 public:
  explicit Grid(const PdfPage& page) : page_(page) {
    std::size_t count = 0;
    for (const GlyphRun& run : page.runs) count += run.glyphs.size();
    std::size_t size = 1;
    while (size < count) size *= 2;
    heads_.assign(size, -1);
    places_.reserve(count);
    next_.reserve(count);
  }

  // The glyph drawn before that `place` draws again, or null.
  const Place* find(Place place) const {
    const GlyphRun& run = page_.runs[place.run];
    const Glyph& glyph = run.glyphs[place.glyph];
    const double reach = std::min(run.size * kShareOfSize, kCell / 2);
    const Cell low = cell(glyph.x0 - reach, glyph.baseline - reach);
    const Cell high = cell(glyph.x0 + reach, glyph.baseline + reach);
    for (long x = low.x; x <= high.x; ++x)
      for (long y = low.y; y <= high.y; ++y)
        if (const Place* found = find_in({x, y}, run, glyph, reach)) return found;
    return nullptr;
  }

  void insert(Place place) {
    const GlyphRun& run = page_.runs[place.run];
    const Glyph& glyph = run.glyphs[place.glyph];
    int& head = heads_[slot(cell(glyph.x0, glyph.baseline), run, glyph)];
    places_.push_back(place);
    next_.push_back(head);
    head = static_cast<int>(places_.size()) - 1;
  }

 private:
  struct Cell {
    long x = 0, y = 0;
  };

  static Cell cell(double x, double y) {
    return {std::lround(std::floor(x / kCell)), std::lround(std::floor(y / kCell))};
  }

  std::size_t slot(Cell at, const GlyphRun& run, const Glyph& glyph) const {
    std::size_t hash = std::hash<std::string_view>{}(glyph.text);
    const auto mix = [&](std::size_t value) { hash = (hash ^ value) * 0x9E3779B97F4A7C15u; };
    mix(static_cast<std::size_t>(at.x));
    mix(static_cast<std::size_t>(at.y));
    if (glyph.text.empty()) mix(glyph.code + (static_cast<std::size_t>(run.font) << 32));
    return (hash >> 20) & (heads_.size() - 1);
  }

  const Place* find_in(Cell at, const GlyphRun& run, const Glyph& glyph, double reach) const {
    int seen = 0;
    for (int i = heads_[slot(at, run, glyph)]; i >= 0 && seen < kMostInCell;
         i = next_[static_cast<std::size_t>(i)], ++seen) {
      const Place& place = places_[static_cast<std::size_t>(i)];
      const GlyphRun& other_run = page_.runs[place.run];
      const Glyph& other = other_run.glyphs[place.glyph];
      if (std::abs(other.x0 - glyph.x0) <= reach &&
          std::abs(other.baseline - glyph.baseline) <= reach && alike(run, glyph, other_run, other))
        return &place;
    }
    return nullptr;
  }

  static bool alike(const GlyphRun& run, const Glyph& glyph, const GlyphRun& other_run,
                    const Glyph& other) {
    return glyph.text == other.text && run.angle == other_run.angle &&
           run.invisible == other_run.invisible &&
           std::abs(run.size - other_run.size) <= kShareOfSize * run.size &&
           (!glyph.text.empty() || (glyph.code == other.code && run.font == other_run.font));
  }

  const PdfPage& page_;
  std::vector<int> heads_, next_;
  std::vector<Place> places_;
};

bool is_beside(const GlyphRun& run, const Glyph& glyph, const Glyph& other) {
  return std::max(std::abs(glyph.x0 - other.x0), std::abs(glyph.baseline - other.baseline)) >
         kBoldOffset * run.size;
}

// Of one run: which of its glyphs were drawn before, and by what.
struct Doubled {
  std::vector<std::size_t> glyphs;
  std::vector<Place> firsts;
};

// Two texts that cross may have a letter in common; a run is drawn again as a whole or not at all.
Doubled find_doubled(const PdfPage& page, const Grid& grid, std::size_t run) {
  Doubled doubled;
  std::size_t letters = 0;
  const std::vector<Glyph>& glyphs = page.runs[run].glyphs;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (glyphs[i].text == " ") continue;
    ++letters;
    const Place* first = grid.find({run, i});
    if (first == nullptr) continue;
    doubled.glyphs.push_back(i);
    doubled.firsts.push_back(*first);
  }
  if (doubled.glyphs.size() * 5 < letters * 4) return {};
  return doubled;
}

void drop(std::vector<Glyph>& glyphs, const std::vector<std::size_t>& doubled) {
  std::vector<Glyph> kept;
  for (std::size_t i = 0, next = 0; i < glyphs.size(); ++i) {
    if (next < doubled.size() && doubled[next] == i) {
      ++next;
    } else {
      kept.push_back(std::move(glyphs[i]));
    }
  }
  const bool blank =
      std::all_of(kept.begin(), kept.end(), [](const Glyph& glyph) { return glyph.text == " "; });
  glyphs = blank ? std::vector<Glyph>() : std::move(kept);
}

}  // namespace

void drop_doubled_glyphs(PdfPage& page) {
  Grid grid(page);
  std::vector<std::size_t> beside(page.runs.size(), 0);  // drawn again a little beside themselves
  for (std::size_t run = 0; run < page.runs.size(); ++run) {
    const Doubled doubled = find_doubled(page, grid, run);
    for (std::size_t i = 0; i < doubled.glyphs.size(); ++i) {
      const Place& first = doubled.firsts[i];
      beside[first.run] += is_beside(page.runs[run], page.runs[run].glyphs[doubled.glyphs[i]],
                                     page.runs[first.run].glyphs[first.glyph]);
    }
    if (!doubled.glyphs.empty()) drop(page.runs[run].glyphs, doubled.glyphs);
    for (std::size_t i = 0; i < page.runs[run].glyphs.size(); ++i) grid.insert({run, i});
  }
  for (std::size_t run = 0; run < page.runs.size(); ++run)
    if (beside[run] > 0 && beside[run] * 2 >= page.runs[run].glyphs.size())
      page.runs[run].bold = true;
  std::erase_if(page.runs, [](const GlyphRun& run) { return run.glyphs.empty(); });
}

}  // namespace kehoach::read
