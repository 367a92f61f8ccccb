#include "layout/pdf/line_look.h"

#include <array>

#include "read/pdf/turn.h"

namespace kehoach::layout {
namespace {

constexpr double kBeside = 6;     // points of paper left and right
constexpr double kColumnGap = 3;  // sizes: wider apart stand columns
constexpr double kNear = 100;     // points of the line on both sides of what is asked for

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

namespace {

read::ScanPage read_line(const read::PageEyes& eyes, const PageText& page, const LinePlace& line,
                         const Look& look) {
  read::ZoneLook how;
  how.dpi = look.dpi;
  auto box = box_of(page.rows[line.row], line.begin, line.end);
  box = {box.x0 - kBeside, box.y0 - look.around, box.x1 + kBeside, box.y1 + look.around};
  return eyes.look(page.number, read::turned_box(box, page.angle), page.angle, how);
}

// A reader needs some of a line to tell its height, not all.
LinePlace near_part(const PageRow& row, LinePlace line, const LinePlace& from,
                    const LinePlace& to) {
  const double x0 = row.words[from.begin].box.x0 - kNear, x1 = row.words[to.end - 1].box.x1 + kNear;
  while (line.begin < from.begin && row.words[line.begin].box.x1 < x0) ++line.begin;
  while (line.end > to.end && row.words[line.end - 1].box.x0 > x1) --line.end;
  return line;
}

}  // namespace

std::vector<LineReadings> read_lines(const read::PageEyes& eyes, const PageText& page,
                                     const std::vector<LinePlace>& places, const Settled& settled) {
  std::vector<LineReadings> readings(places.size());
  const auto line_of = [&](std::size_t i) { return line_around(page, places[i]); };
  const auto is_settled = [&](std::size_t i) {
    return settled && settled(i, readings[i], kLooks.size());
  };
  for (std::size_t first = 0, last = 0; first < places.size(); first = last) {
    const auto line = line_of(first);
    for (last = first + 1; last < places.size() && same(line, line_of(last));) ++last;
    const auto part = near_part(page.rows[line.row], line, places[first], places[last - 1]);
    for (const auto& look : kLooks) {
      bool done = true;
      for (auto i = first; i < last && done; ++i) done = is_settled(i);
      if (done) break;
      const auto reading = read_line(eyes, page, part, look);
      for (auto i = first; i < last; ++i) readings[i].push_back(reading);
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
