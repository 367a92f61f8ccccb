#include "layout/pdf/page_columns.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "language/comparison.h"
#include "layout/pdf/row_tokens.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kTopRows = 30;  // where a letterhead may stand
constexpr double kAbove = 60;         // points over the national title that still are of it
constexpr double kOneLine = 0.6;      // of the size: no gap between columns is smaller
constexpr double kCrossing = 40;      // points over the border: the row is of no column
constexpr double kTallest = 330;      // points from the national title to the last box
constexpr double kLineGap = 2.2;      // of the size: a wider gap ends a box
constexpr double kColumnGap = 0.9;    // of the size: parts columns in the closing
constexpr double kClosingGap = 150;   // points: room for a signature and its seal
constexpr double kSealGap = 2.5;      // of the size: room for a signature above the name
constexpr double kSmallPrint = 0.82;  // of the list's size: the drafter's file name
constexpr std::size_t kNameWords = 7;

struct Split {
  PageRow left, right;
  double crossing = 0;  // points of words on the wrong side
};

PageRow slice(const PageRow& row, std::size_t begin, std::size_t end) {
  PageRow part = make_row({row.words.begin() + static_cast<std::ptrdiff_t>(begin),
                           row.words.begin() + static_cast<std::ptrdiff_t>(end)});
  if (!part.words.empty()) part.words.front().joined = false;
  return part;
}

// Cuts a row where the fewest words reach over the border.
Split split_at(const PageRow& row, double border) {
  double right_over = 0;
  for (const auto& word : row.words)
    right_over += std::clamp(border - word.box.x0, 0.0, word.box.x1 - word.box.x0);
  double best = right_over, left_over = 0;
  std::size_t cut = 0;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const auto& box = row.words[i].box;
    left_over += std::clamp(box.x1 - border, 0.0, box.x1 - box.x0);
    right_over -= std::clamp(border - box.x0, 0.0, box.x1 - box.x0);
    if (left_over + right_over >= best) continue;
    best = left_over + right_over;
    cut = i + 1;
  }
  return {slice(row, 0, cut), slice(row, cut, row.words.size()), best};
}

FlowLine line_of(PageRow row, std::optional<BlockKind> kind, Joint joint = Joint::kOwn) {
  FlowLine line;
  line.row = std::move(row);
  line.kind = kind;
  line.joint = joint;
  return line;
}

class LetterheadPlace {
 public:
  LetterheadPlace(const std::vector<PageRow>& rows, const Margins& margins,
                  const match::Matcher& matcher)
      : rows_(rows), margins_(margins), matcher_(matcher) {}

  std::optional<ColumnPlace> find() {
    if (!find_title()) return std::nullopt;
    place_.begin = first_row();
    place_.end = place_.begin;
    for (auto i = place_.begin; i < rows_.size() && take(i); ++i) place_.end = i + 1;
    if (place_.end <= title_row_) return std::nullopt;
    write();
    return std::move(place_);
  }

 private:
  // The national title, or the motto where the title runs over two lines.
  bool find_title() {
    for (std::size_t i = 0; i < std::min(rows_.size(), kTopRows); ++i) {
      const RowTokens tokens(rows_[i], matcher_);
      auto words = tokens.words_of("national_title");
      if (!words) words = tokens.words_of("motto");
      if (!words) continue;
      const auto& row = rows_[i];
      title_row_ = i;
      const auto& first = row.words[words->first].box;
      title_centre_ = (first.x0 + row.words[words->second - 1].box.x1) / 2;
      border_ = words->first > 0 ? (row.words[words->first - 1].box.x1 + first.x0) / 2
                                 : first.x0 - row.size;
      // A title in the middle of the page, over a body's name, has no column beside it.
      const bool alone = words->first == 0;
      if (alone && std::abs(title_centre_ - margins_.centre()) < 20) return false;
      return true;
    }
    return false;
  }

  std::size_t first_row() const {
    auto first = title_row_;
    while (first > 0 && rows_[title_row_].baseline - rows_[first - 1].baseline <= kAbove) {
      const auto split = split_at(rows_[first - 1], border_);
      if (split.crossing > kCrossing || split.left.words.empty() || runs_through(split)) break;
      --first;
    }
    return first;
  }

