#include "layout/pdf/page_words.h"

#include <algorithm>
#include <string>

#include "language/comparison.h"

namespace kehoach::layout {
namespace {

constexpr double kPlaceLine = 0.45;  // of the page's height: where a place line may stand
constexpr double kPlaceLeft = 0.3;   // of its width: it is on the right
constexpr std::size_t kPlaceWords = 4;

}  // namespace

PageWords::PageWords(PageText& page) : page_(page) {
  for (std::size_t r = 0; r < page.rows.size(); ++r)
    for (std::size_t w = 0; w < page.rows[r].words.size(); ++w) take(r, w);
  for (std::size_t i = 0; i < seen_.size(); ++i) seen_[i].place = names_place(i);
}

void PageWords::take(std::size_t r, std::size_t w) {
  PageRow& row = page_.rows[r];
  PageWord& word = row.words[w];
  const WordCore core = core_of(word.text);
  if (!core.plain || core.end == 0) {
    open_ = false;
    return;
  }
  language::ProvenWords::Seen seen;
  seen.word = core.of(word.text);
  seen.joined = open_ && core.begin == 0;
  if (w > 0) {
    seen.joined = seen.joined && stand_together(row.words[w - 1], word);
  } else {
    seen.joined = seen.joined && goes_on_below(page_.rows[r - 1], row);
    seen.begins_line = seen.joined;
  }
  open_ = core.end == word.text.size();
  at_.push_back({r, w});
  cores_.push_back(core);
  seen_.push_back(seen);
}

// "Lâm Đồng, ngày …" at the right of a page's head.
bool PageWords::names_place(std::size_t i) const {
  const PageWord& first = page_.rows[at_[i].row].words[at_[i].word];
  if (seen_[i].joined && !seen_[i].begins_line) return false;
  if (first.box.y1 > kPlaceLine * page_.height || first.box.x0 < kPlaceLeft * page_.width)
    return false;
  for (auto k = i; k < std::min(at_.size(), i + kPlaceWords); ++k) {
    if ((k > i && !seen_[k].joined) || !language::starts_upper(seen_[k].word)) return false;
    const std::string& text = page_.rows[at_[k].row].words[at_[k].word].text;
    if (cores_[k].end < text.size()) return k > i && text[cores_[k].end] == ',';
  }
  return false;
}

}  // namespace kehoach::layout
