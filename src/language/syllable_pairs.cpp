#include "language/syllable_pairs.h"

#include <algorithm>

#include "language/comparison.h"
#include "language/syllable.h"

namespace kehoach::language {

SyllablePairs::SyllablePairs(std::string_view data) {
  for (std::size_t at = 0; at < data.size();) {
    const auto end = std::min(data.find('\n', at), data.size());
    const auto line = data.substr(at, end - at);
    const auto space = std::min(line.find(' '), line.size());
    const auto first = line.substr(0, space);
    if (!first.empty() && first.front() != '#') {
      lines_.push_back({first, data.substr(at + space, end - at - space)});
      if (is_common_syllable(first)) by_letters_[search_form(first)].push_back(first);
    }
    at = end + 1;
  }
  const auto before = [](const Line& a, const Line& b) { return a.first < b.first; };
  if (!std::is_sorted(lines_.begin(), lines_.end(), before))
    std::sort(lines_.begin(), lines_.end(), before);
}

bool SyllablePairs::follows(std::string_view first, std::string_view second) const {
  const auto line =
      std::lower_bound(lines_.begin(), lines_.end(), first,
                       [](const Line& a, std::string_view word) { return a.first < word; });
  if (line == lines_.end() || line->first != first || second.empty()) return false;
  const auto seconds = line->seconds;
  for (auto at = seconds.find(second); at != seconds.npos; at = seconds.find(second, at + 1)) {
    const auto end = at + second.size();
    if (at > 0 && seconds[at - 1] == ' ' && (end == seconds.size() || seconds[end] == ' '))
      return true;
  }
  return false;
}

const std::vector<std::string_view>& SyllablePairs::with_letters_of(
    std::string_view syllable) const {
  static const std::vector<std::string_view> kNone;
  const auto found = by_letters_.find(search_form(syllable));
  return found == by_letters_.end() ? kNone : found->second;
}

}  // namespace kehoach::language