  // Takes the row into the columns; false where the letterhead has ended.
  bool take(std::size_t i) {
    const auto& row = rows_[i];
    if (row.baseline - rows_[title_row_].baseline > kTallest) return false;
    auto split = split_at(row, border_);
    if (split.crossing > kCrossing) return false;
    const bool left_only = split.right.words.empty(), right_only = split.left.words.empty();
    if (i > title_row_) {
      const RowTokens tokens(row, matcher_);
      if (tokens.starts("addressee")) return false;
      // Long names leave little room between the columns.
      const bool boxes = tokens.has("motto") || tokens.has("header_date");
      if (runs_through(split) && !boxes) return false;
      const double centre = (row.box.x0 + row.box.x1) / 2;
      const bool in_the_middle = std::abs(centre - margins_.centre()) < 20;
      if (in_the_middle && (left_only || right_only) &&
          std::abs(centre - title_centre_) > std::abs(centre - margins_.centre()))
        return false;
      if (right_only && tokens.is("doc_type")) return false;
      if (boxes_done(split)) return false;
    }
    if (!split.left.words.empty()) left_.push_back(std::move(split.left));
    if (!split.right.words.empty()) note_right(std::move(split.right));
    return true;
  }

  // No more than a space between the columns: it is one line.
  static bool runs_through(const Split& split) {
    if (split.left.words.empty() || split.right.words.empty()) return false;
    return split.right.box.x0 - split.left.box.x1 < kOneLine * split.left.size;
  }

  // Number and date are read: what follows must go on close below.
  bool boxes_done(const Split& split) {
    const auto goes_on = [](const std::vector<PageRow>& column, const PageRow& next) {
      return !column.empty() &&
             next.baseline - column.back().baseline <= kLineGap * column.back().size;
    };
    if (!dated_) return false;
    const bool left = split.left.words.empty() || goes_on(left_, split.left) ||
                      RowTokens(split.left, matcher_).has("header_number");
    const bool right = split.right.words.empty() || goes_on(right_, split.right);
    return !(left && right);
  }

  void note_right(PageRow row) {
    const RowTokens tokens(row, matcher_);
    dated_ = dated_ || tokens.has("header_date") || tokens.has("date_label");
    right_.push_back(std::move(row));
  }

  // Issuer, national title and motto, number, place and date, subject.
  void write() {
    std::size_t number = left_.size();
    for (std::size_t i = 0; i < left_.size() && number == left_.size(); ++i) {
      const RowTokens tokens(left_[i], matcher_);
      if (tokens.has("header_number") || tokens.starts("number_label")) number = i;
    }
    for (std::size_t i = 0; i < number; ++i) {
      const bool capitals = is_all_capitals(row_text(left_[i]));
      add(left_[i], capitals ? std::optional(BlockKind::kIssuer) : std::nullopt, Joint::kOwn);
    }
    const auto dated = write_title();
    if (number < left_.size()) add(left_[number], BlockKind::kNumber, Joint::kOwn);
    for (auto i = dated; i < right_.size(); ++i)
      add(right_[i], BlockKind::kPlaceDate, i == dated ? Joint::kOwn : Joint::kGoesOn);
    write_subject(write_number_end(number));
  }

  // Gives the first row of the right column below the motto.
  std::size_t write_title() {
    std::size_t motto = right_.size(), title = 0;
    for (std::size_t i = 0; i < right_.size() && motto == right_.size(); ++i) {
      const RowTokens tokens(right_[i], matcher_);
      if (tokens.has("motto")) motto = i;
      if (tokens.has("national_title")) title = i + 1;
    }
    if (motto == right_.size()) motto = title;
    for (std::size_t i = 0; i < motto; ++i)
      add(right_[i], BlockKind::kNationalTitle, i == 0 ? Joint::kOwn : Joint::kGoesOn);
    if (motto == right_.size() || !RowTokens(right_[motto], matcher_).has("motto")) return motto;
    add(right_[motto], BlockKind::kMotto, Joint::kOwn);
    return motto + 1;
  }

  // A symbol that its line's end cut: "Số: 57/KH-" above "UBND". Gives the next row.
  std::size_t write_number_end(std::size_t number) {
    auto next = number + 1;
    while (next < left_.size() && left_[next - 1].words.back().text.ends_with("-"))
      add(left_[next++], BlockKind::kNumber, Joint::kGoesOn);
    return next;
  }

