#include "layout/web/page.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "layout/text/outline.h"

namespace kehoach::layout {
namespace {

constexpr std::size_t kTopLines = 25;      // how far down the posted time may stand
constexpr std::size_t kHeadlineWords = 5;  // a headline has at least
constexpr std::size_t kLongHeadline = 60;  // … and at most
constexpr std::size_t kMenuWords = 12;     // a line above the headline that is a menu's
constexpr std::size_t kPostedWords = 16;
constexpr std::size_t kCaptionWords = 30;
constexpr std::size_t kCaptionIndent = 16;  // centred below a picture
constexpr std::size_t kFootWords = 8;
constexpr std::size_t kAuthorWords = 8;
constexpr std::size_t kFooterWords = 50;
constexpr std::size_t kTitleLines = 12;  // of a document: letterhead and title

struct Line {
  std::size_t begin = 0, end = 0, words = 0;
  bool ended = false;  // with a full stop, a semicolon or a colon
  bool marked = false;
  bool row = false;       // of a table that the source shows
  bool headline = false;  // the source says so
  bool content = false;   // likewise
};

std::vector<Line> lines_of(const Stream& stream, std::size_t from, std::size_t to) {
  std::vector<Line> lines;
  for (auto i = stream.skip_breaks(from); i < to; i = stream.skip_breaks(i)) {
    Line line{i, stream.line_end(i)};
    line.words = stream.words(line.begin, line.end);
    line.ended = stream.is_text(line.end - 1, ".") || stream.is_text(line.end - 1, ";") ||
                 stream.is_text(line.end - 1, ":");
    const auto placed = mark_at(stream, i);
    line.marked = placed && placed->mark.spaced;
    if (const auto* given = stream.given_at(i)) {
      line.row = given->kind == GivenLine::Kind::kTableRow;
      line.headline = given->kind == GivenLine::Kind::kHeadline;
      line.content = given->kind == GivenLine::Kind::kContent;
    }
    lines.push_back(line);
    i = line.end;
  }
  return lines;
}

class Article {
 public:
  explicit Article(const Stream& stream)
      : stream_(stream), lines_(lines_of(stream, 0, stream.size())), notes_(lines_.size()) {}

  std::vector<PageLine> read() {
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      if (lines_[k].row) set(k, BlockKind::kTableRow, "");
    }
    const auto posted = find_posted();
    const auto headline = find_headline(posted);
    const auto first = headline < lines_.size() ? headline : top_end(posted);
    for (std::size_t k = 0; k < first; ++k) {
      const bool dated = stream_.is(lines_[k].end - 1, "dated_stamp");
      if (dated) noise(k, "other-headlines");
      if (lines_[k].words <= kMenuWords && !ends_in_stop(k)) noise(k, "menu");
    }
    if (headline < lines_.size()) set(headline, BlockKind::kHeadline, "");
    if (posted < lines_.size()) set(posted, BlockKind::kPublished, "");
    const auto foot = find_foot(std::max(first, posted < lines_.size() ? posted : 0));
    for (std::size_t k = first; k < foot; ++k) around_body(k, headline);
    for (auto k = foot; k < lines_.size(); ++k) {
      if (lines_[k].row) notes_[k] = {};
      noise(k, has(k, "dated_stamp") ? "other-headlines" : "foot");
    }
    find_author(first, foot);
    std::vector<PageLine> result;
    for (auto& note : notes_) {
      if (note.end > 0) result.push_back(std::move(note));
    }
    return result;
  }

 private:
  bool has(std::size_t k, std::string_view type) const {
    for (auto i = lines_[k].begin; i < lines_[k].end; ++i) {
      if (stream_.is(i, type)) return true;
    }
    return false;
  }
  bool starts(std::size_t k, std::string_view type) const {
    return stream_.is(lines_[k].begin, type);
  }
  bool ends_in_stop(std::size_t k) const {
    return stream_.is_text(lines_[k].end - 1, ".") || stream_.is_text(lines_[k].end - 1, ";");
  }
  bool taken(std::size_t k) const { return notes_[k].end > 0; }
  void set(std::size_t k, BlockKind kind, std::string note) {
    notes_[k] = {lines_[k].begin, lines_[k].end, kind, std::move(note), lines_[k].begin};
  }
  void noise(std::size_t k, std::string note) {
    if (!taken(k) && !lines_[k].content) set(k, BlockKind::kNoise, std::move(note));
  }

  bool is_posted(std::size_t k) const {
    if (lines_[k].words > kPostedWords || lines_[k].row || lines_[k].content) return false;
    // "Ngày đăng: 09/10/2024 07:50 .Lượt xem: 68 lượt." is no sentence, whatever closes it.
    if (has(k, "posted_label") && has(k, "clock_date") && has(k, "counter")) return true;
    if (ends_in_stop(k)) return false;
    const bool stamp = stream_.is(lines_[k].end - 1, "dated_stamp");
    if (stamp) return lines_[k].end == lines_[k].begin + 1;
    return (has(k, "clock_date") || (has(k, "posted_label") && has(k, "plain_date")));
  }

