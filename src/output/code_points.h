// Byte offsets of UTF-8 → offsets in Unicode code points, which is what a record gives.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace kehoach::output {

// Made in one pass over the text; a look-up reads at most one stride of bytes.
class CodePoints {
 public:
  explicit CodePoints(std::string_view utf8);  // must outlive the index
  // Code points that begin before byte `offset`; offsets past the end count as the end.
  std::size_t at(std::size_t offset) const;

 private:
  std::string_view utf8_;
  std::vector<std::size_t> before_;  // code points before each multiple of the stride
};

}  // namespace kehoach::output
