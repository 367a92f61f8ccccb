// Every #include in src/ against the table of rooms in src/README.md.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Rooms = std::map<std::string, std::set<std::string>>;

const fs::path kSource = fs::path(KEHOACH_ROOT) / "src";

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) out.push_back(line);
  return out;
}

// Rows "| `room` | … | a, b | … |" of the map.
Rooms rooms() {
  static const std::regex row(R"(\| `(\w+)` \|[^|]*\|([^|]*)\|.*)");
  static const std::regex word(R"(\w+)");
  Rooms out;
  for (const std::string& line : lines_of(kSource / "README.md")) {
    std::smatch match;
    if (!std::regex_match(line, match, row)) continue;
    const std::string allowed = match[2];
    std::set<std::string>& names = out[match[1]];
    for (std::sregex_iterator it(allowed.begin(), allowed.end(), word), end; it != end; ++it)
      names.insert(it->str());
  }
  return out;
}

struct Include {
  std::string file, room, included;
};

// Includes of other rooms' headers: #include "room/…".
std::vector<Include> includes() {
  static const std::regex pattern("#include \"(\\w+)/.*");
  std::vector<Include> out;
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    const fs::path name = fs::relative(entry.path(), kSource);
    if (!entry.is_regular_file() || !name.has_parent_path()) continue;
    const std::string room = name.begin()->string();
    for (const std::string& line : lines_of(entry.path())) {
      std::smatch match;
      if (std::regex_match(line, match, pattern) && match[1] != room)
        out.push_back({name.string(), room, match[1]});
    }
  }
  return out;
}

TEST(Map, NamesEveryRoom) {
  const Rooms all = rooms();
  for (const auto& entry : fs::directory_iterator(kSource)) {
    if (entry.is_directory()) {
      EXPECT_TRUE(all.contains(entry.path().filename().string())) << entry.path();
    }
  }
}

TEST(Map, EveryIncludeFollowsAnArrow) {
  const Rooms all = rooms();
  const std::vector<Include> found = includes();
  ASSERT_GT(found.size(), 50u);
  for (const Include& include : found)
    EXPECT_TRUE(all.at(include.room).contains(include.included))
        << include.file << " includes " << include.included
        << ", which src/README.md does not allow";
}

TEST(Map, ArrowsPointOneWay) {
  const Rooms all = rooms();
  std::set<std::string> before;
  for (const std::string& line : lines_of(kSource / "README.md")) {
    std::smatch match;
    static const std::regex row(R"(\| `(\w+)` \|.*)");
    if (!std::regex_match(line, match, row)) continue;
    for (const std::string& allowed : all.at(match[1]))
      EXPECT_TRUE(before.contains(allowed)) << match[1] << " may include " << allowed;
    before.insert(match[1]);
  }
}

// Third-party headers stay with the rooms that own them.
TEST(Map, LibrariesHaveOwners) {
  const std::vector<std::pair<std::regex, std::set<std::string>>> owners = {
      {std::regex("#include [<\"]unicode/.*"), {"language"}},
      {std::regex("#include [<\"]re2/.*"), {"match"}},
      {std::regex("#include [<\"]toml.*"), {"rules"}},
      {std::regex("#include [<\"]openssl/evp.*"), {"read", "output"}},  // digests
      {std::regex("#include [<\"]openssl/(?!evp).*"), {"read"}},        // signatures
      {std::regex("#include [<\"](gumbo|gmime/.*|uchardet.*)\\.h[>\"]"), {"read"}},
      {std::regex("#include <(PDFDoc|OutputDev|GfxState|SplashOutputDev)\\.h>"), {"read"}},
      {std::regex("#include <zip\\.h>"), {"read"}},
      {std::regex("#include <(sqlite3|zlib)\\.h>"), {"store"}},
      {std::regex("#include [<\"]CLI/.*"), {"cli"}},
  };
  for (const auto& entry : fs::recursive_directory_iterator(kSource)) {
    const fs::path name = fs::relative(entry.path(), kSource);
    if (!entry.is_regular_file()) continue;
    for (const std::string& line : lines_of(entry.path()))
      for (const auto& [library, rooms_of_it] : owners) {
        if (std::regex_match(line, library)) {
          EXPECT_TRUE(rooms_of_it.contains(name.begin()->string())) << name << line;
        }
      }
  }
}

}  // namespace
