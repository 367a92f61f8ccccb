#include "store/check/index_checks.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"
#include "store/put_record.h"
#include "store/search/search_index.h"

namespace kehoach::store {
namespace {

constexpr const char* kAdvice = "; make the index anew with kehoach reindex --search-index";

void tell(const FindingSink& found, const std::string& subject, const std::string& what) {
  found({"search-index", "search-index-differs", "error", subject, what + kAdvice});
}

// Of the words of one row, wherever they come from and in whatever order.
struct Sum {
  std::uint64_t words = 0, hash = 0;
  bool operator==(const Sum&) const = default;

  void add(std::string_view word, std::uint64_t column, std::uint64_t place) {
    std::uint64_t one = 14695981039346656037U;  // FNV-1a
    for (const char byte : word) one = (one ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    one = (one ^ (column << 32U) ^ place) * 0x9E3779B97F4A7C15U;
    hash += one ^ (one >> 29U);
    ++words;
  }
};

using Sums = std::unordered_map<std::int64_t, Sum>;

std::uint64_t column_number(std::string_view name) {
  if (name == "head") return 0;
  return name == "body" ? 1 : 2;
}

Sums sums_of_index(Archive& archive) {
  archive.execute(
      "CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words"
      " USING fts5vocab(main, document_text, instance)");
  Statement words = archive.prepare("SELECT doc, term, col, offset FROM temp.indexed_words");
  Sums out;
  while (words.step())
    out[words.integer(0)].add(words.bytes(1), column_number(words.bytes(2)),
                              static_cast<std::uint64_t>(words.integer(3)));
  return out;
}

void add_column(std::string_view prepared, std::uint64_t column, Sum& sum) {
  std::uint64_t positions = 0;
  each_prepared_word(prepared, [&](std::size_t begin, std::size_t end, bool same_position) {
    if (!same_position || positions == 0) ++positions;
    sum.add(prepared.substr(begin, end - begin), column, positions - 1);
    return true;
  });
}

Sum sum_of_text(Archive& archive, const Statement& row) {
  WordCounter counter;
  counter.begin_document(1);
  const IndexedColumns columns = indexed_columns(
      row.bytes(3), row.bytes(4), prepare_text(stored_text(archive, row.integer(2))), counter);
  Sum sum;
  add_column(columns.head, 0, sum);
  add_column(columns.body, 1, sum);
  add_column(columns.facets, 2, sum);
  return sum;
}

}  // namespace

void check_index_rows(Archive& archive, const FindingSink& found) {
  Statement missing = archive.prepare(
      "SELECT d.id FROM documents d LEFT JOIN search_rows r ON r.document_id = d.id"
      " WHERE d.current_version IS NOT NULL AND d.merged_into IS NULL"
      " AND r.version_id IS NOT d.current_version ORDER BY d.id");
  while (missing.step())
    tell(found, "document " + missing.text(0), "its current version is not in the full-text index");
  Statement left = archive.prepare(
      "SELECT r.document_id FROM search_rows r LEFT JOIN documents d ON d.id = r.document_id"
      " AND d.merged_into IS NULL WHERE d.id IS NULL ORDER BY 1");
  while (left.step())
    tell(found, "document " + left.text(0),
         "is no document any more and still in the full-text index");
  Statement counted = archive.prepare(
      "SELECT documents FROM search_state WHERE documents <> (SELECT count(*) FROM search_rows)");
  while (counted.step())
    tell(found, archive.path(), "the full-text index counts " + counted.text(0) + " documents");
}

void check_index_words(Archive& archive, const FindingSink& found,
                       const std::function<bool()>& goes_on) {
  Sums indexed = sums_of_index(archive);
  Statement rows = archive.prepare(
      "SELECT id, document_id, version_id, head, facets FROM search_rows ORDER BY id");
  while (rows.step() && goes_on()) {
    const auto row = indexed.extract(rows.integer(0));
    const Sum found_there = row.empty() ? Sum() : row.mapped();
    try {
      if (found_there == sum_of_text(archive, rows)) continue;
    } catch (const base::Error& error) {
      if (error.code() != "archive-corrupt") throw;
      continue;  // check_contents() tells of it
    }
    tell(found, "document " + rows.text(1), "the full-text index has other words than its text");
  }
  if (!indexed.empty() && goes_on())
    tell(found, archive.path(),
         "the full-text index has " + std::to_string(indexed.size()) +
             " rows that belong to no document");
}

}  // namespace kehoach::store
