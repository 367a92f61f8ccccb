// Recording changes while a text is rewritten, and joining the records of two rewritings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/normalize.h"

namespace kehoach::language {

// Rewrites `source` from front to back. What was neither replaced nor skipped is copied.
class Rewriter {
 public:
  explicit Rewriter(std::string_view source) : source_(source) {
    result_.utf8.reserve(source.size());
  }

  // Copies up to `begin` and puts `text` for [begin, end). Calls come in order of position.
  void replace(std::size_t begin, std::size_t end, std::string_view text);
  // Copies the rest and hands the result over.
  Normalized finish();

 private:
  std::string_view source_;
  std::size_t done_ = 0;  // source bytes already copied or replaced
  Normalized result_;
};

// `first` leads from A to B, `second` from B to C: the edits from A to C. Edits that touch or
// overlap in B become one. Linear.
Edits compose(const Edits& first, const Edits& second);

}  // namespace kehoach::language
