#include "store/relations.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "store/identity.h"

namespace kehoach::store {

const char* const kDocumentLineColumns =
    "d.id, d.current_version, d.role, d.number, d.doc_type, coalesce(d.title, v.page_title),"
    " d.issuer, d.province, coalesce(d.issue_date, CAST(d.year AS TEXT)),"
    " substr(v.published, 1, 10)";

namespace {

constexpr std::size_t kDeepest = 8;

constexpr const char* kLines =
    " FROM documents d LEFT JOIN versions v ON v.id = d.current_version WHERE ";

std::vector<DocumentLine> read_lines(Statement& rows) {
  std::vector<DocumentLine> out;
  while (rows.step()) out.push_back(read_document_line(rows, 0));
  return out;
}

// From a document to the one that stands for it. UNION: a circle, which only a damaged archive has,
// ends.
constexpr const char* kLive =
    "WITH RECURSIVE way(id) AS (SELECT ? UNION SELECT d.merged_into FROM documents d"
    " JOIN way ON d.id = way.id WHERE d.merged_into IS NOT NULL) ";

std::optional<std::int64_t> id_of(std::string_view typed) {
  std::int64_t id = 0;
  const auto [end, code] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
  if (code != std::errc{} || end != typed.data() + typed.size() || id <= 0) return std::nullopt;
  return id;
}

std::string words(const Statement& row, std::initializer_list<int> columns) {
  std::string out;
  for (const int column : columns)
    if (!row.is_null(column)) out += (out.empty() ? "" : " ") + row.text(column);
  return out;
}

struct Named {
  Relation relation;
  std::optional<std::int64_t> document;
};

// Lines are read when the statement that names them is at rest.
std::vector<Relation> with_documents(Archive& archive, std::vector<Named> named) {
  std::vector<Relation> out;
  for (Named& one : named) {
    if (one.document) one.relation.document = document_line(archive, *one.document);
    out.push_back(std::move(one.relation));
  }
  return out;
}

constexpr const char* kFrom =
    "SELECT l.kind, c.relation, l.to_document, coalesce(c.type, ''), c.number, c.date, c.issuer,"
    " coalesce(c.number, CASE l.kind WHEN 'reports' THEN d.number END, l.number_key,"
    "   CAST(l.path AS TEXT)), c.page"
    " FROM links l JOIN documents d ON d.current_version = l.from_version"
    " LEFT JOIN citations c ON c.version_id = l.from_version AND c.position = l.position"
    "   AND l.kind IN ('cites', 'attached-to')"
    " WHERE d.id = ? ORDER BY l.kind, l.position";

// Citations that name nothing that could be looked for have no link.
constexpr const char* kUnlinked =
    "SELECT 'cites', c.relation, NULL, coalesce(c.type, ''), c.number, c.date, c.issuer, c.title,"
    " c.page FROM citations c JOIN documents d ON d.current_version = c.version_id"
    " WHERE d.id = ? AND NOT EXISTS (SELECT 1 FROM links l WHERE l.from_version = c.version_id"
    "   AND l.position = c.position AND l.kind IN ('cites', 'attached-to')) ORDER BY c.position";

void add_named(Archive& archive, const char* sql, std::int64_t document, std::vector<Named>& out) {
  Statement& row = archive.statement(sql).bind(document);
  while (row.step()) {
    Named named;
    named.relation.kind = row.text(0);
    named.relation.relation = row.text(1);
    named.document = row.optional_integer(2);
    named.relation.named = words(row, {3, 4, 5, 6});
    if (row.is_null(4) && !row.is_null(7)) named.relation.named += " " + row.text(7);
    named.relation.page = row.optional_integer(8);
    out.push_back(std::move(named));
  }
}

constexpr const char* kTo =
    " FROM links l JOIN documents d ON d.current_version = l.from_version"
    " JOIN versions v ON v.id = d.current_version"
    " LEFT JOIN citations c ON c.version_id = l.from_version AND c.position = l.position"
    "   AND l.kind IN ('cites', 'attached-to')"
    " WHERE l.to_document = ? ORDER BY d.issue_date DESC, d.id";

bool rests_on(const Relation& relation) {
  return relation.kind == "attached-to" || relation.relation == "basis" ||
         relation.relation == "implements";
}

class Chain {
 public:
  Chain(Archive& archive, std::size_t most) : archive_(archive), most_(most) {}

