#include "output/code_points.h"

#include <algorithm>

namespace kehoach::output {
namespace {

constexpr std::size_t kStride = 128;

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

std::size_t count(std::string_view utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), begins_code_point));
}

}  // namespace

CodePoints::CodePoints(std::string_view utf8) : utf8_(utf8) {
  before_.reserve(utf8.size() / kStride + 1);
  std::size_t total = 0;
  for (std::size_t begin = 0; begin <= utf8.size(); begin += kStride) {
    before_.push_back(total);
    total += count(utf8.substr(begin, kStride));
  }
}

std::size_t CodePoints::at(std::size_t offset) const {
  offset = std::min(offset, utf8_.size());
  const std::size_t stride = offset / kStride;
  const std::size_t begin = stride * kStride;
  return before_[stride] + count(utf8_.substr(begin, offset - begin));
}

}  // namespace kehoach::output
