#include "store/search/prepared_text.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "language/search/search_tokens.h"
#include "store/archive.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kLongestCounted = 24;  // bytes of a word; syllables have up to ten
constexpr std::size_t kLongestNumber = 4;    // years

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
std::size_t letter_index(char byte) { return static_cast<std::size_t>(byte - 'a'); }

// Every word of one text, once.
class DistinctWords {
 public:
  void add(std::string_view word) {
    if (words_.find(word) != words_.end()) return;
    words_.emplace(word);
    joined_ += (joined_.empty() ? "" : " ");
    joined_ += word;
  }
  std::string take() { return std::move(joined_); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
  std::string joined_;
};

// Words go to `words` as they come.
template <class Words>
std::string prepared(std::string_view utf8, Words& words) {
  std::string out;
  out.reserve(utf8.size() * 3);
  std::string before, plain;  // the words of the position before and of this one, without marks
  const auto end_position = [&] {
    if (!before.empty()) out += "|" + pair_of(before, plain);
    before.swap(plain);
  };
  language::search_tokens(utf8, [&](const language::SearchToken& token) {
    const bool opens = token.kind == language::SearchTokenKind::kWord;
    if (opens && !out.empty()) end_position();
    if (!out.empty()) out += opens ? ' ' : '|';
    out += token.text;
    const bool is_word = opens || token.kind == language::SearchTokenKind::kFolded;
    if (is_word) plain = token.text;
    if (is_word) words.add(token.text);
    return true;
  });
  if (!out.empty()) end_position();
  return out;
}

}  // namespace

bool is_counted(std::string_view word) {
  if (word.size() > kLongestCounted) return false;
  return word.size() <= kLongestNumber || !std::all_of(word.begin(), word.end(), [](char byte) {
           return is_digit(byte) || byte == ',';
         });
}

void WordCounter::begin_document(int sign) {
  ++document_;
  begun_.reset();
  sign_ = sign;
  takes_away_ = takes_away_ || sign < 0;
}

void WordCounter::add(std::string_view word) {
  if (is_letter(word[0])) begun_.set(letter_index(word[0]));
  if (is_short_beginning(word.substr(0, 2)) && word.size() > 1)
    begun_.set(kLetters * (letter_index(word[0]) + 1) + letter_index(word[1]));
  if (!is_counted(word)) return;
  auto found = counts_.find(word);
  if (found == counts_.end()) found = counts_.emplace(word, Count{}).first;
  Count& count = found->second;
  if (count.last_document == document_) return;
  count.last_document = document_;
  count.change += sign_;
}

std::string WordCounter::beginnings() const {
  std::string out;
  for (std::size_t i = 0; i < begun_.size(); ++i) {
    if (!begun_.test(i)) continue;
    std::string letters(1, static_cast<char>('a' + i % kLetters));
    if (i >= kLetters) letters.insert(letters.begin(), static_cast<char>('a' + i / kLetters - 1));
    out += (out.empty() ? "" : " ") + beginning_word(letters);
  }
  return out;
}

void WordCounter::write(Archive& archive) {
  std::vector<std::pair<std::string_view, std::int64_t>> changes;
  for (const auto& [word, count] : counts_)
    if (count.change != 0) changes.emplace_back(word, count.change);
  std::sort(changes.begin(), changes.end());
  for (const auto& [word, change] : changes)
    archive
        .statement(
            "INSERT INTO search_words (word, documents) VALUES (?, ?) ON CONFLICT (word)"
            " DO UPDATE SET documents = documents + excluded.documents")
        .bind(word, change)
        .run();
  if (takes_away_) archive.statement("DELETE FROM search_words WHERE documents <= 0").run();
  counts_.clear();
  takes_away_ = false;
}

std::string prepared_text(std::string_view utf8, WordCounter& counter) {
  return prepared(utf8, counter);
}

PreparedText prepare_text(std::string_view utf8) {
  DistinctWords words;
  PreparedText out;
  out.text = prepared(utf8, words);
  out.words = words.take();
  return out;
}

void count_words(const PreparedText& prepared, WordCounter& counter) {
  std::string_view left = prepared.words;
  while (!left.empty()) {
    const std::string_view word = left.substr(0, left.find(' '));
    counter.add(word);
    left.remove_prefix(std::min(word.size() + 1, left.size()));
  }
}

std::string prepared_lines(std::string_view utf8, WordCounter& counter) {
  std::string out;
  while (!utf8.empty()) {
    const std::string_view line = utf8.substr(0, utf8.find('\n'));
    const std::string one = prepared_text(line, counter);
    if (!one.empty()) out += (out.empty() ? "" : " = ") + one;  // a position that no word takes
    utf8.remove_prefix(std::min(line.size() + 1, utf8.size()));
  }
  return out;
}

std::string beginning_word(std::string_view letters) { return "~" + std::string(letters); }

bool is_short_beginning(std::string_view typed) {
  return !typed.empty() && typed.size() <= 2 && std::all_of(typed.begin(), typed.end(), is_letter);
}

std::string pair_of(std::string_view first, std::string_view second) {
  return std::string(first) + "_" + std::string(second);
}

}  // namespace kehoach::store
