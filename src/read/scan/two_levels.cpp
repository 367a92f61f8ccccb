#include "read/scan/two_levels.h"

#include <allheaders.h>

#include <cstddef>
#include <utility>
#include <vector>

namespace kehoach::read {
namespace {

using Row = std::vector<l_uint8>;

// Of 32: a pixel, and each of the two beside it.
constexpr int kOwn = 18, kBeside = 7, kAll = 32;

l_uint8 mixed(int before, int own, int after) {
  return static_cast<l_uint8>((kBeside * (before + after) + kOwn * own + kAll / 2) / kAll);
}

// A row mixed along itself; beyond its ends stands what stands there.
void take_row(const l_uint32* line, Row& row) {
  const int width = static_cast<int>(row.size());
  int before = GET_DATA_BYTE(line, 0), own = before;
  for (int x = 0; x < width; ++x) {
    const int after = x + 1 < width ? GET_DATA_BYTE(line, x + 1) : own;
    row[static_cast<std::size_t>(x)] = mixed(before, own, after);
    before = own;
    own = after;
  }
}

}  // namespace

bool has_two_levels(const PixPtr& gray) {
  for (int y = 0; y < pixGetHeight(gray.get()); ++y) {
    const l_uint32* row = pixGetData(gray.get()) + std::ptrdiff_t{y} * pixGetWpl(gray.get());
    for (int x = 0; x < pixGetWidth(gray.get()); ++x)
      if (const auto level = GET_DATA_BYTE(row, x); level != 0 && level != 255) return false;
  }
  return true;
}

void soften(PixPtr& gray) {
  const int width = pixGetWidth(gray.get()), height = pixGetHeight(gray.get());
  const auto line = [&](int y) {
    return pixGetData(gray.get()) + std::ptrdiff_t{y} * pixGetWpl(gray.get());
  };
  Row before(static_cast<std::size_t>(width)), own = before, after = before;
  take_row(line(0), own);
  before = own;
  for (int y = 0; y < height; ++y) {
    if (y + 1 < height)
      take_row(line(y + 1), after);
    else
      after = own;
    l_uint32* row = line(y);
    for (int x = 0; x < width; ++x) {
      const auto i = static_cast<std::size_t>(x);
      SET_DATA_BYTE(row, x, mixed(before[i], own[i], after[i]));
    }
    std::swap(before, own);
    std::swap(own, after);
  }
}

}  // namespace kehoach::read
