// A search as a file: what would be typed, a line for each option, the words of the query on lines
// of their own.
//
//   # what the province promised its people
//   "chỉ số hài lòng" tăng
//   --province Hà Giang
//   --year 2021..2023
//
// Lines that begin with # say nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach::cli {

// As arguments of the command line. Throws base::Error of read_source() and "saved-search".
std::vector<std::string> read_search(const std::string& path);

// `arguments`: options ("--year", "2023") and words of the query. Throws base::Error "usage" for
// what a file cannot say: lines that begin with #, and line ends.
std::string saved_text(const std::vector<std::string>& arguments);

}  // namespace kehoach::cli
