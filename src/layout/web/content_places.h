// From the text that a source was written as to the content that normalizing made of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

#include "base/span.h"
#include "language/normalize.h"

namespace kehoach::layout {

// Positions of a source's text in the content that normalizing made of it.
class ContentPlaces {
 public:
  ContentPlaces(const std::string& content, const language::Edits& edits)
      : content_(content), edits_(edits) {}

  // Without the spaces around it.
  base::ContentSpan of(base::SourceSpan span) const {
    base::ContentSpan out{at(span.begin, false), at(span.end, true)};
    while (out.begin < out.end && is_space(content_[out.begin])) ++out.begin;
    while (out.end > out.begin && is_space(content_[out.end - 1])) --out.end;
    return out;
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }

  // A position inside a change is its start or its end.
  std::size_t at(std::size_t source, bool up) const {
    const auto after = std::partition_point(
        edits_.begin(), edits_.end(), [&](const auto& edit) { return edit.from_end <= source; });
    if (after != edits_.end() && after->from_begin < source)
      return up ? after->to_end : after->to_begin;
    if (after == edits_.begin()) return source;
    const auto& before = *std::prev(after);
    return std::min(before.to_end + (source - before.from_end), content_.size());
  }

  const std::string& content_;
  const language::Edits& edits_;
};

// The way back: from the content to the source.
class SourcePlaces {
 public:
  explicit SourcePlaces(const language::Edits& edits) : edits_(edits) {}

  base::SourceSpan of(base::ContentSpan span) const {
    return {at(span.begin, false), at(span.end, true)};
  }

 private:
  std::size_t at(std::size_t content, bool up) const {
    const auto after = std::partition_point(
        edits_.begin(), edits_.end(), [&](const auto& edit) { return edit.to_end <= content; });
    if (after != edits_.end() && after->to_begin < content)
      return up ? after->from_end : after->from_begin;
    if (after == edits_.begin()) return content;
    const auto& before = *std::prev(after);
    return before.from_end + (content - before.to_end);
  }

  const language::Edits& edits_;
};

}  // namespace kehoach::layout
