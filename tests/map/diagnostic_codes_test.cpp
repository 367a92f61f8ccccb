// Every code of a diagnostic in src/ is explained in docs/record.md.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::set<std::string> codes_in(const std::string& source) {
  static const std::regex made(
      R"re("([a-z]+(?:-[a-z0-9]+)*)",\s*(?:base::)?Severity::|code = "([a-z]+(?:-[a-z0-9]+)*)")re");
  std::set<std::string> out;
  for (std::sregex_iterator it(source.begin(), source.end(), made), end; it != end; ++it)
    out.insert((*it)[1].matched ? (*it)[1] : (*it)[2]);
  return out;
}

TEST(DiagnosticCodes, StandInTheContract) {
  const std::string contract = text_of(fs::path(KEHOACH_ROOT) / "docs" / "record.md");
  std::set<std::string> codes;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(KEHOACH_ROOT) / "src"))
    if (entry.path().extension() == ".cpp") codes.merge(codes_in(text_of(entry.path())));
  EXPECT_GT(codes.size(), 20u);
  for (const std::string& code : codes)
    EXPECT_NE(contract.find("`" + code + "`"), std::string::npos) << code;
}

}  // namespace
