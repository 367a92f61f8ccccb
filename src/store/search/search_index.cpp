#include "store/search/search_index.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <span>
#include <vector>

#include "base/error.h"
#include "store/compression.h"
#include "store/put_record.h"
#include "store/search/facets.h"
#include "store/search/prepared_text.h"

namespace kehoach::store {
namespace {

constexpr int kForm = 4;              // raise it when prepared_text or facets cut differently
constexpr std::size_t kBatch = 2000;  // documents whose texts are held at once
constexpr int kMergedPages = 2000;    // of the index, some 8 MB, at once
constexpr std::int64_t kUndated = -(std::int64_t{1} << 40);

struct Row {
  std::int64_t id = 0, document = 0, version = 0;
  std::string head, facets, text;
  const PreparedText* prepared = nullptr;  // the text, where it was made ready already
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (code != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string old_text(Archive& archive, std::int64_t version) {
  Statement& statement =
      archive.statement("SELECT text, text_bytes FROM search_replaced WHERE version_id = ?")
          .bind(version);
  if (!statement.step()) return stored_text(archive, version);
  return decompress(statement.bytes(0), static_cast<std::size_t>(statement.integer(1)));
}

// The rows that stand in the index for these documents.
std::vector<Row> indexed_rows(Archive& archive, std::span<const std::int64_t> documents) {
  std::vector<Row> rows;
  for (const std::int64_t document : documents) {
    Statement& row = archive
                         .statement(
                             "SELECT id, version_id, head, facets FROM search_rows"
                             " WHERE document_id = ?")
                         .bind(document);
    if (row.step())
      rows.push_back(
          {row.integer(0), document, row.integer(1), row.text(2), row.text(3), {}, nullptr});
  }
  for (Row& row : rows) row.text = old_text(archive, row.version);
  return rows;
}

std::string lines(Statement& row, std::initializer_list<int> columns) {
  std::string out;
  for (const int column : columns)
    if (!row.is_null(column)) out += (out.empty() ? "" : "\n") + row.text(column);
  return out;
}

struct Wanted {
  Row row;
  std::optional<std::string> date;
};

// What should stand in the index for this document; nothing if it is gone.
std::optional<Wanted> wanted_row(Archive& archive, std::int64_t document) {
  Statement& row =
      archive
          .statement(
              "SELECT d.current_version, d.number, d.doc_type, d.title, d.issuer, v.page_title,"
              " coalesce(d.issue_date, substr(v.published, 1, 10), CAST(d.year AS TEXT))"
              " FROM documents d JOIN versions v ON v.id = d.current_version"
              " WHERE d.id = ? AND d.merged_into IS NULL")
          .bind(document);
  if (!row.step()) return std::nullopt;
  Wanted wanted{{0, document, row.integer(0), lines(row, {1, 2, 3, 4, 5}), {}, {}, nullptr},
                row.optional_text(6)};
  wanted.row.facets = document_facets(archive, document, wanted.row.version);
  wanted.row.prepared = archive.prepared(wanted.row.version);
  if (wanted.row.prepared == nullptr) wanted.row.text = stored_text(archive, wanted.row.version);
  return wanted;
}

// A row of the index for each: its own where the date is the same, else the next free one of the
// day.
class RowNumbers {
 public:
  explicit RowNumbers(Archive& archive) : archive_(archive) {}

  std::int64_t number_for(const Wanted& wanted, const std::vector<Row>& indexed) {
    const std::int64_t first = first_row(wanted.date);
    const std::int64_t end = first == kUndated ? 0 : first + kRowsOfDay;
    const auto own = std::find_if(indexed.begin(), indexed.end(), [&](const Row& row) {
      return row.document == wanted.row.document;
    });
    if (own != indexed.end() && own->id >= first && own->id < end) return own->id;
    const auto [next, is_new] = next_.try_emplace(first, first);
    if (is_new) next->second = next_free(first, end);
    return next->second++;
  }

 private:
  std::int64_t next_free(std::int64_t first, std::int64_t end) {
    Statement& statement =
        archive_.statement("SELECT max(id) FROM search_rows WHERE id >= ? AND id < ?")
            .bind(first, end);
    return statement.step() && !statement.is_null(0) ? statement.integer(0) + 1 : first;
  }

  Archive& archive_;
  std::map<std::int64_t, std::int64_t> next_;
};

bool by_id(const Row& a, const Row& b) { return a.id < b.id; }

class Writer {
 public:
  explicit Writer(Archive& archive) : archive_(archive) {}

  // In the order of rows: FTS5 writes a segment of its own whenever a row comes before the last.
  void replace(std::vector<Row> old, std::vector<Row> fresh) {
    std::sort(old.begin(), old.end(), by_id);
    std::sort(fresh.begin(), fresh.end(), by_id);
    for (const Row& row : old) forget(row);
    auto next = old.begin();
    for (const Row& row : fresh) {
      for (; next != old.end() && next->id <= row.id; ++next) remove(*next);
      add(row);
    }
    for (; next != old.end(); ++next) remove(*next);
    archive_
        .statement(
            "UPDATE search_state SET documents = documents + ?1 - ?2, unmerged = unmerged + ?1")
        .bind(fresh.size(), old.size())
        .run();
    counter_.write(archive_);
  }

 private:
  // Before any row is added: a document that moves to another day keeps one row.
  void forget(const Row& row) {
    archive_.statement("DELETE FROM search_rows WHERE id = ?").bind(row.id).run();
  }

  // `sign`: 1 where the row comes, -1 where it goes.
  IndexedColumns prepared(const Row& row, int sign) {
    counter_.begin_document(sign);
    if (row.prepared != nullptr)
      return indexed_columns(row.head, row.facets, *row.prepared, counter_);
    return indexed_columns(row.head, row.facets, prepare_text(row.text), counter_);
  }

  void remove(const Row& row) {
    const IndexedColumns columns = prepared(row, -1);
    archive_
        .statement(
            "INSERT INTO document_text (document_text, rowid, head, body, facets)"
            " VALUES ('delete', ?, ?, ?, ?)")
        .bind(row.id, columns.head, columns.body, columns.facets)
        .run();
  }

  void add(const Row& row) {
    const IndexedColumns columns = prepared(row, 1);
    archive_.statement("INSERT INTO document_text (rowid, head, body, facets) VALUES (?, ?, ?, ?)")
        .bind(row.id, columns.head, columns.body, columns.facets)
        .run();
    archive_
        .statement(
            "INSERT INTO search_rows (id, document_id, version_id, head, facets)"
            " VALUES (?, ?, ?, ?, ?)")
        .bind(row.id, row.document, row.version, row.head, row.facets)
        .run();
  }

  Archive& archive_;
  WordCounter counter_;
};

void index_batch(Archive& archive, std::span<const std::int64_t> documents) {
  std::vector<Row> old = indexed_rows(archive, documents);
  std::vector<Row> fresh;
  RowNumbers numbers(archive);
  for (const std::int64_t document : documents) {
    std::optional<Wanted> wanted = wanted_row(archive, document);
    if (!wanted) continue;
    wanted->row.id = numbers.number_for(*wanted, old);
    fresh.push_back(std::move(wanted->row));
  }
  Writer(archive).replace(std::move(old), std::move(fresh));
  for (const std::int64_t document : documents)
    archive.statement("DELETE FROM search_pending WHERE document_id = ?").bind(document).run();
}

// The oldest first, so that one batch's rows follow the other's.
std::vector<std::int64_t> pending_documents(Archive& archive) {
  Statement& statement = archive.statement(
      "SELECT p.document_id FROM search_pending p LEFT JOIN documents d ON d.id = p.document_id"
      " ORDER BY d.issue_date, p.document_id");
  std::vector<std::int64_t> documents;
  while (statement.step()) documents.push_back(statement.integer(0));
  return documents;
}

// Words that were cut by another form of this program are of no use: all is indexed anew.
void start_anew_if_other_form(Archive& archive) {
  Statement& statement = archive.statement("SELECT form FROM search_state");
  const bool same = statement.step() && statement.integer(0) == kForm;
  statement.reset();
  if (same) return;
  archive.execute(
      "INSERT INTO document_text (document_text) VALUES ('delete-all');"
      "DELETE FROM search_rows; DELETE FROM search_words; DELETE FROM search_replaced;"
      "INSERT OR IGNORE INTO search_pending SELECT id FROM documents;"
      "UPDATE search_state SET documents = 0, unmerged = 0, form = " +
      std::to_string(kForm));
}

}  // namespace

bool merge_search_index(Archive& archive, std::int64_t fewest) {
  Statement state = archive.prepare("SELECT documents, unmerged FROM search_state");
  const bool pays = state.step() && state.integer(0) >= fewest && state.integer(1) > 0 &&
                    state.integer(1) * 3 >= state.integer(0);
  state.reset();
  if (!pays) return false;
  Transaction transaction(archive);
  const std::int64_t before = sqlite3_total_changes64(archive.handle());
  archive.statement("INSERT INTO document_text (document_text, rank) VALUES ('merge', ?)")
      .bind(-kMergedPages)  // below zero: all parts into one
      .run();
  // FTS5 says so that it found nothing to merge.
  const bool more = sqlite3_total_changes64(archive.handle()) - before >= 2;
  if (!more) archive.statement("UPDATE search_state SET unmerged = 0").run();
  transaction.commit();
  return more;
}

std::int64_t first_row(const std::optional<std::string>& date) {
  using namespace std::chrono;
  if (!date || date->size() < 4) return kUndated;
  const auto year_number = number(std::string_view(*date).substr(0, 4));
  if (!year_number || *year_number < 1900 || *year_number > 2199) return kUndated;
  year_month_day day{year(*year_number), January, 1d};
  if (date->size() == 10) {
    const auto month_number = number(std::string_view(*date).substr(5, 2));
    const auto day_number = number(std::string_view(*date).substr(8, 2));
    const year_month_day whole{day.year(), month(static_cast<unsigned>(month_number.value_or(0))),
                               std::chrono::day(static_cast<unsigned>(day_number.value_or(0)))};
    if (whole.ok()) day = whole;
  }
  return (sys_days(day) - sys_days(year(1900) / January / 1)).count() * kRowsOfDay;
}

void forget_search_index(Archive& archive) {
  archive.statement("UPDATE search_state SET form = 0").run();
}

IndexedColumns indexed_columns(std::string_view head, std::string_view facets,
                               const PreparedText& text, WordCounter& counter) {
  IndexedColumns out{prepared_lines(head, counter), text.text, prepared_facets(facets)};
  count_words(text, counter);
  out.facets += " " + counter.beginnings();
  return out;
}

void update_search_index(Archive& archive) {
  start_anew_if_other_form(archive);
  const std::vector<std::int64_t> pending = pending_documents(archive);
  for (std::size_t begin = 0; begin < pending.size(); begin += kBatch) {
    const auto batch = std::span(pending).subspan(begin);
    index_batch(archive, batch.first(std::min(kBatch, batch.size())));
  }
  archive.statement("DELETE FROM search_replaced").run();
}

}  // namespace kehoach::store
