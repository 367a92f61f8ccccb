#include "language/context_marks.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kehoach::language {
namespace {

constexpr const char* kPairs =
    "# a remark\n"
    "bảo tiến độ\n"
    "cô giáo\n"
    "cố tràn\n"
    "nhanh tiến\n"
    "phẩm chất\n"
    "sản phẩm xuất\n"
    "sự cô cố\n"
    "thẩm quyền\n"
    "tiến nhanh độ\n"
    "tiền mặt\n"
    "tràn dầu\n"
    "xã sản\n"
    "độ thi\n";

// "|" parts what does not stand together; "word=other" is a word that a second reader saw
// otherwise, "/" a line's begin, "#" a section's heading.
std::string repaired(const std::string& line, bool faint = false) {
  const SyllablePairs pairs(kPairs);
  std::vector<std::string> words, others;
  std::vector<char> joined, begins;
  bool together = false, heading = false;
  for (std::size_t i = 0; i < line.size();) {
    const auto end = std::min(line.find(' ', i), line.size());
    const auto word = line.substr(i, end - i);
    i = end + 1;
    heading = heading || word == "#";
    if (word == "#") continue;
    if (word == "|") {
      together = false;
      continue;
    }
    const auto other = std::min(word.find('='), word.size());
    begins.push_back(word.starts_with('/'));
    words.push_back(word.substr(begins.back() ? 1 : 0, other - (begins.back() ? 1 : 0)));
    others.push_back(word.substr(std::min(other + 1, word.size())));
    joined.push_back(together);
    together = true;
  }
  std::vector<WordInContext> seen;
  for (std::size_t i = 0; i < words.size(); ++i)
    seen.push_back({words[i], joined[i] != 0, others[i], begins[i] != 0, heading});
  for (const auto& repair : repairs_by_context(seen, pairs, faint))
    words[repair.word] = repair.text;
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

TEST(ContextMarks, ChangesWhatStandsBesideNoneOfItsNeighbours) {
  const std::pair<const char*, const char*> cases[] = {
      {"nhanh tiền độ thi", "nhanh tiến độ thi"},
      {"NHANH TIỀN ĐỘ THI", "NHANH TIỀN ĐỘ THI"},  // in capitals it may be a name
      {"# NHANH TIỀN ĐỘ THI", "NHANH TIẾN ĐỘ THI"},
      {"xã sán phẩm", "xã sản phẩm"},
      {"Nhanh tiền độ", "Nhanh tiến độ"},          // a sentence's first word is no name
      {"nhanh tiền", "nhanh tiền"},                // one neighbour is too few
      {"nhanh | tiền độ", "nhanh tiền độ"},        // a sign between them
      {"nhanh Tiền độ", "nhanh Tiền độ"},          // may be a name
      {"nhanh tiền Độ thi", "nhanh tiền Độ thi"},  // beside one
      {"sự cô tràn dầu", "sự cô tràn dầu"},        // known beside one of them
      {"xanh tiền đô", "xanh tiền đô"},            // neither is its other form
  };
  for (const auto& [seen, right] : cases) EXPECT_EQ(repaired(seen), right) << seen;
}

TEST(ContextMarks, TakesTheSecondReadersWordWhereItsNeighboursSaySo) {
  const std::pair<const char*, const char*> cases[] = {
      {"sự cô=cố tràn dầu", "sự cố tràn dầu"},
      {"sự cố=cô tràn dầu", "sự cố tràn dầu"},
      {"Minh Tiền=Tiến Anh", "Minh Tiền Anh"},   // nothing speaks for either
      {"nhanh Tiền=Tiến Độ", "nhanh Tiền Độ"},   // may be a name
      {"nhanh /Tiền=Tiến độ", "nhanh Tiến độ"},  // a line begins
      {"Nhanh /Tiền=Tiến độ", "Nhanh Tiền độ"},  // … and may be the name's second one
      {"nhanh Tiềm=Tiến độ", "nhanh Tiềm độ"},
      {"nhanh Tiếnn=Tiến độ", "nhanh Tiến độ"},  // as it stands it is nothing
      {"Sàn=Sản Phẩm", "Sàn Phẩm"},
      {"Sàn=Sản phẩm", "Sản phẩm"},
      {"SÀN=SẢN PHẨM", "SẢN PHẨM"},
      {"xã=xa | sản=sán phẩm", "xã sản phẩm"},
  };
  for (const auto& [seen, right] : cases) EXPECT_EQ(repaired(seen), right) << seen;
}

TEST(ContextMarks, TonesAboveACircumflexAreLostOrMistaken) {
  struct Case {
    const char* line;
    const char* expected;
    const char* if_faint;
  };
  const Case cases[] = {
      // No syllable: one neighbour is enough, a capital too if the neighbour is no name.
      {"| phâm chất", "phẩm chất", "phẩm chất"},
      {"sản phâm |", "sản phẩm", "sản phẩm"},
      {"sản Phâm |", "sản Phẩm", "sản Phẩm"},
      {"KẾ HOẠCH /Thấm quyền", "KẾ HOẠCH Thẩm quyền", "KẾ HOẠCH Thẩm quyền"},
      {"Kế hoạch /Thấm quyền", "Kế hoạch Thấm quyền", "Kế hoạch Thấm quyền"},
      {"Sản Phâm Anh", "Sản Phâm Anh", "Sản Phâm Anh"},
      // … whatever the marks, but not where there are none.
      {"# NHANH TIÈN", "NHANH TIẾN", "NHANH TIẾN"},
      {"nhanh tièn |", "nhanh tiến", "nhanh tiến"},
      // Two that speak for each other, and no others of their letters.
      {"# TIÈN ĐỌ", "TIẾN ĐỘ", "TIẾN ĐỘ"},
      {"tièn đọ |", "tiến độ", "tiến độ"},
      {"Tièn Đọ Anh", "Tièn Đọ Anh", "Tièn Đọ Anh"},
      {"nhanh tien |", "nhanh tien", "nhanh tien"},
      {"Nhanh Tièn Anh", "Nhanh Tièn Anh", "Nhanh Tièn Anh"},
      // A hook taken for an acute or a tilde.
      {"| thấm quyền", "thẩm quyền", "thẩm quyền"},
      {"| thẫm quyền", "thẩm quyền", "thẩm quyền"},
      {"| thậm quyền", "thậm quyền", "thậm quyền"},
      // A syllable that one neighbour or two speak against: only where marks are known to be lost.
      {"sự cô tràn", "sự cô tràn", "sự cố tràn"},
      {"| cô tràn", "cô tràn", "cố tràn"},
      {"sự cô giáo", "sự cô giáo", "sự cô giáo"},
      {"sự Cô tràn", "sự Cô tràn", "sự Cô tràn"},
      // Two capitals are a name, at the beginning too.
      {"| Cô tràn", "Cô tràn", "Cố tràn"},
      {"| Cô Tràn", "Cô Tràn", "Cô Tràn"},
      {"| Thấm Quyền", "Thấm Quyền", "Thấm Quyền"},
  };
  for (const auto& [line, expected, if_faint] : cases) {
    EXPECT_EQ(repaired(line), expected) << line;
    EXPECT_EQ(repaired(line, true), if_faint) << line;
  }
}

}  // namespace
}  // namespace kehoach::language