  void write_subject(std::size_t from) {
    bool subject = false;
    for (auto i = from; i < left_.size(); ++i) {
      const RowTokens tokens(left_[i], matcher_);
      if (tokens.is("urgency") || tokens.is("secrecy")) {
        add(left_[i], tokens.is("urgency") ? BlockKind::kUrgency : BlockKind::kSecrecy,
            Joint::kOwn);
        subject = false;
        continue;
      }
      const bool opens = tokens.starts("subject");
      const bool goes_on = subject && !opens;
      subject = subject || opens;
      add(left_[i], subject ? BlockKind::kAbstract : BlockKind::kNoise,
          goes_on ? Joint::kGoesOn : Joint::kOwn);
      // Stamps of the office that received the letter.
      if (!subject) place_.lines.back().note = "beside-letterhead";
    }
  }

  void add(const PageRow& row, std::optional<BlockKind> kind, Joint joint) {
    place_.lines.push_back(line_of(row, kind, joint));
  }

  const std::vector<PageRow>& rows_;
  const Margins& margins_;
  const match::Matcher& matcher_;
  ColumnPlace place_;
  std::vector<PageRow> left_, right_;
  std::size_t title_row_ = 0;
  double border_ = 0, title_centre_ = 0;
  bool dated_ = false;
};

class ClosingPlace {
 public:
  ClosingPlace(const std::vector<PageRow>& rows, const Margins& margins,
               const match::Matcher& matcher)
      : rows_(rows), margins_(margins), matcher_(matcher) {}

  // Goes on with a closing that the page's end cut.
  std::optional<ColumnPlace> resume(const ColumnPlace& before) {
    border_ = before.border;
    list_size_ = before.list_size;
    resumed_ = true;
    if (rows_.empty()) return std::nullopt;
    const auto first = columns_of(rows_.front());
    const bool listed =
        !first.left.words.empty() && goes_on_list(first.left) && opens_item(first.left);
    const bool named =
        before.unsigned_name && first.left.words.empty() && is_name(row_text(first.right));
    if (!listed && !named) return std::nullopt;
    signing_ = before.unsigned_name;
    for (std::size_t i = 0; i < rows_.size() && take(i); ++i) place_.end = i + 1;
    write();
    return std::move(place_);
  }

  std::optional<ColumnPlace> find(std::size_t from) {
    for (auto i = from; i < rows_.size(); ++i) {
      const RowTokens tokens(rows_[i], matcher_);
      if (!tokens.starts("recipients_label") ||
          rows_[i].box.x0 > margins_.left + 0.3 * margins_.width())
        continue;
      label_ = i;
      if (read()) return std::move(place_);
    }
    return std::nullopt;
  }

 private:
  // The signature's first line, at the label's height or a little off it, tells where the right
  // column begins.
  bool read() {
    place_.begin = label_;
    left_.clear();
    right_.clear();
    auto first = cut(rows_[label_]);
    if (first.right.words.empty())
      find_signature();
    else
      border_ = first.right.box.x0;
    for (auto i = place_.begin; i < label_; ++i) right_.push_back(rows_[i]);
    place_.end = place_.begin;
    for (auto i = label_; i < rows_.size() && take(i); ++i) place_.end = i + 1;
    if (place_.end <= label_) return false;
    for (std::size_t i = 1; i < left_.size(); ++i) list_size_ = std::max(list_size_, left_[i].size);
    write();
    return true;
  }

  // The words of a row by the widest gap past the first third.
  Split cut(const PageRow& row) const {
    std::size_t at = row.words.size();
    double widest = kColumnGap * row.size;
    for (std::size_t i = 1; i < row.words.size(); ++i) {
      const auto& next = row.words[i].box;
      const double gap = next.x0 - row.words[i - 1].box.x1;
      if (gap <= widest || next.x0 < margins_.left + 0.3 * margins_.width()) continue;
      widest = gap;
      at = i;
    }
    return {slice(row, 0, at), slice(row, at, row.words.size()), 0};
  }

  bool is_right(const PageRow& row) const {
    return row.box.x0 >= margins_.left + 0.33 * margins_.width();
  }

  bool signs(const PageRow& row) const {
    const RowTokens tokens(row, matcher_);
    return is_all_capitals(tokens.text()) &&
           (tokens.starts("authority") || tokens.starts("position"));
  }

