#include "store/search/fts_functions.h"

#include <algorithm>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/statement.h"

namespace kehoach::store {
namespace {

constexpr int kHeadColumn = 0, kBodyColumn = 1;
constexpr double kHeadCounts = 4;  // a word in the head, beside one in the body
constexpr double kSaturation = 1.2, kLengthPenalty = 0.75;  // BM25's k1 and b, as usual

using TokenSink = int (*)(void*, int, const char*, int, int, int);

// The tokenizer has no state; FTS5 wants an object all the same.
int create_tokenizer(void*, const char**, int, Fts5Tokenizer** out) {
  static char nothing;
  *out = reinterpret_cast<Fts5Tokenizer*>(&nothing);
  return SQLITE_OK;
}

void delete_tokenizer(Fts5Tokenizer*) {}

int tokenize(Fts5Tokenizer*, void* context, int, const char* bytes, int size, TokenSink sink) {
  const std::string_view text(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(size));
  int flags = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" |", begin), text.size());
    if (end > begin) {
      const int code = sink(context, flags, text.data() + begin, static_cast<int>(end - begin),
                            static_cast<int>(begin), static_cast<int>(end));
      if (code != SQLITE_OK) return code;
    }
    flags = end < text.size() && text[end] == '|' ? FTS5_TOKEN_COLOCATED : 0;
    begin = end + 1;
  }
  return SQLITE_OK;
}

double occurrences(const Fts5ExtensionApi* api, Fts5Context* row, int phrase) {
  Fts5PhraseIter position;
  int column = -1, offset = 0;
  double count = 0;
  if (api->xPhraseFirst(row, phrase, &position, &column, &offset) != SQLITE_OK) return 0;
  for (; column >= 0; api->xPhraseNext(row, &position, &column, &offset))
    count += column == kHeadColumn ? kHeadCounts : 1;
  return count;
}

// The body's length beside the average.
double relative_length(const Fts5ExtensionApi* api, Fts5Context* row) {
  sqlite3_int64 total = 0, rows = 0;
  int size = 0;
  const bool known = api->xColumnTotalSize(row, kBodyColumn, &total) == SQLITE_OK &&
                     api->xRowCount(row, &rows) == SQLITE_OK &&
                     api->xColumnSize(row, kBodyColumn, &size) == SQLITE_OK;
  if (!known || total <= 0) return 1;
  return size * static_cast<double>(rows) / static_cast<double>(total);
}

std::vector<double> read_weights(sqlite3_value* value) {
  std::vector<double> weights(static_cast<std::size_t>(sqlite3_value_bytes(value)) /
                              sizeof(double));
  if (!weights.empty())
    std::memcpy(weights.data(), sqlite3_value_blob(value), weights.size() * sizeof(double));
  return weights;
}

void relevance(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
               sqlite3_value** values) {
  if (count != 1) return sqlite3_result_error(result, "relevance() takes the weights", -1);
  const std::vector<double> weights = read_weights(values[0]);
  const double length = 1 - kLengthPenalty + kLengthPenalty * relative_length(api, row);
  const int phrases = std::min(api->xPhraseCount(row), static_cast<int>(weights.size()));
  double score = 0;
  for (int i = 0; i < phrases; ++i) {
    const double weight = weights[static_cast<std::size_t>(i)];
    if (weight <= 0) continue;
    const double times = occurrences(api, row, i);
    score += weight * times * (kSaturation + 1) / (times + kSaturation * length);
  }
  sqlite3_result_double(result, score);
}

fts5_api* interface_of(sqlite3* database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
    sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", nullptr);
    sqlite3_step(statement);
  }
  sqlite3_finalize(statement);
  return api;
}

}  // namespace

void register_search_functions(sqlite3* database) {
  fts5_api* api = interface_of(database);
  if (api == nullptr)
    throw base::Error("archive",
                      "this SQLite was built without FTS5, which the archive needs; use the "
                      "system's own library");
  fts5_tokenizer tokenizer{create_tokenizer, delete_tokenizer, tokenize};
  int code = api->xCreateTokenizer(api, "kehoach", nullptr, &tokenizer, nullptr);
  if (code == SQLITE_OK) code = api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr);
  if (code != SQLITE_OK) throw_failure(database, code);
}

}  // namespace kehoach::store
