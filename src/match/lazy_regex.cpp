#include "match/lazy_regex.h"

#include <algorithm>

#include "base/utf8.h"

namespace kehoach::match {
namespace {
constexpr std::size_t kWindow = 8192;
constexpr std::int64_t kMemory = 32 << 20;
}  // namespace

void LazyRegex::compile() const {
  std::call_once(once_, [this] {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(!ignore_case_);
    options.set_max_mem(kMemory);
    auto regex = std::make_unique<RE2>(pattern_, options);
    if (!regex->ok()) refuse_(*regex);
    regex_ = std::move(regex);
  });
}

LazyRegex::Found LazyRegex::found(std::string_view text,
                                  const std::vector<re2::StringPiece>& groups) const {
  const auto span = [&](const re2::StringPiece& piece) {
    const auto begin = static_cast<std::size_t>(piece.data() - text.data());
    return base::LocalSpan{begin, begin + piece.size()};
  };
  Found result{span(groups[0]), {}};
  for (const auto& [index, name] : regex_->CapturingGroupNames())
    if (groups[static_cast<std::size_t>(index)].data() != nullptr)
      result.groups.emplace_back(name, span(groups[static_cast<std::size_t>(index)]));
  return result;
}

std::optional<LazyRegex::Found> LazyRegex::find(std::string_view text, std::size_t from) const {
  compile();
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex_->NumberOfCapturingGroups()) +
                                       1);
  const re2::StringPiece whole(text.data(), text.size());
  while (from <= text.size()) {
    std::size_t end = std::min(text.size(), from + 2 * kWindow);
    while (end < text.size() && base::is_continuation(text[end])) ++end;
    const bool hit = regex_->Match(whole, from, end, RE2::UNANCHORED, groups.data(),
                                   static_cast<int>(groups.size()));
    const auto begin = hit ? static_cast<std::size_t>(groups[0].data() - text.data()) : 0;
    if (hit && (end == text.size() || begin < from + kWindow)) return found(text, groups);
    if (end == text.size()) return std::nullopt;
    from += kWindow;
    while (from < text.size() && base::is_continuation(text[from])) ++from;
  }
  return std::nullopt;
}

std::optional<LazyRegex::Found> LazyRegex::find_at(std::string_view text, std::size_t begin,
                                                   std::size_t end) const {
  compile();
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(regex_->NumberOfCapturingGroups()) +
                                       1);
  if (!regex_->Match({text.data(), text.size()}, begin, end, RE2::ANCHOR_START, groups.data(),
                     static_cast<int>(groups.size())))
    return std::nullopt;
  return found(text, groups);
}

}  // namespace kehoach::match
