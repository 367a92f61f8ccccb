#include "language/search/search_tokens.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "language/search/search_word.h"
#include "language/search/word_run.h"

namespace kehoach::language {
namespace {

using Kind = SearchTokenKind;

constexpr std::size_t kLongestNumber = 64;  // digits; what is longer is noise

bool is_plain_digit(char byte) { return byte >= '0' && byte <= '9'; }

void drop_leading_zeros(std::string& digits) {
  const std::size_t first = digits.find_first_not_of('0');
  digits.erase(0, first == std::string::npos ? digits.size() - 1 : first);
}

// Digits with "," or "." between them, as printed: "34.210,413", "15.7.2022".
struct PrintedNumber {
  std::vector<std::string> groups;
  std::string signs;
  std::size_t end = 0;
};

PrintedNumber printed_number(std::string_view utf8, const WordRun& first) {
  PrintedNumber number{
      {std::string(utf8.substr(first.begin, first.end - first.begin))}, {}, first.end};
  while (number.end + 1 < utf8.size() && (utf8[number.end] == ',' || utf8[number.end] == '.') &&
         is_plain_digit(utf8[number.end + 1])) {
    const auto next = word_run(utf8, number.end + 1);
    if (!next || !next->digits) break;
    number.signs.push_back(utf8[number.end]);
    number.groups.emplace_back(utf8.substr(next->begin, next->end - next->begin));
    number.end = next->end;
  }
  return number;
}

// One value: thousands by one sign, all alike, and at most one decimal sign behind them. Several
// groups that are not of three digits are a date or a heading's label instead.
bool is_one_value(const PrintedNumber& number) {
  const std::size_t groups = number.groups.size();
  if (groups < 3) return true;
  const std::size_t same = number.signs.find_first_not_of(number.signs.front());
  if (same != std::string::npos && same + 1 != number.signs.size()) return false;
  const std::size_t thousands = same == std::string::npos ? groups : groups - 1;
  return number.groups[0].size() <= 3 &&
         std::all_of(number.groups.begin() + 1,
                     number.groups.begin() + static_cast<std::ptrdiff_t>(thousands),
                     [](const std::string& group) { return group.size() == 3; });
}

// "1.250" is a thousand and more, "1,250" a decimal: so Vietnamese writes.
std::string value_form(const PrintedNumber& number) {
  const std::size_t groups = number.groups.size();
  std::string out = number.groups[0];
  for (std::size_t i = 1; i < groups; ++i) {
    const bool mixed = number.signs.find_first_not_of(number.signs[0]) != std::string::npos;
    const bool last = i + 1 == groups;
    const bool thousands = groups > 2 ? !(mixed && last)
                                      : number.signs[0] == '.' && number.groups[1].size() == 3 &&
                                            number.groups[0].size() <= 3 && number.groups[0] != "0";
    if (!thousands) {
      drop_leading_zeros(out);
      out += ',';
    }
    out += number.groups[i];
  }
  if (out.find(',') == std::string::npos) drop_leading_zeros(out);
  if (out.size() > kLongestNumber) out.resize(kLongestNumber);
  return out;
}

class Cutter {
 public:
  Cutter(std::string_view utf8, const SearchTokenSink& sink) : utf8_(utf8), sink_(sink) {}

  void run() {
    for (std::size_t position = 0; position < utf8_.size() && open_;) {
      const auto run = word_run(utf8_, position);
      if (run) {
        position = cut(*run);
      } else {
        base::next_code_point(utf8_, position);
      }
    }
  }

 private:
  // Returns the end of what was cut.
  std::size_t cut(const WordRun& run) {
    if (run.digits || run.capitals) {
      if (const auto chain = word_chain(utf8_, run)) return cut_chain(*chain);
    }
    if (run.digits) return cut_number(run);
    put_word(run);
    return run.end;
  }

  std::size_t cut_number(const WordRun& run) {
    const PrintedNumber number = printed_number(utf8_, run);
    if (!is_one_value(number)) {
      put_groups(number, run.begin);
      return number.end;
    }
    put(value_form(number), run.begin, number.end, Kind::kWord);
    return number.end;
  }

  // Each group by itself: day, month, year; or the levels of a label.
  void put_groups(const PrintedNumber& number, std::size_t begin) {
    for (const std::string& group : number.groups) {
      const std::size_t end = begin + group.size();
      put(digits({begin, end}), begin, end, Kind::kWord);
      begin = end + 1;
    }
  }

  std::size_t cut_chain(const WordChain& chain) {
    for (std::size_t i = 0; i < chain.runs.size() && open_; ++i) {
      put_word(chain.runs[i]);
      if (i == 0 || (i == chain.code && i + 1 < chain.runs.size())) put_chain(chain, i);
    }
    return chain.runs.back().end;
  }

  void put_word(const WordRun& run) {
    if (run.digits) return put(digits(run), run.begin, run.end, Kind::kWord);
    std::u32string letters = run_letters(utf8_, run);
    to_search_word(letters);
    put_both(base::encode_utf8(letters), folded_word(letters), run.begin, run.end, 0);
  }

  // The chain from its run `first` on, as one token.
  void put_chain(const WordChain& chain, std::size_t first) {
    std::string marked, folded;
    for (std::size_t i = first; i < chain.runs.size(); ++i) {
      if (i > first) marked += chain.joints[i - 1];
      if (i > first) folded += chain.joints[i - 1];
      if (chain.runs[i].digits) {
        marked += digits(chain.runs[i]);
        folded += digits(chain.runs[i]);
        continue;
      }
      std::u32string letters = run_letters(utf8_, chain.runs[i]);
      to_search_word(letters);
      marked += base::encode_utf8(letters);
      folded += folded_word(letters);
    }
    put_both(marked, folded, chain.runs[first].begin, chain.runs.back().end,
             chain.runs.size() - first);
  }

  // `words` 0: a word; else a chain of so many.
  void put_both(const std::string& marked, const std::string& folded, std::size_t begin,
                std::size_t end, std::size_t words) {
    const std::size_t covered = std::max<std::size_t>(words, 1);
    put(marked, begin, end, words > 0 ? Kind::kChain : Kind::kWord, covered);
    if (folded != marked)
      put(folded, begin, end, words > 0 ? Kind::kChainFolded : Kind::kFolded, covered);
  }

  std::string digits(const WordRun& run) const {
    std::string out(
        utf8_.substr(run.begin, std::min<std::size_t>(run.end - run.begin, kLongestNumber)));
    drop_leading_zeros(out);
    return out;
  }

  void put(std::string_view text, std::size_t begin, std::size_t end, Kind kind,
           std::size_t words = 1) {
    if (open_) open_ = sink_({text, begin, end, kind, words});
  }

  std::string_view utf8_;
  const SearchTokenSink& sink_;
  bool open_ = true;
};

}  // namespace

void search_tokens(std::string_view utf8, const SearchTokenSink& sink) { Cutter(utf8, sink).run(); }

}  // namespace kehoach::language
