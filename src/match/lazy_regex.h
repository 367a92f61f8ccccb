// One RE2, compiled at first use, searched in bounded windows.
#pragma once

#include <re2/re2.h>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"

namespace kehoach::match {

class LazyRegex {
 public:
  // `refuse` is called with the RE2 that failed, and must throw.
  using Refuse = std::function<void(const RE2& regex)>;

  LazyRegex(std::string pattern, bool ignore_case, Refuse refuse)
      : pattern_(std::move(pattern)), ignore_case_(ignore_case), refuse_(std::move(refuse)) {}

  struct Found {
    base::LocalSpan whole;
    std::vector<std::pair<std::string_view, base::LocalSpan>> groups;  // named ones that took part
  };
  // Leftmost match in `text` that starts at `from` or later. A search looks at no more than two
  // windows at a time, so that the cost stays linear whatever the pattern does; a match longer than
  // a window may be missed.
  std::optional<Found> find(std::string_view text, std::size_t from) const;
  // The match that starts at `begin` and ends at `end` or before; whatever follows `end` is unseen.
  std::optional<Found> find_at(std::string_view text, std::size_t begin, std::size_t end) const;
  void compile() const;  // throws by `refuse` if RE2 does

 private:
  Found found(std::string_view text, const std::vector<re2::StringPiece>& groups) const;

  std::string pattern_;
  bool ignore_case_;
  Refuse refuse_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<RE2> regex_;
};

}  // namespace kehoach::match
