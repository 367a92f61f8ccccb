// Gold files and the documents beside them.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace kehoach::cli {

struct GoldCase {
  std::string document;  // path of the source: NAME.txt beside NAME.gold.json
  nlohmann::json gold;
};

struct GoldCases {
  std::vector<GoldCase> cases;                    // sorted by path
  std::vector<std::string> faults;                // what is wrong with gold files
  std::map<std::string, std::size_t> unreadable;  // what no reader takes, and how many
};

// All below `folders` (or single gold files). Documents of a kind that no reader takes yet are
// counted apart, not scored. Only cases of `kind`, unless it is empty. Throws base::Error
// "missing" for a folder that is not there.
GoldCases find_gold(const std::vector<std::string>& folders, const std::string& kind);

}  // namespace kehoach::cli