  // A signature that begins above or below the label.
  void find_signature() {
    border_ = 0;
    for (auto i = label_; i > 0 && label_ - i < 4; --i) {
      const auto& row = rows_[i - 1];
      if (!is_right(row) || rows_[label_].baseline - row.baseline > 60) break;
      if (!is_all_capitals(row_text(row))) break;
      place_.begin = i - 1;
      border_ = border_ == 0 ? row.box.x0 : std::min(border_, row.box.x0);
    }
    if (border_ > 0) return;
    for (auto i = label_ + 1; i < std::min(rows_.size(), label_ + 4); ++i) {
      const auto right = cut(rows_[i]).right;
      const auto& found = right.words.empty() && is_right(rows_[i]) ? rows_[i] : right;
      if (found.words.empty() || !signs(found)) continue;
      border_ = found.box.x0;
      return;
    }
    border_ = margins_.right + 1;
  }

  double bottom() const {
    double y = rows_[label_].baseline;
    if (!left_.empty()) y = std::max(y, left_.back().baseline);
    if (!right_.empty()) y = std::max(y, right_.back().baseline);
    return y;
  }

  bool goes_on_list(const PageRow& row) const { return row.size <= 1.1 * list_size_; }

  bool take(std::size_t i) {
    const auto& row = rows_[i];
    auto split = i == label_ && !resumed_ ? cut(row) : columns_of(row);
    if (resumed_ && !split.left.words.empty() && !goes_on_list(split.left)) return false;
    if (border_ > margins_.right) {
      if (i > label_ && row.baseline - bottom() > 3 * row.size) return false;
      // Nothing beside the list: it ends where the text is as wide as the page again.
      if (i > label_ && row.size > 1.15 * rows_[label_ + 1].size) return false;
    }
    if (row.baseline - bottom() > kClosingGap) return false;
    if (!split.left.words.empty() && !left_.empty()) {
      const auto& last = left_.back();
      const double gap = split.left.baseline - last.baseline;
      if (gap > 4 * last.size) return false;
    }
    if (!split.left.words.empty()) left_.push_back(std::move(split.left));
    if (!split.right.words.empty()) {
      border_ =
          std::min(border_, std::max(split.right.box.x0, margins_.left + 0.3 * margins_.width()));
      right_.push_back(std::move(split.right));
    }
    return true;
  }

  // A name is narrower than the line above it and centred below that; a recipient's long line may
  // reach below the signature, but has no gap.
  Split columns_of(const PageRow& row) const {
    if (border_ > margins_.right) return {row, {}, 0};
    auto split = cut(row);
    if (!split.right.words.empty()) {
      if (split.right.box.x1 > border_ && !overlaps_signature(split.right)) return {row, {}, 0};
      return split;
    }
    if (is_right(row) && overlaps_signature(row)) return {{}, row, 0};
    return {row, {}, 0};
  }

  bool overlaps_signature(const PageRow& part) const {
    double x0 = border_, x1 = border_;
    for (const auto& row : right_) {
      x0 = std::min(x0, row.box.x0);
      x1 = std::max(x1, row.box.x1);
    }
    return part.box.x1 > x0 - 10 && (right_.empty() || part.box.x0 < x1 + 40);
  }

  void write() {
    write_signature();
    write_recipients();
    place_.border = border_;
    place_.list_size = list_size_;
  }

  void write_signature() {
    bool signing = signing_;
    double size = 0;
    for (const auto& row : right_) size = std::max(size, row.size);
    double last = right_.empty() ? 0 : right_.front().baseline, note_size = 0;
    for (const auto& row : right_) {
      const RowTokens tokens(row, matcher_);
      const bool below_seal = row.baseline - last > kSealGap * row.size;
      last = row.baseline;
      if (tokens.starts("signature_note")) note_size = row.size;
      const bool note = row.size <= note_size && !is_name(tokens.text()) &&
                        !tokens.starts("authority") && !tokens.starts("position");
      if (row.size < kSmallPrint * size || note) {
        add(row, BlockKind::kNoise, Joint::kOwn);
        place_.lines.back().note = "signature-note";
      } else if (tokens.is("signed_mark")) {
        add(row, BlockKind::kNoise, Joint::kOwn);
        place_.lines.back().note = "signed";
      } else if (tokens.starts("authority")) {
        add(row, BlockKind::kAuthority, Joint::kOwn);
        signing = true;
      } else if (tokens.starts("position") && is_all_capitals(tokens.text())) {
        add(row, BlockKind::kPosition, Joint::kOwn);
        signing = true;
      } else if (is_name(tokens.text()) ||
                 (signing && below_seal && name_words(tokens.text()) > 0)) {
        add(row, signing ? std::optional(BlockKind::kSigner) : std::nullopt, Joint::kOwn);
        signing = false;
      } else {
        const bool goes_on = signing && is_all_capitals(tokens.text()) && !place_.lines.empty();
        add(row, goes_on ? place_.lines.back().kind : std::nullopt,
            goes_on ? Joint::kGoesOn : Joint::kOwn);
      }
    }
    place_.unsigned_name = signing;
  }