  std::size_t find_posted() const {
    for (std::size_t k = 0; k < std::min(lines_.size(), kTopLines); ++k) {
      if (is_posted(k)) return k;
    }
    return lines_.size();
  }

  bool may_be_headline(std::size_t k) const {
    const auto words = lines_[k].words;
    return words >= kHeadlineWords && words <= kLongHeadline && !lines_[k].ended &&
           !lines_[k].marked && !lines_[k].row && !lines_[k].content && !has(k, "dated_stamp") &&
           !starts(k, "menu") && !has(k, "caption") && !has(k, "image_file") && !has(k, "counter");
  }

  // The last line that can be one above the posted time; without that, the first long line, if a
  // sentence follows.
  std::size_t find_headline(std::size_t posted) const {
    const auto none = lines_.size();
    for (std::size_t k = 0; k < none; ++k) {
      if (lines_[k].headline) return k;
    }
    if (posted < none) {
      for (auto k = posted; k-- > 0;) {
        if (may_be_headline(k)) return k;
      }
      // Some pages print the time first.
      if (posted + 1 < none && posted < 3 && may_be_headline(posted + 1)) return posted + 1;
      return none;
    }
    for (std::size_t k = 0; k + 1 < none; ++k) {
      if (lines_[k].words < kHeadlineWords || starts(k, "menu")) continue;
      return may_be_headline(k) && followed_by_sentence(k) ? k : none;
    }
    return none;
  }

  bool followed_by_sentence(std::size_t k) const {
    for (auto next = k + 1; next < std::min(lines_.size(), k + 5); ++next) {
      if (ends_in_stop(next) && lines_[next].words > kMenuWords) return true;
    }
    return false;
  }

  // Without a headline: the first line of the body.
  std::size_t top_end(std::size_t posted) const {
    if (posted < lines_.size()) return posted;
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      if (lines_[k].words >= kHeadlineWords && !starts(k, "menu")) return k;
    }
    return 0;
  }

  // "Xem thêm" alone, with nothing but headlines below.
  bool opens_headlines(std::size_t k) const {
    if (!starts(k, "link_phrase") || lines_[k].end != lines_[k].begin + 1) return false;
    return k + 1 < lines_.size() &&
           std::none_of(lines_.begin() + static_cast<std::ptrdiff_t>(k), lines_.end(),
                        [](const Line& l) { return l.ended; });
  }

  // The first line of the page's foot: other headlines, counters. A paragraph stands above it.
  std::size_t find_foot(std::size_t from) const {
    bool body = false;
    for (auto k = from; k < lines_.size(); ++k) {
      body = body || (lines_[k].words > kMenuWords && lines_[k].ended);
      if (!body || lines_[k].row) continue;
      if (starts(k, "foot_start") && lines_[k].words <= kFootWords) return k;
      if (opens_headlines(k)) return k;
      const bool dated = stream_.is(lines_[k].end - 1, "dated_stamp");
      const bool again = k + 1 == lines_.size() ||
                         stream_.is(lines_[k + 1].end - 1, "dated_stamp") ||
                         starts(k + 1, "foot_start");
      if (dated && again) return k;
    }
    return lines_.size();
  }

  void around_body(std::size_t k, std::size_t headline) {
    const auto& line = lines_[k];
    if (taken(k) || line.content) return;
    if (headline < lines_.size() && same_text(k, headline)) return noise(k, "repeated-headline");
    if (line.words > kMenuWords && !seen_.insert(stream_.text({line.begin, line.end})).second)
      return noise(k, "repeated");
    if (is_posted(k) || (has(k, "counter") && line.words <= kFootWords)) return noise(k, "counter");
    if (is_caption(k)) return noise(k, "caption");
    if (attachment(k)) return;
    if (has(k, "link") && line.words <= kMenuWords) return noise(k, "link");
    if (has(k, "link_phrase") && line.words <= kMenuWords) return noise(k, "link");
    if (has(k, "footer") && line.words <= kFooterWords && !line.marked) return noise(k, "footer");
    if (starts(k, "menu") && line.words <= kFootWords && !line.ended) return noise(k, "menu");
  }

  bool same_text(std::size_t a, std::size_t b) const {
    return stream_.text({lines_[a].begin, lines_[a].end}) ==
           stream_.text({lines_[b].begin, lines_[b].end});
  }

  bool is_caption(std::size_t k) const {
    const auto& line = lines_[k];
    if (has(k, "image_file")) return true;
    if (line.words > kCaptionWords || line.marked) return false;
    if (has(k, "caption")) return true;
    if (ends_in_stop(k) || stream_.is_text(line.end - 1, ":")) return false;
    const bool below_picture = k > 0 && has(k - 1, "caption") && lines_[k - 1].words <= 2;
    return below_picture || stream_.indent(line.begin) >= kCaptionIndent;
  }

