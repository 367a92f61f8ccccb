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
  const auto pieces = cut_into_pieces();
  for (const auto& piece : pieces) {
    if (piece.goes_on) continue;
    open_ = false;
    for (const auto* next = &piece;; next = &pieces[next->below]) {
      take(*next);
      if (next->below == kNone) break;
    }
  }
  for (std::size_t i = 0; i < seen_.size(); ++i) seen_[i].place = names_place(i);
}

std::vector<PageWords::Piece> PageWords::cut_into_pieces() const {
  std::vector<Piece> pieces;
  std::size_t above = 0;  // where the pieces of the row before begin
  for (std::size_t r = 0; r < page_.rows.size(); ++r) {
    const auto& words = page_.rows[r].words;
    const auto row = pieces.size();
    for (std::size_t w = 0; w < words.size(); ++w) {
      if (w == 0 || !(words[w].joined || stand_together(words[w - 1], words[w])))
        pieces.push_back({r, w, w, words[w].box.x0, words[w].box.x1});
      pieces.back().end = w + 1;
      pieces.back().x1 = std::max(pieces.back().x1, words[w].box.x1);
    }
    if (r > 0 && lies_below(page_.rows[r - 1], page_.rows[r]))
      join_pieces(pieces, above, row, pieces.size());
    above = row;
  }
  return pieces;
}

// A piece goes on with the one above where neither has another one above or below it.
void PageWords::join_pieces(std::vector<Piece>& pieces, std::size_t above, std::size_t row,
                            std::size_t end) const {
  auto first = above;
  for (auto i = row; i < end; ++i) {
    auto& piece = pieces[i];
    while (first < row && pieces[first].x1 <= piece.x0) ++first;
    if (first == row || pieces[first].x0 >= piece.x1) continue;
    const bool one_above = first + 1 == row || pieces[first + 1].x0 >= piece.x1;
    const bool one_below = (i + 1 == end || pieces[i + 1].x0 >= pieces[first].x1) &&
                           (i == row || pieces[i - 1].x1 <= pieces[first].x0);
    if (!one_above || !one_below) continue;
    pieces[first].below = i;
    piece.goes_on = true;
  }
}

void PageWords::take(const Piece& piece) {
  for (auto w = piece.begin; w < piece.end; ++w)
    take(piece.row, w, w == piece.begin, piece.goes_on);
}

void PageWords::take(std::size_t r, std::size_t w, bool begins_piece, bool goes_on) {
  PageWord& word = page_.rows[r].words[w];
  const WordCore core = core_of(word.text);
  if (!core.plain || core.end == 0) {
    open_ = false;
    return;
  }
  language::ProvenWords::Seen seen;
  seen.word = core.of(word.text);
  seen.joined = open_ && core.begin == 0 && (begins_piece ? goes_on : !word.joined);
  seen.begins_line = seen.joined && begins_piece;
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
