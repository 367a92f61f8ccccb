#include "text/page_starts.h"

#include <optional>

#include "base/utf8.h"

namespace kehoach::text {
namespace {

class PageStarts {
 public:
  PageStarts(const NormalizedText& text, const layout::Document& document)
      : text_(text), document_(document) {}

  std::vector<PageStart> run() {
    for (const BlockSpan& block : text_.blocks) {
      if (block.span.empty()) continue;
      const std::size_t begin = block.span.begin, last = block.span.end - 1;
      const auto first_page = page_at(begin, block);
      const auto last_page = page_at(last, block);
      if (first_page) add(begin, *first_page);
      if (first_page && last_page && *last_page > *first_page) cut(begin, last, block);
    }
    return std::move(out_);
  }

 private:
  std::optional<int> page_at(std::size_t position, const BlockSpan& block) const {
    const auto place = layout::place_of(document_, text_.map.to_source({position, position + 1}));
    return place ? place->page : document_.blocks[block.block].page;
  }

  // Every page that begins in between; pages of one block do not fall.
  void cut(std::size_t begin, std::size_t last, const BlockSpan& block) {
    const int end_page = *page_at(last, block);
    while (page_at(begin, block).value_or(end_page) < end_page) {
      const int page = *page_at(begin, block);
      std::size_t low = begin, high = last;  // of page, of a later one
      while (high - low > 1) {
        const std::size_t middle = low + (high - low) / 2;
        (page_at(middle, block).value_or(page) > page ? high : low) = middle;
      }
      add(high, page_at(high, block).value_or(end_page));
      begin = high;
    }
  }

  void add(std::size_t position, int page) {
    if (!out_.empty() && out_.back().page == page) return;
    characters_ +=
        base::code_points(std::string_view(text_.utf8).substr(counted_to_, position - counted_to_));
    counted_to_ = position;
    out_.push_back({characters_, page});
  }

  const NormalizedText& text_;
  const layout::Document& document_;
  std::size_t counted_to_ = 0, characters_ = 0;
  std::vector<PageStart> out_;
};

}  // namespace

std::vector<PageStart> page_starts(const NormalizedText& text, const layout::Document& document) {
  return PageStarts(text, document).run();
}

}  // namespace kehoach::text