  std::vector<ChainLink> run(std::int64_t document) {
    seen_.insert(document);
    follow(document, 1);
    return std::move(out_);
  }

 private:
  void follow(std::int64_t document, std::size_t depth) {
    if (depth > kDeepest) return;
    for (const Relation& relation : relations_to(archive_, document)) {
      if (!rests_on(relation) || out_.size() >= most_) continue;
      if (!seen_.insert(relation.document->id).second) continue;
      out_.push_back({*relation.document,
                      relation.relation.empty() ? relation.kind : relation.relation, depth});
      follow(relation.document->id, depth + 1);
    }
  }

  Archive& archive_;
  std::size_t most_;
  std::set<std::int64_t> seen_;
  std::vector<ChainLink> out_;
};

}  // namespace

DocumentLine read_document_line(const Statement& row, int first) {
  DocumentLine line;
  line.id = row.integer(first);
  line.version = row.integer(first + 1);
  int column = first + 2;
  for (std::string* text : {&line.role, &line.number, &line.type, &line.title, &line.issuer,
                            &line.province, &line.issued, &line.published})
    *text = row.text(column++);
  const bool is_day = line.issued.size() == 10;
  line.date = is_day || line.published.empty() ? line.issued : line.published;
  return line;
}

std::optional<std::int64_t> live_document(Archive& archive, std::int64_t document) {
  Statement& row = archive
                       .statement(std::string(kLive) +
                                  "SELECT d.id FROM way JOIN documents d ON d.id = way.id"
                                  " WHERE d.merged_into IS NULL")
                       .bind(document);
  if (!row.step()) return std::nullopt;
  const std::int64_t id = row.integer(0);
  row.reset();
  return id;
}

std::optional<DocumentLine> document_line(Archive& archive, std::int64_t document) {
  Statement& row = archive
                       .statement(std::string(kLive) + "SELECT " + kDocumentLineColumns +
                                  " FROM way JOIN documents d ON d.id = way.id LEFT JOIN versions v"
                                  " ON v.id = d.current_version WHERE d.merged_into IS NULL")
                       .bind(document);
  if (!row.step()) return std::nullopt;
  DocumentLine line = read_document_line(row, 0);
  row.reset();
  return line;
}

std::vector<DocumentLine> documents_named(Archive& archive, std::string_view typed) {
  if (const auto id = id_of(typed)) {
    const auto line = document_line(archive, *id);
    return line ? std::vector{*line} : std::vector<DocumentLine>{};
  }
  const TypedNumber number(typed);
  const auto numbered = [&](const std::string& condition) {
    Statement& rows =
        archive
            .statement(std::string("SELECT ") + kDocumentLineColumns + kLines + condition +
                       " AND d.current_version IS NOT NULL"
                       " ORDER BY d.issue_date DESC, d.id")
            .bind(number.key);
    return read_lines(rows);
  };
  std::vector<DocumentLine> found = numbered("d.number_key = ?");
  if (found.empty() && number.unmarked) found = numbered("kehoach_numbered(d.number_key, ?)");
  return found;
}

std::vector<Relation> relations_from(Archive& archive, std::int64_t document) {
  std::vector<Named> named;
  add_named(archive, kFrom, document, named);
  add_named(archive, kUnlinked, document, named);
  return with_documents(archive, std::move(named));
}

std::vector<Relation> relations_to(Archive& archive, std::int64_t document) {
  std::vector<Relation> out;
  Statement& row = archive
                       .statement(std::string("SELECT l.kind, c.relation, c.page, ") +
                                  kDocumentLineColumns + kTo)
                       .bind(document);
  while (row.step())
    out.push_back(
        {row.text(0), row.text(1), read_document_line(row, 3), "", row.optional_integer(2)});
  return out;
}

std::vector<ChainLink> chain_from(Archive& archive, std::int64_t document, std::size_t most) {
  return Chain(archive, most).run(document);
}

}  // namespace kehoach::store
