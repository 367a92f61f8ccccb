#include "store/search/compiled_query.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "store/search/prepared_text.h"

namespace kehoach::store {
namespace {

constexpr double kShortBeginning = 0.1;    // its weight: nearly every document has one
constexpr const char* kNowhere = "~";      // no word of the index
constexpr std::size_t kMostEndings = 100;  // words that one open end stands for
// What stands in so many times the documents of the rest is looked up where the rest stands alone.
constexpr double kMuchCommoner = 8;
constexpr double kTooFewToMatter = 100;        // documents
constexpr std::size_t kMostPairsWeighed = 12;  // of one phrase

struct Cut {
  std::vector<std::string> words;
  std::string chain;                // all of them as one token; empty if they are none
  std::size_t last_word_begin = 0;  // bytes of what was typed
};

Cut cut(const std::string& typed) {
  Cut out;
  std::size_t chain_words = 0;
  language::search_tokens(typed, [&](const language::SearchToken& token) {
    if (token.kind == language::SearchTokenKind::kWord) {
      out.words.emplace_back(token.text);
      out.last_word_begin = token.begin;
    } else if (token.kind == language::SearchTokenKind::kChain && out.words.size() == 1) {
      out.chain = token.text;
      chain_words = token.words;
    }
    return true;
  });
  if (chain_words != out.words.size()) out.chain.clear();
  return out;
}

bool has_marks(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char byte) { return byte < 0; });
}

std::string plain(const std::string& word) { return language::search_form(word); }