  // A file's name, or what follows a label; further names while lines end in a semicolon.
  bool attachment(std::size_t k) {
    const auto& line = lines_[k];
    const bool label = starts(k, "attachment_label") && line.words <= kFooterWords;
    const bool more = k > 0 && taken(k - 1) && notes_[k - 1].kind == BlockKind::kAttachment &&
                      stream_.is_text(lines_[k - 1].end - 1, ";") &&
                      (line.ended || line.words > kAuthorWords);
    const bool file = has(k, "file_suffix") && line.words <= kCaptionWords;
    if (!label && !more && !file) return false;
    std::size_t name = line.begin;
    if (more) {
      if (const auto placed = mark_at(stream_, name)) name = placed->body;
    } else {
      for (auto i = line.begin; i < line.end; ++i) {
        if (stream_.is_text(i, ":")) {
          name = i + 1;
          break;
        }
      }
    }
    if (label && !file && name == line.begin) return false;
    if (name >= line.end) {
      noise(k, "attachment-label");
      return true;
    }
    set(k, BlockKind::kAttachment, "");
    notes_[k].name = name;
    return true;
  }

  // A short last line: initials, a name, the office that wrote the page.
  void find_author(std::size_t first, std::size_t foot) {
    for (auto k = foot; k-- > first + 1;) {
      if (taken(k)) continue;
      const auto& line = lines_[k];
      if (line.words <= kAuthorWords && !line.ended && !line.marked &&
          stream_.case_of(line.begin) != Case::kLower) {
        noise(k, "author");
      }
      return;
    }
  }

  const Stream& stream_;
  std::vector<Line> lines_;
  std::unordered_set<std::string_view> seen_;  // long lines
  std::vector<PageLine> notes_;                // one for each line; `end` 0: part of the body
};

}  // namespace

const PageLine* Page::line_at(std::size_t i) const {
  const auto found = std::lower_bound(
      lines_.begin(), lines_.end(), i,
      [](const PageLine& line, std::size_t position) { return line.begin < position; });
  return found != lines_.end() && found->begin == i ? &*found : nullptr;
}

Page read_article_page(const Stream& stream) { return Page(Article(stream).read()); }

namespace {

bool line_has(const Stream& stream, const Line& line, std::string_view type) {
  for (auto i = line.begin; i < line.end; ++i) {
    if (stream.is(i, type)) return true;
  }
  return false;
}

// "Ngày đăng: …" above a letterhead; without the label it may be the time of a signature's stamp.
bool is_labelled_time(const Stream& stream, const Line& line) {
  return line.words <= kPostedWords && line_has(stream, line, "posted_label") &&
         (line_has(stream, line, "clock_date") || line_has(stream, line, "plain_date"));
}

// Behind the closing: "Tải về: 12-KH.pdf", or the file's name alone. `name`: where that begins.
std::size_t attached_name(const Stream& stream, const Line& line) {
  if (line.words > kCaptionWords || !line_has(stream, line, "file_suffix")) return line.end;
  if (!stream.is(line.begin, "attachment_label")) return line.begin;
  for (auto i = line.begin; i < line.end; ++i) {
    if (stream.is_text(i, ":")) return i + 1;
  }
  return line.begin;
}

}  // namespace

Page read_rows(const Stream& stream) {
  std::vector<PageLine> rows;
  for (const auto& line : lines_of(stream, 0, stream.size())) {
    if (line.row) rows.push_back({line.begin, line.end, BlockKind::kTableRow, "", line.begin});
  }
  return Page(std::move(rows));
}

Page read_document_page(const Stream& stream, std::size_t letterhead) {
  std::vector<PageLine> result;
  for (const auto& line : lines_of(stream, 0, letterhead)) {
    const bool posted = is_labelled_time(stream, line);
    result.push_back({line.begin, line.end, posted ? BlockKind::kPublished : BlockKind::kNoise,
                      posted ? "" : "above-letterhead", line.begin});
  }
  bool closing = false, foot = false;
  std::size_t below = 0;
  for (const auto& line : lines_of(stream, letterhead, stream.size())) {
    if (line.row) {
      result.push_back({line.begin, line.end, BlockKind::kTableRow, "", line.begin});
      continue;
    }
    if (stream.whole()) continue;
    // Some sites print the posted time between the title and the text.
    if (++below <= kTitleLines && stream.is(line.begin, "posted_label") &&
        is_labelled_time(stream, line)) {
      result.push_back({line.begin, line.end, BlockKind::kPublished, "", line.begin});
      continue;
    }
    closing = closing || stream.is(line.begin, "recipients_label");
    foot = foot || (closing && stream.is(line.begin, "foot_start") && line.words <= kFootWords);
    const auto name = closing && !foot ? attached_name(stream, line) : line.end;
    if (name < line.end) {
      result.push_back({line.begin, line.end, BlockKind::kAttachment, "", name});
    } else if (foot) {
      result.push_back({line.begin, line.end, BlockKind::kNoise, "foot", line.begin});
    }
  }
  return Page(std::move(result));
}

void add_page_line(const Stream& stream, const PageLine& line, BlockList& blocks) {
  if (line.kind == BlockKind::kTableRow)
    return blocks.add_given_row(line.begin, *stream.given_at(line.begin));
  if (line.kind == BlockKind::kNoise) return blocks.add_noise(line.begin, line.end, line.note);
  blocks.add_noise(line.begin, line.name, "attachment-label");
  blocks.add(line.kind, line.name, line.end);
}

}  // namespace kehoach::layout
