#include "language/edits.h"

#include <algorithm>
#include <utility>

namespace kehoach::language {

void Rewriter::replace(std::size_t begin, std::size_t end, std::string_view text) {
  if (source_.substr(begin, end - begin) == text) return;
  result_.utf8.append(source_, done_, begin - done_);
  const std::size_t to_begin = result_.utf8.size();
  result_.utf8.append(text);
  Edits& edits = result_.edits;
  if (!edits.empty() && edits.back().from_end == begin) {
    edits.back().from_end = end;
    edits.back().to_end = result_.utf8.size();
  } else {
    edits.push_back({begin, end, to_begin, result_.utf8.size()});
  }
  done_ = end;
}

Normalized Rewriter::finish() {
  result_.utf8.append(source_, done_, source_.size() - done_);
  done_ = source_.size();
  return std::move(result_);
}

Edits compose(const Edits& first, const Edits& second) {
  Edits result;
  std::size_t i = 0, k = 0;
  // A position p of B is p - shift_a in A and p + shift_c in C, outside of edits. Unsigned
  // wrap-around is meant: a shift may be negative.
  std::size_t shift_a = 0, shift_c = 0;
  while (i < first.size() || k < second.size()) {
    const bool from_first =
        k == second.size() || (i < first.size() && first[i].to_begin <= second[k].from_begin);
    const std::size_t begin = from_first ? first[i].to_begin : second[k].from_begin;
    std::size_t end = begin;
    Edit joined{begin - shift_a, 0, begin + shift_c, 0};
    for (bool grown = true; grown;) {
      grown = false;
      if (i < first.size() && first[i].to_begin <= end) {
        end = std::max(end, first[i].to_end);
        shift_a = first[i].to_end - first[i].from_end;
        ++i, grown = true;
      }
      if (k < second.size() && second[k].from_begin <= end) {
        end = std::max(end, second[k].from_end);
        shift_c = second[k].to_end - second[k].from_end;
        ++k, grown = true;
      }
    }
    joined.from_end = end - shift_a;
    joined.to_end = end + shift_c;
    result.push_back(joined);
  }
  return result;
}

}  // namespace kehoach::language
