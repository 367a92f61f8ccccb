#include "store/search/suggestions.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/utf8.h"
#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "store/search/prepared_text.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kMostLeftOut = 8;  // words that are left out one after another
constexpr std::size_t kFarApart = 99;

// What it costs to make one word of another: a letter that is added, left out or changed kLetter,
// two neighbours that change places a little less; kFarApart over two letters.
constexpr std::size_t kLetter = 4, kSwap = 3;

std::size_t distance(std::u32string_view a, std::u32string_view b) {
  if (a.size() > b.size() + 2 || b.size() > a.size() + 2) return kFarApart;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j * kLetter;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i * kLetter;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + kLetter, row[j - 1] + kLetter,
                         last[j - 1] + (a[i - 1] != b[j - 1] ? kLetter : 0)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + kSwap);
    }
    before = last;
    last = row;
  }
  return last.back() > 2 * kLetter ? kFarApart : last.back();
}

// The words of the text as typed, by what they are looked up as.
struct TypedWord {
  std::string word;  // of search_tokens()
  std::size_t begin = 0, end = 0;
};

std::vector<TypedWord> words_of(const std::string& text) {
  std::vector<TypedWord> out;
  language::search_tokens(text, [&](const language::SearchToken& token) {
    if (token.kind == language::SearchTokenKind::kWord)
      out.push_back({std::string(token.text), token.begin, token.end});
    return true;
  });
  return out;
}

class SpellingMender {
 public:
  explicit SpellingMender(Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  // True if any word of the query was mended.
  bool mend(QueryNode& node) {
    bool any = node.kind == QueryNode::Kind::kTerms && mend_text(node);
    for (QueryNode& child : node.children) any = mend(child) || any;
    return any;
  }

 private:
  bool mend_text(QueryNode& node) {
    bool any = false;
    std::vector<TypedWord> words = words_of(node.text);
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
      if (!is_counted(word->word) || vocabulary_.documents_with(word->word) > 0) continue;
      const std::optional<std::string> better = nearest(word->word);
      if (!better) continue;
      node.text.replace(word->begin, word->end - word->begin, *better);
      any = true;
    }
    return any;
  }

  // The word of the fewest changes, and of those the commonest. Marks are small changes.
  std::optional<std::string> nearest(const std::string& word) {
    if (!words_) words_ = vocabulary_.words();
    const std::u32string typed = base::decode_utf8(word);
    const std::string folded = language::search_form(word);
    const std::u32string plain = base::decode_utf8(folded);
    std::size_t best = kFarApart;
    const CountedWord* found = nullptr;
    for (const CountedWord& known : *words_) {
      const std::size_t cost = changes(known.word, typed, folded, plain);
      const bool nearer =
          cost < best || (cost == best && cost < kFarApart && known.documents > found->documents);
      if (nearer) best = cost, found = &known;
    }
    const std::size_t allowed = plain.size() < 6 ? kLetter : 2 * kLetter;
    if (found == nullptr || best > allowed) return std::nullopt;
    return found->word;
  }

  // A mark costs one.
  static std::size_t changes(const std::string& known, const std::u32string& typed,
                             const std::string& folded, const std::u32string& plain) {
    const std::u32string letters = base::decode_utf8(known);
    if (letters.size() > typed.size() + 2 || typed.size() > letters.size() + 2) return kFarApart;
    const std::string known_folded = language::search_form(known);
    const std::size_t between =
        known_folded == folded ? 0 : distance(base::decode_utf8(known_folded), plain);
    if (between == kFarApart) return kFarApart;
    const std::size_t marks = distance(letters, typed);
    // Who types some marks means a word that has marks.
    const std::size_t bare = typed != plain && letters.size() == known.size() ? 1 : 0;
    const std::size_t wrong_marks =
        marks == kFarApart ? 3 : (std::max(marks, between) - between) / kLetter;
    return between + bare + wrong_marks;
  }

  Vocabulary& vocabulary_;
  std::optional<std::vector<CountedWord>> words_;
};

void change_terms(QueryNode& node, const std::function<void(QueryNode&)>& change) {
  if (node.kind == QueryNode::Kind::kTerms) return change(node);
  for (QueryNode& child : node.children) change_terms(child, change);
}

