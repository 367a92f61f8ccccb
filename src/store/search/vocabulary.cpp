#include "store/search/vocabulary.h"

#include <algorithm>
#include <limits>

#include "store/search/search_index.h"

namespace kehoach::store {
namespace {

std::vector<CountedWord> read(Statement& statement) {
  std::vector<CountedWord> out;
  while (statement.step()) out.push_back({statement.text(0), statement.integer(1)});
  return out;
}

}  // namespace

std::int64_t Vocabulary::all_documents() {
  Statement& statement = archive_.statement("SELECT documents FROM search_state");
  return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Vocabulary::documents_with(std::string_view word) {
  Statement& statement =
      archive_.statement("SELECT documents FROM search_words WHERE word = ?").bind(word);
  return statement.step() ? statement.integer(0) : 0;
}

double Vocabulary::reach(std::string_view indexed_word) {
  constexpr std::size_t kLookedAt = 64;
  Statement& found =
      archive_
          .statement(
              "SELECT count(*), (SELECT max(id) FROM search_rows) - min(id) FROM (SELECT rowid AS "
              "id"
              " FROM document_text WHERE document_text MATCH ? ORDER BY rowid DESC LIMIT ?)")
          .bind("\"" + std::string(indexed_word) + "\"", kLookedAt);
  if (!found.step() || found.integer(0) < static_cast<std::int64_t>(kLookedAt))
    return std::numeric_limits<double>::max();
  return static_cast<double>(found.integer(1)) / static_cast<double>(kRowsOfDay);
}

std::vector<CountedWord> Vocabulary::beginning_with(std::string_view beginning, std::size_t limit) {
  const std::string end = std::string(beginning) + "\xF4\x8F\xBF\xBF";  // above every character
  const bool marks =
      std::any_of(beginning.begin(), beginning.end(), [](char byte) { return byte < 0; });
  return read(archive_
                  .statement("SELECT word, documents FROM search_words WHERE word >= ?"
                             " AND word < ? AND (? OR length(word) = length(CAST(word AS BLOB)))"
                             " ORDER BY documents DESC, word LIMIT ?")
                  .bind(beginning, end, marks, limit));
}

std::vector<CountedWord> Vocabulary::words() {
  return read(archive_.statement("SELECT word, documents FROM search_words WHERE word >= 'a'"));
}

}  // namespace kehoach::store
