#include "language/syllable.h"

#include <gtest/gtest.h>

namespace kehoach::language {
namespace {

TEST(Syllable, IsKnownByItsStructure) {
  for (const char* word :
       {"tăng", "Ủy", "Uỷ", "khuya", "NGHIÊNG", "quyết", "giếng", "gì",   "gìn", "già",
        "quý",  "y",  "ở",  "toán",  "xoong",   "hoà",   "hòa",   "thuở", "kế",  "ghế"}) {
    EXPECT_TRUE(is_syllable(word)) << word;
  }
  for (const char* word : {"t", "ăgn", "tăp", "", "qu", "ngh", "cế", "ka1", "tằc", "hóà", "nghang",
                           "ghà", "plan", "tưn ", "ươưo", "TTg", "nghiêngg", "z"}) {
    EXPECT_FALSE(is_syllable(word)) << word;
  }
}

TEST(Syllable, InventoryHoldsWhatIsInUse) {
  for (const char* word : {"hoạch", "Ủy", "cường", "thuyền", "Huế", "đoàn", "khuếch", "quốc", "sỹ",
                           "kỹ", "nghị", "giữ", "vượt", "thành"}) {
    EXPECT_TRUE(is_common_syllable(word)) << word;
  }
  for (const char* word : {"cầ", "ển", "phươ", "hoặch", "bả3", "t", "tiệ", "ề1"}) {
    EXPECT_FALSE(is_common_syllable(word)) << word;
  }
}

}  // namespace
}  // namespace kehoach::language