QueryNode without_marks(QueryNode query) {
  change_terms(query, [](QueryNode& node) { node.text = language::search_form(node.text); });
  return query;
}

// Every phrase as its words, in any order.
QueryNode without_phrases(QueryNode query) {
  change_terms(query, [](QueryNode& node) {
    const std::vector<TypedWord> words = words_of(node.text);
    if (words.size() < 2 || node.text.find(' ') == std::string::npos) return;
    QueryNode all;
    for (const TypedWord& word : words)
      all.children.push_back({QueryNode::Kind::kTerms,
                              node.text.substr(word.begin, word.end - word.begin),
                              false,
                              {},
                              {}});
    all.children.back().open_end = node.open_end;
    node = std::move(all);
  });
  return query;
}

class Suggestions {
 public:
  explicit Suggestions(const std::function<std::size_t(const QueryNode&)>& count) : count_(count) {}

  void try_query(const QueryNode& query, const std::string& why) {
    const std::string typed = typed_query(query);
    if (full() || typed.empty() || seen(typed)) return;
    tried_.push_back(typed);
    if (const std::size_t documents = count_(query); documents > 0)
      out_.push_back({typed, std::min(documents, kMostCounted), documents > kMostCounted, why});
  }
  void skip(const QueryNode& query) { tried_.push_back(typed_query(query)); }
  bool empty() const { return out_.empty(); }
  bool full() const { return out_.size() >= kMostSuggestions; }
  std::vector<Suggestion> take() { return std::move(out_); }

 private:
  bool seen(const std::string& typed) const {
    return std::find(tried_.begin(), tried_.end(), typed) != tried_.end();
  }
  const std::function<std::size_t(const QueryNode&)>& count_;
  std::vector<std::string> tried_;
  std::vector<Suggestion> out_;
};

// Each word of the outermost level in turn.
void try_leaving_out(const QueryNode& query, Suggestions& suggestions) {
  const QueryNode apart = query.kind == QueryNode::Kind::kTerms ? without_phrases(query) : query;
  if (apart.kind != QueryNode::Kind::kAll || apart.children.size() < 2) return;
  for (std::size_t i = 0; i < std::min(apart.children.size(), kMostLeftOut); ++i) {
    QueryNode fewer = apart;
    fewer.children.erase(fewer.children.begin() + static_cast<std::ptrdiff_t>(i));
    suggestions.try_query(fewer, "without " + typed_query(apart.children[i]));
  }
}

std::string joined(const std::vector<QueryNode>& nodes, const std::string& sign) {
  std::string out;
  for (const QueryNode& node : nodes) {
    const bool bracket = node.kind != QueryNode::Kind::kTerms;
    out +=
        (out.empty() ? "" : sign) + (bracket ? "(" : "") + typed_query(node) + (bracket ? ")" : "");
  }
  return out;
}

}  // namespace

std::string typed_query(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::kAny) return joined(node.children, " OR ");
  if (node.kind == QueryNode::Kind::kTerms) {
    const bool phrase = node.text.find(' ') != std::string::npos;
    return (phrase ? "\"" + node.text + "\"" : node.text) + (node.open_end ? "*" : "");
  }
  std::string out = joined(node.children, " ");
  for (const QueryNode& node_without : node.without) out += " NOT " + joined({node_without}, "");
  return out;
}

std::vector<Suggestion> suggest(const QueryNode& query, Vocabulary& vocabulary,
                                const std::function<std::size_t(const QueryNode&)>& count) {
  Suggestions suggestions(count);
  suggestions.skip(query);
  QueryNode mended = query;
  if (SpellingMender(vocabulary).mend(mended)) {
    suggestions.try_query(mended, "spelling");
    suggestions.try_query(without_phrases(mended), "spelling, words in any order");
  }
  suggestions.try_query(without_marks(query), "any marks");
  suggestions.try_query(without_phrases(query), "words in any order");
  if (suggestions.empty())
    suggestions.try_query(without_phrases(without_marks(mended)), "any marks, words in any order");
  if (suggestions.empty()) try_leaving_out(mended, suggestions);
  return suggestions.take();
}

}  // namespace kehoach::store
