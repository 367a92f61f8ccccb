// The words of all indexed documents, and in how many each stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace kehoach::store {

struct CountedWord {
  std::string word;
  std::int64_t documents = 0;
};

class Vocabulary {
 public:
  explicit Vocabulary(Archive& archive) : archive_(archive) {}

  std::int64_t all_documents();
  std::int64_t documents_with(std::string_view word);
  // How rare any word of the index is, pairs of words too, of which nobody keeps count: how far its
  // newest documents reach back, in days. Cost: as many documents as it looks at.
  double reach(std::string_view indexed_word);
  // Words that begin so, at most `limit`: those in most documents. Without marks in the beginning,
  // words without marks: each stands for all that read so.
  std::vector<CountedWord> beginning_with(std::string_view beginning, std::size_t limit);
  // Every word of letters; for finding those that are spelt nearly like another.
  std::vector<CountedWord> words();

 private:
  Archive& archive_;
};

}  // namespace kehoach::store
