// Documents whose texts are like one document's.
//
// The words that tell the text apart (often here, rare elsewhere) find candidates; these are then
// compared by all their words: the cosine of tf-idf vectors, 1 for the same words as often. A text
// with less than half as many different words is as much less alike: a scrap of a few telling words
// says little of the rest.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "store/archive.h"
#include "store/relations.h"

namespace kehoach::store {

struct Neighbour {
  DocumentLine document;
  double likeness = 0;              // 0 to 1
  std::vector<std::string> shared;  // words that make it, the weightiest first
};

// The most alike first, the document itself left out. Throws base::Error as in statement.h.
std::vector<Neighbour> similar_documents(Archive& archive, std::int64_t document,
                                         std::size_t most = 10);

}  // namespace kehoach::store
