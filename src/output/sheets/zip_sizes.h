// What a ZIP file says of the sizes of its parts.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace kehoach::output {

// Sizes before compression by name, from the directory at the end of a ZIP file without a comment
// and below 4 GiB. Empty where there is none.
std::map<std::string, std::uint64_t> zip_sizes(const std::string& path);

}  // namespace kehoach::output
