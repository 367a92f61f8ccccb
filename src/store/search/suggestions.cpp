#include "store/search/suggestions.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "store/search/prepared_text.h"
#include "store/search/spelling.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kMostSuggestions = 3;
constexpr std::size_t kMostLeftOut = 8;  // words that are left out one after another

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
    const Spelling spelling(word);
    std::size_t best = Spelling::kFarApart;
    const CountedWord* found = nullptr;
    for (const CountedWord& known : *words_) {
      const std::size_t cost = spelling.changes(known.word);
      const bool nearer = cost < best || (cost == best && cost < Spelling::kFarApart &&
                                          known.documents > found->documents);
      if (nearer) best = cost, found = &known;
    }
    if (found == nullptr || best > spelling.most_changes()) return std::nullopt;
    return found->word;
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
