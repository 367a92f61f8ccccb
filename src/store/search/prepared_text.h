// Text as the full-text table takes it: words cut and compared already, so that the table never
// depends on how that is done.
#pragma once

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kehoach::store {

class Archive;

// How many documents of a batch hold each word.
class WordCounter {
  static constexpr std::size_t kLetters = 26;

 public:
  // All words until the next call are of one more document (or, if `sign` is -1, of one less).
  void begin_document(int sign);
  void add(std::string_view word);
  // How the document's words begin, one letter and two: "~h ~ho". A short beginning has too many
  // words to look for each.
  std::string beginnings() const;
  // Adds the counts to search_words and forgets them.
  void write(Archive& archive);

 private:
  struct Count {
    std::int64_t change = 0, last_document = 0;
  };
  // Found by a view, without a string for each word of a text.
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, Count, Hash, std::equal_to<>> counts_;
  std::bitset<kLetters*(kLetters + 1)> begun_;  // by the current document's words
  std::int64_t document_ = 0;
  int sign_ = 1;
  bool takes_away_ = false;
};

// "Kế hoạch 142/KH" gives "kế|ke hoạch|hoach|ke_hoach 142|142/kh|hoach_142 kh|142_kh". Words go to
// `counter`. A position also holds its word together with the one before, without marks: rare
// phrases of common words are found by these pairs without going through all that has the words.
std::string prepared_text(std::string_view utf8, WordCounter& counter);

// A text made ready before its document is stored: by a worker, so that who stores need not.
struct PreparedText {
  std::string text;   // as prepared_text() gives it
  std::string words;  // of the text, each once, a space between them
};
PreparedText prepare_text(std::string_view utf8);
void count_words(const PreparedText& prepared, WordCounter& counter);

// The same of each line by itself: no phrase goes from one to the next.
std::string prepared_lines(std::string_view utf8, WordCounter& counter);

// The words of what the functions above gave, as the full-text table takes them: `sink` is given
// where in `prepared` each begins and ends and whether it stands at the position of the one before;
// false ends it.
template <class Sink>
void each_prepared_word(std::string_view prepared, const Sink& sink) {
  bool same_position = false;
  for (std::size_t begin = 0; begin < prepared.size();) {
    const std::size_t end = std::min(prepared.find_first_of(" |", begin), prepared.size());
    if (end > begin && !sink(begin, end, same_position)) return;
    same_position = end < prepared.size() && prepared[end] == '|';
    begin = end + 1;
  }
}

// The word of the index for a beginning of one or two ASCII letters.
std::string beginning_word(std::string_view letters);
bool is_short_beginning(std::string_view typed);

// Both words without marks.
std::string pair_of(std::string_view first, std::string_view second);

// Long numbers, and numbers of documents, are too many to be counted one by one.
bool is_counted(std::string_view word);

}  // namespace kehoach::store