// One word, or several for one place.
std::string place_text(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

std::string phrase_text(const QueryPhrase& phrase) {
  std::string out;
  for (const std::vector<std::string>& words : phrase.places)
    out += (out.empty() ? "" : " ") + place_text(words);
  return out;
}

class Compiler {
 public:
  explicit Compiler(Vocabulary& vocabulary)
      : vocabulary_(vocabulary), all_(static_cast<double>(vocabulary.all_documents())) {}

  CompiledQuery run(const QueryNode& query) {
    out_.expression = expression(query, {true, true});
    return std::move(out_);
  }

 private:
  // Where a part stands in the query.
  struct Where {
    bool wanted = true;    // not below NOT
    bool required = true;  // every hit has it: nor below OR
  };

  // Empty: nothing but signs was typed.
  std::string expression(const QueryNode& node, Where where) {
    switch (node.kind) {
      case QueryNode::Kind::kTerms:
        return terms(node, where);
      case QueryNode::Kind::kAny:
        return joined(node.children, " OR ", {where.wanted, false});
      case QueryNode::Kind::kAll:
        break;
    }
    const std::string with = all_of(node.children, where);
    if (with.empty()) return with;
    if (std::any_of(node.without.begin(), node.without.end(),
                    [&](const QueryNode& part) { return is_everywhere(part); }))
      return "(" + with + " AND " + term(kNowhere, 0) + ")";
    const std::string without = joined(node.without, " OR ", {!where.wanted, false});
    return without.empty() ? with : "(" + with + " NOT " + without + ")";
  }

  // A word that every document has leaves nothing where it is taken away. SQLite would go through
  // all documents to see it.
  bool is_everywhere(const QueryNode& node) {
    if (node.kind == QueryNode::Kind::kAny)
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const QueryNode& child) { return is_everywhere(child); });
    if (node.kind != QueryNode::Kind::kTerms || node.open_end) return false;
    const Cut typed = cut(node.text);
    return typed.words.size() == 1 && is_counted(typed.words[0]) && all_ > 0 &&
           static_cast<double>(vocabulary_.documents_with(typed.words[0])) >= all_;
  }

  // In at most how many documents it may stand.
  double documents_at_most(const QueryNode& node) {
    double out = all_;
    if (node.kind == QueryNode::Kind::kTerms && !node.open_end)
      for (const std::string& word : cut(node.text).words)
        out = std::min(out, documents_with(word));
    if (node.kind == QueryNode::Kind::kAll)
      for (const QueryNode& child : node.children) out = std::min(out, documents_at_most(child));
    if (node.kind != QueryNode::Kind::kAny) return out;
    double any = 0;
    for (const QueryNode& child : node.children) any += documents_at_most(child);
    return std::min(out, any);
  }

  double documents_with(const std::string& word) {
    return is_counted(word) ? static_cast<double>(vocabulary_.documents_with(word)) : 1;
  }

  // SQLite goes through all lists of an AND in turns, and each turn of two rare words costs a jump
  // in the lists of the common ones: so the rare ones are an expression by themselves.
  std::string all_of(const std::vector<QueryNode>& nodes, Where where) {
    std::vector<std::pair<double, const QueryNode*>> rarest_first;
    for (const QueryNode& node : nodes) rarest_first.emplace_back(documents_at_most(node), &node);
    std::stable_sort(rarest_first.begin(), rarest_first.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> parts;
    double before = 0;
    for (const auto& [documents, node] : rarest_first) {
      const bool apart =
          parts.size() > 1 && before >= kTooFewToMatter && documents > kMuchCommoner * before;
      if (apart) parts = {by_itself(in_brackets(parts, " AND "))};
      if (std::string part = expression(*node, where); !part.empty())
        parts.push_back(std::move(part));
      before = documents;
    }
    return in_brackets(parts, " AND ");
  }

  // FTS5 makes one list of an AND in an AND; not of a NOT.
  std::string by_itself(const std::string& part) {
    ++group_;
    return "(" + part + " NOT " + term(kNowhere, 0) + ")";
  }

  std::string joined(const std::vector<QueryNode>& nodes, const char* sign, Where where) {
    std::vector<std::string> parts;
    for (const QueryNode& node : nodes)
      if (std::string part = expression(node, where); !part.empty())
        parts.push_back(std::move(part));
    return in_brackets(parts, sign);
  }

  static std::string in_brackets(const std::vector<std::string>& parts, const char* sign) {
    std::string out;
    for (const std::string& part : parts) out += (out.empty() ? "" : sign) + part;
    return parts.size() > 1 ? "(" + out + ")" : out;
  }

  std::string terms(const QueryNode& node, Where where) {
    const Cut words = cut(node.text);
    if (words.words.empty()) return "";
    QueryPhrase phrase;
    phrase.wanted = where.wanted;
    if (!words.chain.empty()) {
      phrase.places = {{words.chain}};
      phrase.open_end = node.open_end;
    } else if (node.open_end && words.words.size() == 1 &&
               is_short_beginning(language::lower(node.text))) {
      return short_beginning(language::lower(node.text), words.words.front(), phrase);
    } else {
      for (const std::string& word : words.words) phrase.places.push_back({word});
      if (node.open_end) open_end(phrase, node.text.substr(words.last_word_begin));
    }
    out_.phrases.push_back(phrase);
    ++group_;
    const double weight = where.wanted ? weight_of(phrase) : 0;
    if (phrase.places.size() == 1 && !phrase.open_end) return any_of(phrase.places[0], weight);
    if (phrase.open_end) return phrase_of(phrase, weight);
    return where.required ? pairs_of(phrase, weight) : pairs_and_phrase(phrase, weight);
  }

  // What begins with one or two letters is looked for as that; `whole`: as a word of its own
  // ("ky" is "ki").
  std::string short_beginning(const std::string& letters, const std::string& whole,
                              QueryPhrase& phrase) {
    phrase.places = {{letters}};
    if (whole != letters) phrase.places[0].push_back(whole);
    phrase.open_end = true;
    out_.phrases.push_back(phrase);
    ++group_;
    std::vector<std::string> words = {beginning_word(letters)};
    if (whole != letters) words.push_back(whole);
    return any_of(words, phrase.wanted ? kShortBeginning : 0);
  }

  std::string term(const std::string& text, double weight) {
    out_.weights.push_back({weight, group_});
    return "\"" + text + "\"";
  }

  std::string any_of(const std::vector<std::string>& words, double weight) {
    std::vector<std::string> parts;
    for (const std::string& word : words) parts.push_back(term(word, weight));
    return in_brackets(parts, " OR ");
  }

  // As it is: to find the first hit, SQLite goes through all documents with its words.
  std::string phrase_of(const QueryPhrase& phrase, double weight) {
    return term(phrase_text(phrase), weight) + (phrase.open_end ? " *" : "");
  }

  // By its pairs of words, which know nothing of marks; words that were typed with marks must stand
  // there, and in that row.
  std::string pairs_of(const QueryPhrase& phrase, double weight) {
    std::vector<std::string> parts = {pairs_expression(phrase, weight)};
    WordRow row(phrase.places.size());
    bool marks = false;
    ++group_;
    for (std::size_t i = 0; i < phrase.places.size(); ++i) {
      if (!has_marks(phrase.places[i].front())) continue;
      marks = true;
      const auto first = static_cast<std::int64_t>(out_.weights.size());
      parts.push_back(any_of(phrase.places[i], 0));
      for (auto n = first; n < static_cast<std::int64_t>(out_.weights.size()); ++n)
        row[i].push_back(n);
    }
    if (marks) out_.rows.push_back(std::move(row));
    return in_brackets(parts, " AND ");
  }

  // Below OR and NOT the rows that have the words in a row cannot be asked for outside of the
  // expression. FTS5 looks at the phrase only in documents that have the pairs.
  std::string pairs_and_phrase(const QueryPhrase& phrase, double weight) {
    std::vector<std::string> parts = {pairs_expression(phrase, weight)};
    const bool marks =
        std::any_of(phrase.places.begin(), phrase.places.end(),
                    [](const std::vector<std::string>& words) { return has_marks(words.front()); });
    ++group_;
    if (marks) parts.push_back(phrase_of(phrase, 0));
    return in_brackets(parts, " AND ");
  }

  std::string pairs_expression(const QueryPhrase& phrase, double weight) {
    std::vector<std::string> last;  // pairs that end in one of the last place's words
    const std::string before = plain(phrase.places[phrase.places.size() - 2].front());
    for (const std::string& word : phrase.places.back()) {
      std::string pair = pair_of(before, plain(word));
      if (std::find(last.begin(), last.end(), pair) == last.end()) last.push_back(std::move(pair));
    }
    std::string others;
    for (std::size_t i = 0; i + 2 < phrase.places.size(); ++i) others += pair_at(phrase, i) + " ";
    if (others.empty()) return any_of(last, weight);
    const std::string rare = rare_pairs(phrase);
    const std::string whole = term(others + place_text(last), weight);
    return rare.empty() ? whole : "(" + rare + " AND " + whole + ")";
  }

  static std::string pair_at(const QueryPhrase& phrase, std::size_t place) {
    return pair_of(plain(phrase.places[place].front()), plain(phrase.places[place + 1].front()));
  }

  // Like all_of(), for the lists of one phrase: of pairs nobody keeps count, but how far back their
  // newest documents go tells as much. Empty: nothing is gained.
  std::string rare_pairs(const QueryPhrase& phrase) {
    const std::size_t pairs = std::min(phrase.places.size() - 1, kMostPairsWeighed);
    if (pairs < 3) return "";
    std::vector<double> reach;
    for (std::size_t i = 0; i < pairs; ++i)
      reach.push_back(phrase.places[i + 1].size() > 1 ? 0 : vocabulary_.reach(pair_at(phrase, i)));
    const double rarest = *std::max_element(reach.begin(), reach.end());
    std::vector<std::string> parts;
    ++group_;
    const auto is_rare = [&](double of) { return of * kMuchCommoner >= rarest; };
    const auto rare = std::count_if(reach.begin(), reach.end(), is_rare);
    if (rare < 2 || rare == static_cast<std::ptrdiff_t>(pairs)) return "";
    for (std::size_t i = 0; i < pairs; ++i)
      if (is_rare(reach[i])) parts.push_back(term(pair_at(phrase, i), 0));
    std::string out = by_itself(in_brackets(parts, " AND "));
    ++group_;
    return out;
  }

  // The last place's word stands for all that begin like it. `typed`: as it was typed, since "hoà"
  // is another word when it is whole (hòa) than as a beginning (hoàn).
  void open_end(QueryPhrase& phrase, const std::string& typed) {
    std::vector<std::string>& words = phrase.places.back();
    if (!is_counted(words.front() + "0")) {  // of long numbers nobody keeps count
      phrase.open_end = true;
      return;
    }
    const std::string lower = language::lower(language::exact_form(typed));
    std::vector<CountedWord> found = vocabulary_.beginning_with(lower, kMostEndings + 1);
    if (const std::string placed = language::comparison_form(typed); placed != lower)
      for (CountedWord& word : vocabulary_.beginning_with(placed, kMostEndings))
        found.push_back(std::move(word));
    if (found.size() > kMostEndings) {
      found.resize(kMostEndings);
      out_.notes.push_back(typed + "*: only the " + std::to_string(kMostEndings) +
                           " commonest words that begin so are looked for");
    }
    for (CountedWord& word : found)
      if (std::find(words.begin(), words.end(), word.word) == words.end())
        words.push_back(std::move(word.word));
  }

  // BM25's: the rarest word of the phrase says how rare the phrase is at least.
  double weight_of(const QueryPhrase& phrase) {
    double rarest = all_;
    for (const std::vector<std::string>& place : phrase.places) {
      double documents = 0;
      for (const std::string& word : place) documents += documents_with(word);
      rarest = std::min(rarest, documents);
    }
    return std::log1p((all_ - rarest + 0.5) / (rarest + 0.5));
  }

  Vocabulary& vocabulary_;
  double all_;
  std::int64_t group_ = 0;
  CompiledQuery out_;
};

}  // namespace

CompiledQuery compile_query(const QueryNode& query, Vocabulary& vocabulary) {
  return Compiler(vocabulary).run(query);
}

}  // namespace kehoach::store
