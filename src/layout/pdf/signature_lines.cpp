#include "layout/pdf/signature_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/letters.h"
#include "language/syllable.h"
#include "layout/pdf/row_tokens.h"

namespace kehoach::layout {
namespace {

constexpr double kSameLine = 7;      // points between baselines of one line's readings
constexpr double kClear = 0.5;       // confidence of a word that stands for itself
constexpr double kClearName = 0.55;  // … in a name
constexpr double kBeside = 1;        // of the size: no wider gap stands between words
constexpr double kSpeck = 0.6;       // … narrower are specks
constexpr double kInPlace = 0.6;     // of a word's width: it stands in another's place
constexpr double kSureName = 0.8;    // … where readings agree on it: their mean
constexpr double kImpossible = 0.5;  // of a word that no reading of its letters makes
constexpr double kAgreed = 0.95;     // of what readings agree on
constexpr double kInferred = 0.85;   // of the deputy's position under a seal
constexpr std::size_t kMostNameWords = 5;

bool has_letter(const std::string& text) {
  for (std::size_t i = 0; i < text.size();)
    if (language::is_letter(base::next_code_point(text, i))) return true;
  return false;
}

// Without what a stamp or a pen left at a line's ends. Nothing where letters that did not come out
// stand before the first clear word: a word of the line may be among them.
PageRow trimmed(const PageRow& row) {
  auto begin = row.words.begin();
  auto end = row.words.end();
  const auto dirt = [](const PageWord& word) {
    return word.confidence < kClear || !has_letter(word.text);
  };
  while (begin != end && dirt(*begin)) ++begin;
  if (begin != row.words.begin() && begin != end) {
    const auto& last = *(begin - 1);
    const bool beside = begin->box.x0 - last.box.x1 < kBeside * row.size;
    const bool wide = last.box.x1 - last.box.x0 > kSpeck * row.size;
    if (beside && wide) return {};
  }
  while (end != begin && dirt(*(end - 1))) --end;
  std::vector<PageWord> words(begin, end);
  if (!words.empty()) words.front().joined = false;
  return make_row(std::move(words));
}

// Do letters that did not come out stand right behind what is left of the line? Without them a name
// would be another one.
bool ends_in_word(const PageRow& row, const PageRow& left) {
  if (left.words.empty()) return false;
  const auto& last = left.words.back();
  return std::any_of(row.words.begin(), row.words.end(), [&](const PageWord& word) {
    return has_letter(word.text) && word.box.x0 >= last.box.x1 &&
           word.box.x0 - last.box.x1 < kBeside * row.size &&
           word.box.x1 - word.box.x0 > kSpeck * row.size;
  });
}

// The readings that most, two at least, have alike; none where as many have others.
template <class Read>
const std::vector<Read>* most_agree(const std::map<std::string, std::vector<Read>>& same) {
  const std::vector<Read>* best = nullptr;
  bool tied = false;
  for (const auto& [text, rows] : same) {
    if (rows.size() < 2 || (best && rows.size() < best->size())) continue;
    tied = best && rows.size() == best->size();
    best = &rows;
  }
  return tied ? nullptr : best;
}

// Signs that no title or name begins or ends with: specks beside the line.
void cut_specks(PageRow& row) {
  if (row.words.empty()) return;
  const auto is_sign = [](char32_t c) {
    return !language::is_letter(c) && !(c >= U'0' && c <= U'9');
  };
  auto& last = row.words.back().text;
  while (has_letter(last)) {
    auto end = last.size();
    if (!is_sign(base::previous_code_point(last, end))) break;
    last.resize(end);
  }
  auto& first = row.words.front().text;
  while (has_letter(first)) {
    std::size_t next = 0;
    if (!is_sign(base::next_code_point(first, next))) break;
    first.erase(0, next);
  }
}

// "TM.ỦY" is two words.
void part_authority(PageRow& row, const match::Matcher& matcher) {
  if (row.words.empty()) return;
  const std::string text = row.words.front().text;
  const auto sequence = matcher.tokenize(text, "layout");
  if (sequence.tokens.empty() || !sequence.tokens.front().is("authority")) return;
  const auto cut = sequence.tokens.front().span.end;
  if (cut >= text.size()) return;
  PageWord rest = row.words.front();
  rest.text = text.substr(cut);
  row.words.front().text = text.substr(0, cut);
  const double middle = (rest.box.x0 + rest.box.x1) / 2;
  row.words.front().box.x1 = rest.box.x0 = middle;
  row.words.insert(row.words.begin() + 1, std::move(rest));
}

// Letters alone, without marks: "KT. CHAN H" and "KT. CHÁNH" are readings of one print.
std::string letters_of(const std::string& text) {
  std::string letters;
  for (const char c : language::search_form(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) letters += c;
  return letters;
}

enum class Part { kNone, kAuthority, kPosition, kName };

class Lines {
 public:
  Lines(const std::vector<SignatureReading>& readings, const match::Matcher& matcher)
      : matcher_(matcher), readings_(readings.size()) {
    for (const auto& reading : readings)
      for (const auto& row : reading) group(row);
    std::sort(groups_.begin(), groups_.end(),
              [](const Group& a, const Group& b) { return a.baseline < b.baseline; });
  }

  std::vector<PageRow> agreed() {
    std::vector<PageRow> lines;
    std::string superior;  // of "KT. …"
    bool signing = false;
    for (const auto& group : groups_) {
      if (group.rows.size() < 2) continue;  // what one reading made of a seal says nothing
      auto title = titled(group, superior);
      if (!title && !superior.empty()) title = deputy(group, superior);
      if (title) {
        superior = superior_of(*title);
        signing = true;
        alike_ = alike_ && is_alike(group);
        lines.push_back(at(group.baseline, std::move(*title)));
      } else if (auto name = signing ? named(group, middle_of(lines.back())) : std::nullopt) {
        alike_ = alike_ && is_alike(group);
        named_ = true;
        lines.push_back(at(group.baseline, std::move(*name)));
        break;
      } else {
        superior.clear();
      }
    }
    return lines;
  }

  // Of what was agreed on: does it end in a name, and did each reading have all of it?
  bool complete() const { return named_ && alike_; }

 private:
  struct Group {
    double baseline = 0;
    std::vector<PageRow> rows;  // one line, as it was read each time
  };

  static PageRow at(double baseline, PageRow row) {
    row.baseline = baseline;
    for (auto& word : row.words) word.baseline = baseline;
    return row;
  }

  void group(const PageRow& row) {
    if (row.words.empty()) return;
    Group* near = nullptr;
    for (auto& group : groups_)
      if (distance(group, row) < (near ? distance(*near, row) : kSameLine)) near = &group;
    if (!near) near = &groups_.emplace_back();
    near->rows.push_back(row);
    near->baseline = middle_baseline(near->rows);
  }

  static double distance(const Group& group, const PageRow& row) {
    return std::abs(group.baseline - row.baseline);
  }

  static double middle_baseline(const std::vector<PageRow>& rows) {
    std::vector<double> baselines;
    for (const auto& row : rows) baselines.push_back(row.baseline);
    const auto middle = baselines.begin() + static_cast<std::ptrdiff_t>(baselines.size() / 2);
    std::nth_element(baselines.begin(), middle, baselines.end());
    return *middle;
  }

  bool is_alike(const Group& group) const {
    std::set<std::string> texts;
    for (const auto& read : group.rows) {
      PageRow row = trimmed(read);
      cut_specks(row);
      part_authority(row, matcher_);
      texts.insert(row.words.empty() ? std::string() : row_text(row));
    }
    return group.rows.size() == readings_ && texts.size() == 1;
  }

  Part part_of(const PageRow& row) const {
    const RowTokens tokens(row, matcher_);
    if (!is_all_capitals(tokens.text())) return Part::kNone;
    if (tokens.starts("authority")) return Part::kAuthority;
    return tokens.starts("position") ? Part::kPosition : Part::kNone;
  }

  // Whether the pack knows all of it: a position, or a body or position behind "KT.".
  bool is_known(const PageRow& row) const {
    if (part_of(row) != Part::kAuthority) return RowTokens(row, matcher_).is("position");
    const PageRow behind = make_row({row.words.begin() + 1, row.words.end()});
    if (behind.words.empty()) return false;
    const RowTokens tokens(behind, matcher_);
    return tokens.is("position") || tokens.starts("body_head");
  }

  // An authority or a position whose letters two readings agree on. Below "KT. CHỦ TỊCH" nobody
  // signs as "CHỦ TỊCH": a word before it was not seen.
  std::optional<PageRow> titled(const Group& group, const std::string& superior) const {
    std::map<std::string, std::vector<PageRow>> same;
    for (const auto& read : group.rows) {
      PageRow row = trimmed(read);
      cut_specks(row);
      part_authority(row, matcher_);
      if (!row.words.empty() && is_all_capitals(row_text(row)))
        same[letters_of(row_text(row))].push_back(std::move(row));
    }
    const auto* best = most_agree(same);
    if (!best) return std::nullopt;
    PageRow row = best_marks(*best);
    if (part_of(row) == Part::kNone || row_text(row) == superior) return std::nullopt;
    return sure(std::move(row), kAgreed);
  }

  // Of rows with the same letters: one that the pack knows, else the most frequent.
  PageRow best_marks(const std::vector<PageRow>& rows) const {
    std::map<std::string, std::size_t> counts;
    for (const auto& row : rows) ++counts[row_text(row)];
    const PageRow* best = nullptr;
    std::pair<bool, std::size_t> rank{};
    for (const auto& row : rows) {
      const std::pair<bool, std::size_t> own{is_known(row), counts[row_text(row)]};
      if (best && own <= rank) continue;
      best = &row;
      rank = own;
    }
    return *best;
  }

  // "CHỦ TỊCH" of "KT. CHỦ TỊCH": the next line is a deputy's. Empty for other lines.
  std::string superior_of(const PageRow& row) const {
    if (part_of(row) != Part::kAuthority || row.words.size() < 2) return {};
    if (!RowTokens(row, matcher_).starts("authority", "deputy")) return {};
    const PageRow behind = make_row({row.words.begin() + 1, row.words.end()});
    return RowTokens(behind, matcher_).is("position") ? row_text(behind) : std::string();
  }

  // "phó", where the pack knows a position of that word and the superior's.
  std::optional<std::string> deputy_of(const std::string& superior) const {
    const auto& rules = matcher_.rules();
    for (const auto word : rules.entries_of("deputy_word")) {
      const auto& before = rules.lexicon[word].form;
      const auto wanted = language::comparison_form(before + " " + superior);
      for (const auto i : rules.entries_of("position"))
        if (language::comparison_form(rules.lexicon[i].form) == wanted) return before;
    }
    return std::nullopt;
  }

  // A line that ends in the superior's position in two readings, behind something else.
  std::optional<PageRow> deputy(const Group& group, const std::string& superior) const {
    const auto before = deputy_of(superior);
    if (!before) return std::nullopt;
    const auto wanted = letters_of(superior);
    const auto words =
        static_cast<std::size_t>(1 + std::count(superior.begin(), superior.end(), ' '));
    std::vector<PageRow> found;
    std::string seen;  // in place of the word before
    for (const auto& read : group.rows) {
      const PageRow row = trimmed_end(read);
      if (row.words.size() <= words) continue;
      const PageRow end =
          make_row({row.words.end() - static_cast<std::ptrdiff_t>(words), row.words.end()});
      if (letters_of(row_text(end)) != wanted) continue;
      found.push_back(end);
      seen = row.words[row.words.size() - words - 1].text;
    }
    if (found.size() < 2) return std::nullopt;
    PageRow row = best_marks(found);
    PageWord first = row.words.front();
    const double width = 0.7 * row.size * static_cast<double>(before->size() - 1);
    first.box.x1 = first.box.x0 - 0.25 * row.size;
    first.box.x0 = first.box.x1 - width;
    first.text = language::upper(*before);
    first.original = seen;
    row.words.front().joined = false;
    row.words.insert(row.words.begin(), std::move(first));
    return sure(make_row(std::move(row.words)), kInferred);
  }

  static PageRow trimmed_end(const PageRow& row) {
    auto words = row.words;
    while (!words.empty() && (words.back().confidence < kClear || !has_letter(words.back().text)))
      words.pop_back();
    PageRow cut = make_row(std::move(words));
    cut_specks(cut);
    return cut;
  }

  bool is_name(const PageRow& row) const {
    if (row.words.size() < 2 || row.words.size() > kMostNameWords) return false;
    if (is_all_capitals(row_text(row))) return false;
    return std::all_of(row.words.begin(), row.words.end(), [&](const PageWord& word) {
      // "Y Khăm": a name of one letter before the rest of it.
      const bool letter = &word == row.words.data() && word.text.size() == 1;
      return language::starts_upper(word.text) && (letter || !language::is_upper_word(word.text)) &&
             word.confidence >= kClearName;
    });
  }

  // Word by word: a reading that mistook one of them has the others all the same.
  std::optional<PageRow> named(const Group& group, double middle) const {
    std::map<std::size_t, std::vector<PageRow>> by_length;
    for (const auto& read : group.rows) {
      PageRow row = trimmed(read);
      if (ends_in_word(read, row)) continue;
      cut_specks(row);
      if (is_name(row)) by_length[row.words.size()].push_back(std::move(row));
    }
    const PageRow* frame = frame_of(by_length);
    if (!frame || !is_whole(*frame, middle)) return std::nullopt;
    PageRow name = *frame;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      auto word = voted(group, name.words[i], i == 0);
      if (!word) return std::nullopt;
      name.words[i] = std::move(*word);
    }
    return name;
  }

  // A name of as many words as most readings have.
  static const PageRow* frame_of(const std::map<std::size_t, std::vector<PageRow>>& by_length) {
    const std::vector<PageRow>* best = nullptr;
    bool tied = false;
    for (const auto& [length, rows] : by_length) {
      if (best && rows.size() < best->size()) continue;
      tied = best && rows.size() == best->size();
      best = &rows;
    }
    return best && !tied ? &best->front() : nullptr;
  }

  // Whether no word is missing at its begin: it begins as names do, or stands below the middle of
  // what is printed above it.
  bool is_whole(const PageRow& name, double middle) const {
    const auto& first = name.words.front().text;
    return is_family_name(first) || std::abs(middle_of(name) - middle) < name.size;
  }

  static double middle_of(const PageRow& row) {
    return (row.words.front().box.x0 + row.words.back().box.x1) / 2;
  }

  // What most readings, two at least, have in a word's place. Readers agree on a wrong mark too,
  // but none of them is sure of it: such a word stays as unsure as it was read each time. Family
  // names are few, a reading that makes one is right.
  std::optional<PageWord> voted(const Group& group, const PageWord& place, bool first) const {
    std::map<std::string, std::vector<PageWord>> votes;
    for (const auto& read : group.rows) {
      PageRow alone;
      for (const auto& word : read.words)
        if (stands_in(word, place)) alone.words.push_back(word);
      if (alone.words.size() != 1 || alone.words.front().confidence < kClearName) continue;
      cut_specks(alone);
      auto& word = alone.words.front();
      votes[word.text].push_back(std::move(word));
    }
    const auto* best = most_agree(votes);
    if (!best) return std::nullopt;
    PageWord word = best->front();
    double sum = 0;
    for (const auto& vote : *best) sum += vote.confidence;
    const double mean = sum / static_cast<double>(best->size());
    const bool sure = mean >= kSureName || (first && is_family_name(word.text));
    word.confidence = sure ? kAgreed : mean;
    if (has_impossible_tone(word.text)) word.confidence = std::min(word.confidence, kImpossible);
    return word;
  }

  // "Cửnh": names of other tongues are no syllables either, but have no tones.
  static bool has_impossible_tone(const std::string& word) {
    if (language::is_syllable(word)) return false;
    for (std::size_t i = 0; i < word.size();) {
      const auto letter = language::letter(base::next_code_point(word, i));
      if (letter.tone != language::Tone::kLevel) return true;
    }
    return false;
  }

  static bool stands_in(const PageWord& word, const PageWord& place) {
    const double both = std::min(word.box.x1, place.box.x1) - std::max(word.box.x0, place.box.x0);
    return both > kInPlace * (word.box.x1 - word.box.x0);
  }

  bool is_family_name(const std::string& word) const {
    const auto& rules = matcher_.rules();
    const auto& entries = rules.entries_of("surname");
    return std::any_of(entries.begin(), entries.end(), [&](const auto i) {
      return rules.lexicon[i].value == "family" && rules.lexicon[i].form == word;
    });
  }

  static PageRow sure(PageRow row, double confidence) {
    for (auto& word : row.words) word.confidence = confidence;
    return row;
  }

  const match::Matcher& matcher_;
  std::size_t readings_;
  std::vector<Group> groups_;
  bool alike_ = true, named_ = false;
};

}  // namespace

SignatureReading words_on_lines(const read::ScanPage& scan, double left) {
  SignatureReading rows;
  int line = -1;
  std::vector<PageWord> words;
  const auto close = [&] {
    if (!words.empty()) rows.push_back(make_row(std::move(words)));
    words.clear();
  };
  for (const auto& from : scan.words) {
    if (from.line != line) close();
    line = from.line;
    if (from.box.x0 < left + 1) continue;
    PageWord word;
    word.text = from.text;
    word.box = from.box;
    word.baseline = from.baseline;
    word.size = from.size;
    word.confidence = from.confidence;
    words.push_back(std::move(word));
  }
  close();
  return rows;
}

std::vector<PageRow> agreed_lines(const std::vector<SignatureReading>& readings,
                                  const match::Matcher& matcher) {
  return Lines(readings, matcher).agreed();
}

bool is_settled(const std::vector<SignatureReading>& readings, const match::Matcher& matcher) {
  constexpr std::size_t kEnough = 3;
  if (readings.size() < kEnough) return false;
  Lines lines(readings, matcher);
  lines.agreed();
  return lines.complete();
}

}  // namespace kehoach::layout
