// Over real texts, where they lie beside the project: every repair of a syllable is proven, the map
// is exact, and nothing is left to do for a second round.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "language/comparison.h"
#include "language/normalize.h"
#include "language/normalize_steps.h"
#include "language/syllable.h"

namespace kehoach::language {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> real_texts() {
  std::vector<fs::path> paths;
  const fs::path shared = fs::path(KEHOACH_ROOT).parent_path() / "shared";
  for (const fs::path& folder : {shared / "real" / "texts", shared / "seeds", shared / "real"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (entry.path().extension() == ".txt") paths.push_back(entry.path());
    }
  }
  return paths;
}

std::string bytes(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string word_around(const std::string& text, std::size_t position) {
  const char* const kBlanks = " \n\t";
  const std::size_t before =
      position == 0 ? std::string::npos : text.find_last_of(kBlanks, position - 1);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  const std::size_t end = text.find_first_of(kBlanks, position);
  return text.substr(begin, end == std::string::npos ? end : end - begin);
}

TEST(RealTexts, RepairsAreProven) {
  const std::vector<fs::path> paths = real_texts();
  if (paths.empty()) GTEST_SKIP() << "no real texts beside the project";
  std::size_t repairs = 0;
  for (const fs::path& path : paths) {
    const std::string clean =
        join_codes(compose_letters(clean_characters(bytes(path)).utf8).utf8).utf8;
    const Normalized joined = join_syllables(clean);
    for (const Edit& edit : joined.edits) {
      const std::vector<std::string> words =
          comparison_words(word_around(joined.utf8, edit.to_begin));
      bool proven = false;
      for (const std::string& word : words) proven |= is_common_syllable(word);
      EXPECT_TRUE(proven) << path << ": " << word_around(joined.utf8, edit.to_begin);
      EXPECT_EQ(
          clean.substr(edit.from_begin, edit.from_end - edit.from_begin).find_first_not_of(" \n"),
          std::string::npos);
    }
    repairs += joined.edits.size();
  }
  std::cout << repairs << " repairs in " << paths.size() << " texts\n";
}

TEST(RealTexts, NormalizingTwiceChangesNothing) {
  const std::vector<fs::path> paths = real_texts();
  if (paths.empty()) GTEST_SKIP() << "no real texts beside the project";
  for (const fs::path& path : paths) {
    const std::string once = normalize(bytes(path)).utf8;
    EXPECT_TRUE(normalize(once).edits.empty()) << path;
  }
}

}  // namespace
}  // namespace kehoach::language
