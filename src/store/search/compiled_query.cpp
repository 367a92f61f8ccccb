#include "store/search/compiled_query.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "language/comparison.h"
#include "language/search/search_tokens.h"
#include "store/search/prepared_text.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kMostEndings = 500;  // words that one open end stands for

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

class Compiler {
 public:
  explicit Compiler(Vocabulary& vocabulary)
      : vocabulary_(vocabulary), all_(static_cast<double>(vocabulary.all_documents())) {}

  CompiledQuery run(const QueryNode& query) {
    out_.expression = expression(query, true);
    return std::move(out_);
  }

 private:
  // Empty: nothing but signs was typed.
  std::string expression(const QueryNode& node, bool wanted) {
    switch (node.kind) {
      case QueryNode::Kind::kTerms:
        return terms(node, wanted);
      case QueryNode::Kind::kAny:
        return joined(node.children, " OR ", wanted);
      case QueryNode::Kind::kAll:
        break;
    }
    const std::string with = joined(node.children, " AND ", wanted);
    if (with.empty()) return with;
    const std::string without = joined(node.without, " OR ", !wanted);
    return without.empty() ? with : "(" + with + " NOT " + without + ")";
  }

  std::string joined(const std::vector<QueryNode>& nodes, const char* sign, bool wanted) {
    std::string out;
    std::size_t count = 0;
    for (const QueryNode& node : nodes) {
      const std::string one = expression(node, wanted);
      if (one.empty()) continue;
      out += (count++ == 0 ? "" : sign) + one;
    }
    return count > 1 ? "(" + out + ")" : out;
  }

  std::string terms(const QueryNode& node, bool wanted) {
    const Cut words = cut(node.text);
    if (words.words.empty()) return "";
    QueryPhrase phrase;
    phrase.typed = node.text;
    phrase.wanted = wanted;
    if (!words.chain.empty()) {
      phrase.places = {{words.chain}};
      phrase.open_end = node.open_end;
    } else {
      for (const std::string& word : words.words) phrase.places.push_back({word});
      if (node.open_end) open_end(phrase, node.text.substr(words.last_word_begin));
    }
    phrase.weight = wanted ? weight(phrase) : 0;
    out_.phrases.push_back(phrase);
    return expression_of(phrase);
  }

  // The last place's word stands for all that begin like it. `typed`: as it was typed, since "hoà"
  // is another word when it is whole (hòa) than as a beginning (hoàn).
  void open_end(QueryPhrase& phrase, const std::string& typed) {
    std::vector<std::string>& words = phrase.places.back();
    const std::string whole = words.front();
    if (!is_counted(whole + "0")) {  // of long numbers nobody keeps count
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
  double weight(const QueryPhrase& phrase) {
    double rarest = all_;
    for (const std::vector<std::string>& place : phrase.places) {
      double documents = 0;
      for (const std::string& word : place)
        documents += is_counted(word) ? static_cast<double>(vocabulary_.documents_with(word)) : 1;
      rarest = std::min(rarest, documents);
    }
    return std::log1p((all_ - rarest + 0.5) / (rarest + 0.5));
  }

  Vocabulary& vocabulary_;
  double all_;
  CompiledQuery out_;
};

}  // namespace

CompiledQuery compile_query(const QueryNode& query, Vocabulary& vocabulary) {
  return Compiler(vocabulary).run(query);
}

std::string expression_of(const QueryPhrase& phrase) {
  std::string out = "\"";
  for (std::size_t i = 0; i < phrase.places.size(); ++i) {
    if (i > 0) out += ' ';
    for (std::size_t j = 0; j < phrase.places[i].size(); ++j)
      out += (j > 0 ? "|" : "") + phrase.places[i][j];
  }
  return out + (phrase.open_end ? "\" *" : "\"");
}

std::vector<double> weights_of(const CompiledQuery& query) {
  std::vector<double> weights;
  for (const QueryPhrase& phrase : query.phrases) weights.push_back(phrase.weight);
  return weights;
}

}  // namespace kehoach::store
