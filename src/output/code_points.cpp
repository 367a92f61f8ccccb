#include "output/code_points.h"

#include <algorithm>

#include "base/utf8.h"

namespace kehoach::output {
namespace {

constexpr std::size_t kStride = 128;

}  // namespace

CodePoints::CodePoints(std::string_view utf8) : utf8_(utf8) {
  before_.reserve(utf8.size() / kStride + 1);
  std::size_t total = 0;
  for (std::size_t begin = 0; begin <= utf8.size(); begin += kStride) {
    before_.push_back(total);
    total += base::code_points(utf8.substr(begin, kStride));
  }
}

std::size_t CodePoints::at(std::size_t offset) const {
  offset = std::min(offset, utf8_.size());
  const std::size_t stride = offset / kStride;
  const std::size_t begin = stride * kStride;
  return before_[stride] + base::code_points(utf8_.substr(begin, offset - begin));
}

}  // namespace kehoach::output
