#include "layout/file_places.h"

#include <algorithm>
#include <numeric>

namespace kehoach::layout {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_name(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '#';
}

}  // namespace

std::vector<SourceAnchor> to_anchors(std::string_view file, std::vector<FileOffset> offsets) {
  std::vector<SourceAnchor> anchors(offsets.size());
  std::vector<std::size_t> order(offsets.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return offsets[a].file < offsets[b].file; });
  std::size_t at = 0, line = 1, column = 1;
  for (const std::size_t i : order) {
    for (; at < std::min(offsets[i].file, file.size()); ++at) {
      if (file[at] == '\n') {
        ++line;
        column = 1;
      } else if (at + 1 < file.size() && !is_continuation(file[at + 1])) {
        ++column;
      }
    }
    anchors[i] = {offsets[i].source, line, column};
  }
  return anchors;
}

std::size_t NodeAlignment::at(std::size_t i) {
  while (done_ < i && !lost_) step();
  return at_;
}

std::size_t NodeAlignment::entity_end() const {
  auto end = at_ + 1;
  while (end < file_.size() && is_name(file_[end])) ++end;
  return end < file_.size() && file_[end] == ';' ? end + 1 : end;
}

void NodeAlignment::step() {
  if (at_ >= file_.size()) {
    lost_ = true;
    return;
  }
  const char c = text_[done_];
  const bool entity = file_[at_] == '&' &&
                      (c != '&' || file_.substr(at_, 5) == "&amp;" || file_.substr(at_, 2) == "&#");
  if (entity) {
    at_ = entity_end();
    ++done_;
    while (done_ < text_.size() && is_continuation(text_[done_])) ++done_;
  } else if (file_[at_] == c) {
    ++at_;
    ++done_;
  } else if (file_[at_] == '\r') {
    ++at_;
  } else {
    lost_ = true;
  }
}

}  // namespace kehoach::layout
