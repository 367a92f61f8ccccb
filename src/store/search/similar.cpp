#include "store/search/similar.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "language/letters.h"
#include "language/search/search_tokens.h"
#include "store/put_record.h"
#include "store/search/fts_functions.h"
#include "store/search/prepared_text.h"
#include "store/search/vocabulary.h"

namespace kehoach::store {
namespace {

constexpr std::size_t kTellingWords = 25;
constexpr std::size_t kMostWeighed = 20'000;  // candidates by their telling words
constexpr std::size_t kMostCompared = 200;    // of those, the best by all their words
constexpr std::size_t kSharedShown = 6;
constexpr std::size_t kMostText = 200'000;  // bytes of a text that are compared

// Word → weight, of unit length.
using Vector = std::map<std::string, double>;

bool is_word(const std::string& word) {
  return word.size() > 1 && is_counted(word) && !(word[0] >= '0' && word[0] <= '9');
}

class Comparer {
 public:
  explicit Comparer(Archive& archive)
      : archive_(archive),
        vocabulary_(archive),
        all_(static_cast<double>(vocabulary_.all_documents())) {}

  Vector vector_of(std::int64_t version) {
    Vector out;
    const std::string text = stored_text(archive_, version);
    const auto length = std::min(text.size(), kMostText);
    language::search_tokens(std::string_view(text).substr(0, length),
                            [&](const language::SearchToken& token) {
                              if (token.kind == language::SearchTokenKind::kWord)
                                out[std::string(token.text)] += 1;
                              return true;
                            });
    std::erase_if(out, [](const auto& entry) { return !is_word(entry.first); });
    double square = 0;
    for (auto& [word, weight] : out) {
      weight = (1 + std::log(weight)) * rareness(word);
      square += weight * weight;
    }
    if (square > 0)
      for (auto& [word, weight] : out) weight /= std::sqrt(square);
    return out;
  }

  double rareness(const std::string& word) {
    const auto [found, is_new] = rareness_.try_emplace(word, 0);
    if (is_new) {
      const auto documents = static_cast<double>(vocabulary_.documents_with(word));
      found->second = std::log1p(all_ / (documents + 1)) - std::log1p(1);
    }
    return std::max(found->second, 0.0);
  }

 private:
  Archive& archive_;
  Vocabulary vocabulary_;
  double all_;
  std::map<std::string, double> rareness_;
};

using Weighted = std::vector<std::pair<double, std::string>>;

Weighted weightiest(const Vector& vector, std::size_t most) {
  Weighted out;
  for (const auto& [word, weight] : vector)
    if (weight > 0) out.emplace_back(weight, word);
  std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (out.size() > most) out.resize(most);
  return out;
}

// Versions of documents that have some of the words, the best by their weights.
std::vector<std::pair<std::int64_t, std::int64_t>> candidates(Archive& archive,
                                                              const Weighted& words) {
  std::string expression;
  std::vector<PhraseWeight> weights;
  for (const auto& [weight, word] : words) {
    expression += (expression.empty() ? "\"" : " OR \"") + word + "\"";
    weights.push_back({weight, static_cast<std::int64_t>(weights.size())});
  }
  Statement rows = archive.prepare(
      "SELECT r.document_id, r.version_id FROM (SELECT rowid AS id, relevance(document_text, ?2)"
      " AS score FROM document_text WHERE document_text MATCH ?1 ORDER BY rowid DESC LIMIT ?3) t"
      " JOIN search_rows r ON r.id = t.id ORDER BY t.score DESC, r.id DESC LIMIT ?4");
  rows.bind(expression, Blob{packed(weights)}, kMostWeighed, kMostCompared);
  std::vector<std::pair<std::int64_t, std::int64_t>> out;
  while (rows.step()) out.emplace_back(rows.integer(0), rows.integer(1));
  return out;
}

Neighbour compared(const Vector& own, const Vector& other) {
  Neighbour out;
  Vector products;
  for (const auto& [word, weight] : own) {
    const auto found = other.find(word);
    if (found == other.end()) continue;
    products[word] = weight * found->second;
    out.likeness += products[word];
  }
  out.likeness *= std::min(1.0, 2 * static_cast<double>(other.size()) /
                                    static_cast<double>(std::max<std::size_t>(own.size(), 1)));
  for (const auto& [product, word] : weightiest(products, kSharedShown)) out.shared.push_back(word);
  return out;
}

}  // namespace

std::vector<Neighbour> similar_documents(Archive& archive, std::int64_t document,
                                         std::size_t most) {
  const auto line = document_line(archive, document);
  if (!line || line->version == 0) return {};
  Comparer comparer(archive);
  const Vector own = comparer.vector_of(line->version);
  const Weighted telling = weightiest(own, kTellingWords);
  if (telling.empty()) return {};
  std::vector<Neighbour> out;
  for (const auto& [id, version] : candidates(archive, telling)) {
    if (id == line->id) continue;
    Neighbour neighbour = compared(own, comparer.vector_of(version));
    neighbour.document.id = id;
    if (neighbour.likeness > 0) out.push_back(std::move(neighbour));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Neighbour& a, const Neighbour& b) { return a.likeness > b.likeness; });
  if (out.size() > most) out.resize(most);
  for (Neighbour& neighbour : out)
    neighbour.document = document_line(archive, neighbour.document.id).value_or(DocumentLine());
  return out;
}

}  // namespace kehoach::store