  // Two to seven words that each begin with a capital, not all in capitals.
  static bool is_name(const std::string& text) {
    return name_words(text) > 0 && !is_all_capitals(text);
  }

  // How many words a name has, if it may be one.
  static std::size_t name_words(const std::string& text) {
    std::size_t words = 0;
    for (std::size_t i = 0; i < text.size();) {
      const auto end = std::min(text.find(' ', i), text.size());
      const auto word = std::string_view(text).substr(i, end - i);
      i = end + 1;
      if (word.empty()) continue;
      if (!language::starts_upper(word)) return 0;
      ++words;
    }
    return words >= 2 && words <= kNameWords ? words : 0;
  }

  void write_recipients() {
    if (left_.empty()) return;
    bool dashes = false;
    double size = 0;
    for (std::size_t i = resumed_ ? 0 : 1; i < left_.size(); ++i) {
      dashes = dashes || opens_item(left_[i]);
      size = std::max(size, left_[i].size);
    }
    for (std::size_t i = 0; i < left_.size(); ++i) {
      const auto& row = left_[i];
      const bool small = i > 1 && row.size < kSmallPrint * size && !opens_item(row);
      if (small) {
        add(row, BlockKind::kNoise, Joint::kOwn);
        place_.lines.back().note = "drafter";
        continue;
      }
      const bool goes_on =
          (resumed_ || i > 1) && dashes && !opens_item(row) && !lost_dash(left_, i);
      add(row, BlockKind::kRecipients, goes_on ? Joint::kGoesOn : Joint::kOwn);
    }
  }

  // A line of a scan that begins with a capital below one that ends an item.
  static bool lost_dash(const std::vector<PageRow>& list, std::size_t i) {
    const auto& row = list[i];
    const bool scanned = row.words.front().confidence < 1;
    return scanned && i > 0 && list[i - 1].words.back().text.ends_with(";") &&
           language::starts_upper(row.words.front().text);
  }

  static bool opens_item(const PageRow& row) {
    const auto& text = row.words.front().text;
    return text.starts_with("-") || text.starts_with("–") || text.starts_with("+") ||
           text.starts_with("•") || text.starts_with("\u00ad") || text.starts_with("\uf02d");
  }

  void add(const PageRow& row, std::optional<BlockKind> kind, Joint joint) {
    place_.lines.push_back(line_of(row, kind, joint));
  }

  const std::vector<PageRow>& rows_;
  const Margins& margins_;
  const match::Matcher& matcher_;
  ColumnPlace place_;
  std::vector<PageRow> left_, right_;
  std::size_t label_ = 0;
  double border_ = 0;
  double list_size_ = 0;
  bool resumed_ = false;
  bool signing_ = false;  // resumed, and the name is still to come
};

}  // namespace

std::optional<ColumnPlace> find_letterhead_place(const std::vector<PageRow>& rows,
                                                 const Margins& margins,
                                                 const match::Matcher& matcher) {
  return LetterheadPlace(rows, margins, matcher).find();
}

std::optional<ColumnPlace> resume_closing_place(const std::vector<PageRow>& rows,
                                                const ColumnPlace& before, const Margins& margins,
                                                const match::Matcher& matcher) {
  return ClosingPlace(rows, margins, matcher).resume(before);
}

std::optional<ColumnPlace> find_closing_place(const std::vector<PageRow>& rows, std::size_t from,
                                              const Margins& margins,
                                              const match::Matcher& matcher) {
  return ClosingPlace(rows, margins, matcher).find(from);
}

}  // namespace kehoach::layout
