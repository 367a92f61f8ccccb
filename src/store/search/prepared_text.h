// Text as the full-text table takes it: words cut and compared already, so that the table never
// depends on how that is done.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/archive.h"

namespace kehoach::store {

// How many documents of a batch hold each word.
class WordCounter {
 public:
  // All words until the next call are of one more document (or, if `sign` is -1, of one less).
  void begin_document(int sign);
  void add(std::string_view word);
  // Adds the counts to search_words and forgets them.
  void write(Archive& archive);

 private:
  struct Count {
    std::int64_t change = 0, last_document = 0;
  };
  std::unordered_map<std::string, Count> counts_;
  std::int64_t document_ = 0;
  int sign_ = 1;
  bool takes_away_ = false;
};

// "Kế hoạch 142/KH" gives "kế|ke hoạch|hoach 142|142/kh kh". Words go to `counter`.
std::string prepared_text(std::string_view utf8, WordCounter& counter);

// Long numbers, and numbers of documents, are too many to be counted one by one.
bool is_counted(std::string_view word);

}  // namespace kehoach::store
