#include "store/search/fts_functions.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/search/prepared_text.h"
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
  int code = SQLITE_OK;
  each_prepared_word(text, [&](std::size_t begin, std::size_t end, bool same_position) {
    code = sink(context, same_position ? FTS5_TOKEN_COLOCATED : 0, text.data() + begin,
                static_cast<int>(end - begin), static_cast<int>(begin), static_cast<int>(end));
    return code == SQLITE_OK;
  });
  return code;
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

// The numbers of a blob that packed() made.
template <class Number>
std::vector<Number> unpacked(sqlite3_value* value) {
  std::vector<Number> numbers(static_cast<std::size_t>(sqlite3_value_bytes(value)) /
                              sizeof(Number));
  if (!numbers.empty())
    std::memcpy(numbers.data(), sqlite3_value_blob(value), numbers.size() * sizeof(Number));
  return numbers;
}

void relevance(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
               sqlite3_value** values) {
  if (count != 1) return sqlite3_result_error(result, "relevance() takes the weights", -1);
  const auto weights = unpacked<PhraseWeight>(values[0]);
  const double length = 1 - kLengthPenalty + kLengthPenalty * relative_length(api, row);
  double score = 0;
  for (std::size_t i = 0; i < weights.size();) {
    const PhraseWeight weight = weights[i];
    double times = 0;
    for (; i < weights.size() && weights[i].group == weight.group; ++i)
      if (weights[i].weight > 0) times += occurrences(api, row, static_cast<int>(i));
    score += weight.weight * times * (kSaturation + 1) / (times + kSaturation * length);
  }
  sqlite3_result_double(result, score);
}

using Positions = std::vector<std::int64_t>;  // ascending; columns are far apart

void add_positions(const Fts5ExtensionApi* api, Fts5Context* row, std::int64_t phrase,
                   Positions& out) {
  Fts5PhraseIter position;
  int column = -1, offset = 0;
  if (api->xPhraseFirst(row, static_cast<int>(phrase), &position, &column, &offset) != SQLITE_OK)
    return;
  for (; column >= 0; api->xPhraseNext(row, &position, &column, &offset))
    out.push_back((std::int64_t{column} << 32U) + offset);
}

// Where the words of one place stand, as the position that the row of words would begin at.
Positions beginnings(const Fts5ExtensionApi* api, Fts5Context* row,
                     const std::vector<std::int64_t>& phrases, std::size_t place) {
  Positions out;
  for (const std::int64_t phrase : phrases) add_positions(api, row, phrase, out);
  if (phrases.size() > 1) std::sort(out.begin(), out.end());
  for (std::int64_t& position : out) position -= static_cast<std::int64_t>(place);
  return out;
}

bool stands(const Fts5ExtensionApi* api, Fts5Context* row, const WordRow& words) {
  std::optional<Positions> possible;
  for (std::size_t place = 0; place < words.size(); ++place) {
    if (words[place].empty()) continue;
    const Positions here = beginnings(api, row, words[place], place);
    if (!possible) {
      possible = here;
      continue;
    }
    Positions both;
    std::set_intersection(possible->begin(), possible->end(), here.begin(), here.end(),
                          std::back_inserter(both));
    possible = std::move(both);
  }
  return !possible || !possible->empty();
}

// The rows of words as packed() wrote them: how many places, then of each how many phrases and
// which.
std::vector<WordRow> word_rows(sqlite3_value* value) {
  const auto numbers = unpacked<std::int64_t>(value);
  std::vector<WordRow> rows;
  for (std::size_t i = 0; i < numbers.size();) {
    rows.emplace_back(static_cast<std::size_t>(numbers[i++]));
    for (std::vector<std::int64_t>& place : rows.back()) {
      const auto count = static_cast<std::ptrdiff_t>(numbers[i++]);
      const auto first = numbers.begin() + static_cast<std::ptrdiff_t>(i);
      place.assign(first, first + count);
      i += static_cast<std::size_t>(count);
    }
  }
  return rows;
}

void in_a_row(const Fts5ExtensionApi* api, Fts5Context* row, sqlite3_context* result, int count,
              sqlite3_value** values) {
  if (count != 1) return sqlite3_result_error(result, "in_a_row() takes the rows", -1);
  const std::vector<WordRow> rows = word_rows(values[0]);
  const bool all = std::all_of(rows.begin(), rows.end(),
                               [&](const WordRow& words) { return stands(api, row, words); });
  sqlite3_result_int(result, all ? 1 : 0);
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

std::string packed(const std::vector<PhraseWeight>& weights) {
  return {reinterpret_cast<const char*>(weights.data()), weights.size() * sizeof(PhraseWeight)};
}

std::string packed(const std::vector<WordRow>& rows) {
  std::vector<std::int64_t> numbers;
  for (const WordRow& row : rows) {
    numbers.push_back(static_cast<std::int64_t>(row.size()));
    for (const std::vector<std::int64_t>& place : row) {
      numbers.push_back(static_cast<std::int64_t>(place.size()));
      numbers.insert(numbers.end(), place.begin(), place.end());
    }
  }
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::int64_t)};
}

void register_search_functions(sqlite3* database) {
  fts5_api* api = interface_of(database);
  if (api == nullptr)
    throw base::Error("archive",
                      "this SQLite was built without FTS5, which the archive needs; use the "
                      "system's own library");
  fts5_tokenizer tokenizer{create_tokenizer, delete_tokenizer, tokenize};
  int code = api->xCreateTokenizer(api, "kehoach", nullptr, &tokenizer, nullptr);
  if (code == SQLITE_OK) code = api->xCreateFunction(api, "relevance", nullptr, relevance, nullptr);
  if (code == SQLITE_OK) code = api->xCreateFunction(api, "in_a_row", nullptr, in_a_row, nullptr);
  if (code != SQLITE_OK) throw_failure(database, code);
}

}  // namespace kehoach::store
