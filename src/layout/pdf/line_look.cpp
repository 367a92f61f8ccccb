#include "layout/pdf/line_look.h"

#include <array>

#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kBeside = 6;     // points of paper left and right
constexpr double kColumnGap = 3;  // sizes: wider apart stand columns

// As its ink stands, a little less and a little more of it; and larger.
struct Look {
  double dpi = 0;     // 0: the image's own
  double around = 0;  // points above and below
};
constexpr std::array kLooks = {Look{0, 0}, Look{0, -1}, Look{0, 1}, Look{400, 0}};

bool same(const LinePlace& a, const LinePlace& b) {
  return a.row == b.row && a.begin == b.begin && a.end == b.end;
}

}  // namespace

base::Box box_of(const PageRow& row, std::size_t begin, std::size_t end) {
  auto box = row.words[begin].box;
  for (auto i = begin + 1; i < end; ++i) box = join(box, row.words[i].box);
  return box;
}

LinePlace line_around(const PageText& page, LinePlace place) {
  const auto& row = page.rows[place.row];
  const auto near = [&](std::size_t i) {
    return row.words[i].box.x0 - row.words[i - 1].box.x1 < kColumnGap * row.size;
  };
  while (place.begin > 0 && near(place.begin)) --place.begin;
  while (place.end < row.words.size() && near(place.end)) ++place.end;
  return place;
}

std::vector<std::vector<read::ScanPage>> read_lines(const read::PageEyes& eyes,
                                                    const PageText& page,
                                                    const std::vector<LinePlace>& places) {
  std::vector<std::vector<read::ScanPage>> readings(places.size());
  for (const auto& look : kLooks) {
    read::ZoneLook how;
    how.dpi = look.dpi;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto line = line_around(page, places[i]);
      if (i > 0 && same(line, line_around(page, places[i - 1]))) {
        readings[i].push_back(readings[i - 1].back());
        continue;
      }
      auto box = box_of(page.rows[line.row], line.begin, line.end);
      box = {box.x0 - kBeside, box.y0 - look.around, box.x1 + kBeside, box.y1 + look.around};
      readings[i].push_back(
          eyes.look(page.number, read::turned_box(box, page.angle), page.angle, how));
    }
  }
  return readings;
}

std::string words_in(const read::ScanPage& reading, const base::Box& box) {
  std::string text;
  for (const auto& word : reading.words) {
    const double middle = (word.box.x0 + word.box.x1) / 2;
    if (middle > box.x0 && middle < box.x1) text += (text.empty() ? "" : " ") + word.text;
  }
  return text;
}

}  // namespace kehoach::layout
