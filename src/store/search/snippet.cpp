#include "store/search/snippet.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "language/letters.h"
#include "language/search/search_tokens.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kMostMatches = 500;
constexpr std::size_t kFarEnough = 1 << 20;  // bytes
constexpr std::size_t kBefore = 60;          // bytes of a snippet before its first match, at most

struct Match {
  Place place;
  std::size_t phrase = 0;
};

// One phrase's progress through the text: where each of its places was reached from.
class PhraseFinder {
 public:
  PhraseFinder(const QueryPhrase& phrase, std::size_t index) : phrase_(phrase), index_(index) {
    begins_.resize(phrase.places.size());
  }

  // `reached`: which places this position's words fit (ascending); `span`: of the words.
  std::optional<Match> advance(const std::vector<std::size_t>& reached, Place span) {
    std::optional<Match> match;
    std::vector<std::optional<std::size_t>> next(begins_.size());
    for (const std::size_t place : reached) {
      const std::optional<std::size_t> begin = place == 0 ? span.begin : begins_[place - 1];
      if (!begin) continue;
      if (place + 1 == begins_.size()) match = Match{{*begin, span.end}, index_};
      next[place] = begin;
    }
    begins_ = std::move(next);
    return match;
  }

  const QueryPhrase& phrase() const { return phrase_; }

 private:
  const QueryPhrase& phrase_;
  std::size_t index_;
  std::vector<std::optional<std::size_t>> begins_;
};

class MatchFinder {
 public:
  explicit MatchFinder(const CompiledQuery& query) {
    for (const QueryPhrase& phrase : query.phrases) {
      if (!phrase.wanted) continue;
      const std::size_t index = finders_.size();
      finders_.emplace_back(phrase, index);
      for (std::size_t place = 0; place < phrase.places.size(); ++place)
        for (const std::string& word : phrase.places[place]) note(word, {index, place});
      if (phrase.open_end) open_.push_back(index);
    }
    reached_.resize(finders_.size());
  }

  std::vector<Match> run(std::string_view text) {
    language::search_tokens(text, [&](const language::SearchToken& token) {
      if (token.kind == language::SearchTokenKind::kWord && !end_position(token)) return false;
      take(token);
      return true;
    });
    finish_position();
    return std::move(matches_);
  }

 private:
  struct Wanted {
    std::size_t phrase, place;
  };

  void note(const std::string& word, Wanted wanted) { words_[word].push_back(wanted); }

  void take(const language::SearchToken& token) {
    const auto found = words_.find(token.text);
    if (found != words_.end())
      for (const Wanted& wanted : found->second) reach(wanted, token.end);
    for (const std::size_t index : open_) {
      const auto& places = finders_[index].phrase().places;
      for (const std::string& beginning : places.back())
        if (token.text.size() > beginning.size() && token.text.starts_with(beginning))
          reach({index, places.size() - 1}, token.end);
    }
  }

  void reach(const Wanted& wanted, std::size_t end) {
    reached_[wanted.phrase].push_back(wanted.place);
    span_.end = std::max(span_.end, end);
    any_ = true;
  }

  // False where enough was seen.
  bool end_position(const language::SearchToken& token) {
    finish_position();
    span_ = {token.begin, token.end};
    return matches_.size() < kMostMatches && (matches_.empty() || token.begin < kFarEnough);
  }

  void finish_position() {
    if (!any_ && !was_any_) return;
    for (std::size_t i = 0; i < finders_.size(); ++i) {
      std::sort(reached_[i].begin(), reached_[i].end());
      if (const auto match = finders_[i].advance(reached_[i], span_)) matches_.push_back(*match);
      reached_[i].clear();
    }
    was_any_ = any_;
    any_ = false;
  }

  std::vector<PhraseFinder> finders_;
  std::unordered_map<std::string_view, std::vector<Wanted>> words_;
  std::vector<std::size_t> open_;  // phrases whose end is open
  std::vector<std::vector<std::size_t>> reached_;
  std::vector<Match> matches_;
  Place span_;
  bool any_ = false, was_any_ = false;
};

// The matches that fit into one stretch, and how much they show.
struct Window {
  std::size_t first = 0, last = 0;  // into matches
  std::size_t phrases = 0;
};

Window best_window(const std::vector<Match>& matches, std::size_t length) {
  Window best;
  for (std::size_t first = 0; first < matches.size(); ++first) {
    Window window{first, first, 0};
    std::vector<std::size_t> seen;
    for (std::size_t i = first; i < matches.size(); ++i) {
      if (matches[i].place.end > matches[first].place.begin + length - kBefore && i > first) break;
      window.last = i;
      if (std::find(seen.begin(), seen.end(), matches[i].phrase) == seen.end())
        seen.push_back(matches[i].phrase);
    }
    window.phrases = seen.size();
    if (window.phrases > best.phrases) best = window;
  }
  return best;
}

// Begins behind a line end near before the match, or else at a word.
std::size_t snippet_begin(std::string_view text, std::size_t match) {
  if (match == 0) return 0;
  const std::size_t line = text.rfind('\n', match - 1);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  if (match - begin <= kBefore) return begin;
  const std::size_t space = text.find(' ', match - kBefore);
  return space < match ? space + 1 : match;
}

std::size_t snippet_end(std::string_view text, std::size_t begin, std::size_t last,
                        std::size_t length) {
  const std::size_t wanted = std::max(begin + length, last);
  if (wanted >= text.size()) return text.size();
  const std::size_t line = text.find('\n', last);
  if (line != std::string_view::npos && line <= wanted && wanted - line < kBefore) return line;
  const std::size_t space = text.rfind(' ', wanted);
  return space != std::string_view::npos && space >= last ? space : last;
}

// One line: every run of spaces, line ends and control characters is one space.
class Line {
 public:
  void add(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
      const char32_t c = base::next_code_point(utf8, i);
      if (language::is_space(c) || c < 0x20 || c == 0x7F) {
        if (!out_.empty() && out_.back() != ' ') out_ += ' ';
      } else {
        base::append_code_point(out_, c);
      }
    }
  }
  std::size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::optional<Snippet> find_snippet(std::string_view text, const CompiledQuery& query,
                                    std::size_t length) {
  std::vector<Match> matches = MatchFinder(query).run(text);
  if (matches.empty()) return std::nullopt;
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.place.begin < b.place.begin; });
  const Window window = best_window(matches, length);
  std::size_t last = 0;
  for (std::size_t i = window.first; i <= window.last; ++i)
    last = std::max(last, matches[i].place.end);
  Snippet snippet;
  snippet.source = matches[window.first].place;
  std::size_t at = snippet_begin(text, snippet.source.begin);
  const std::size_t end = snippet_end(text, at, last, length);
  Line line;
  if (at > 0 && text[at - 1] != '\n') line.add("…");
  for (std::size_t i = window.first; i <= window.last; ++i) {
    const Place place = matches[i].place;
    if (place.begin < at) continue;  // overlaps the one before
    line.add(text.substr(at, place.begin - at));
    const std::size_t begin = line.size();
    line.add(text.substr(place.begin, place.end - place.begin));
    snippet.matches.push_back({begin, line.size()});
    at = place.end;
  }
  line.add(text.substr(at, end - at));
  if (end < text.size() && text[end] != '\n') line.add("…");
  snippet.text = line.take();
  return snippet;
}

}  // namespace kehoach::store
