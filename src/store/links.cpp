#include "store/links.h"

#include <vector>

#include "language/comparison.h"

namespace kehoach::store {
namespace {

using Id = std::int64_t;
using Found = std::optional<Id>;

constexpr const char* kInsert =
    "INSERT INTO links (from_version, kind, position, number_key, serial, doc_type_code, "
    "issuer_key,"
    " issue_date, year, path) VALUES (?,?,?,?,?,?,?,?,?,?)";

void put_link(Archive& archive, Id version, const char* kind, int position,
              const Identity& identity) {
  archive.statement(kInsert)
      .bind(version, kind, position, identity.number_key, identity.serial, identity.doc_type_code,
            identity.issuer_key, identity.issue_date, identity.year, nullptr)
      .run();
}

void put_citation_links(Archive& archive, Id version, const Json& citations) {
  int position = -1;
  for (const Json& citation : citations) {
    ++position;
    const Identity identity = identity_of_citation(citation);
    if (!identity.serial || !identity.year) continue;  // the number alone names nothing
    const bool attached = text_at(citation, "relation") == "attached-to";
    put_link(archive, version, attached ? "attached-to" : "cites", position, identity);
  }
}

void put_attachment_links(Archive& archive, Id version, const Json& attachments) {
  int position = -1;
  for (const Json& attachment : attachments) {
    ++position;
    const auto path = text_at(attachment, "path");
    if (!path) continue;
    archive.statement(kInsert)
        .bind(version, "attachment", position, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
              Blob{*path})
        .run();
  }
}

// A link as it is stored, with the document that it comes from.
struct Link {
  Id id = 0, from_document = 0;
  Identity identity;
  std::optional<std::string> path;
};

constexpr const char* kLinkColumns =
    "SELECT l.id, v.document_id, l.number_key, l.serial, l.doc_type_code, l.issuer_key,"
    " l.issue_date, l.year, l.path FROM links l JOIN versions v ON v.id = l.from_version WHERE ";

std::vector<Link> read_links(Statement& statement) {
  std::vector<Link> out;
  while (statement.step()) {
    Link link{statement.integer(0), statement.integer(1), {}, statement.optional_text(8)};
    link.identity.number_key = statement.optional_text(2);
    link.identity.serial = statement.optional_integer(3);
    link.identity.doc_type_code = statement.optional_text(4);
    link.identity.issuer_key = statement.optional_text(5);
    link.identity.issue_date = statement.optional_text(6);
    link.identity.year = statement.optional_integer(7);
    out.push_back(std::move(link));
  }
  return out;
}

// A document that a link may mean.
struct Candidate {
  Id id = 0;
  std::optional<std::string> issuer_key, issuer_level, issue_date;
};

// "UBND tỉnh" in a text about the province stands for "UBND tỉnh Đắk Lắk", never the other way
// round.
bool issuers_agree(const Link& link, const Candidate& candidate) {
  if (!link.identity.issuer_key) return false;
  if (!candidate.issuer_key) return false;
  return *link.identity.issuer_key == *candidate.issuer_key;
}

// The issuer, or else the whole date together with the whole number: a second body that gave the
// same number on the same day makes two candidates, and then nothing is linked. A central body is
// named by the number's symbol.
bool fits(const Link& link, const Candidate& candidate) {
  const auto& date = link.identity.issue_date;
  const bool other_day = date && candidate.issue_date && *date != *candidate.issue_date;
  if (issuers_agree(link, candidate)) return !other_day;
  if (link.identity.issuer_key && candidate.issuer_key &&
      !candidate.issuer_key->starts_with(*link.identity.issuer_key))
    return false;
  if (date && candidate.issue_date && !other_day) return true;
  return !other_day && candidate.issuer_level == "central";
}

std::vector<Candidate> read_candidates(Statement& statement, const Link& link) {
  std::vector<Candidate> out;
  while (statement.step()) {
    Candidate candidate{statement.integer(0), statement.optional_text(1),
                        statement.optional_text(2), statement.optional_text(3)};
    if (candidate.id != link.from_document && fits(link, candidate))
      out.push_back(std::move(candidate));
  }
  return out;
}

std::vector<Candidate> candidates(Archive& archive, const Link& link) {
  const Identity& identity = link.identity;
  if (identity.number_key) {
    Statement& by_number = archive.statement(
        "SELECT id, issuer_key, issuer_level, issue_date FROM documents"
        " WHERE number_key = ? AND year = ? AND role = 'document' AND merged_into IS NULL");
    return read_candidates(by_number.bind(*identity.number_key, identity.year), link);
  }
  // "kế hoạch số 185": the type stands for the symbol, and the issuer must be the same.
  if (!identity.serial || !identity.issuer_key || !identity.doc_type_code) return {};
  Statement& by_serial = archive.statement(
      "SELECT id, issuer_key, issuer_level, issue_date FROM documents"
      " WHERE issuer_key = ? AND year = ? AND serial = ? AND doc_type_code = ?"
      " AND role = 'document' AND merged_into IS NULL");
  return read_candidates(by_serial.bind(*identity.issuer_key, identity.year, *identity.serial,
                                        *identity.doc_type_code),
                         link);
}

Found document_at(Archive& archive, const std::string& path) {
  Statement& statement = archive.statement(
      "SELECT v.document_id FROM sources s JOIN versions v ON v.id = s.version_id WHERE s.path = "
      "?");
  statement.bind(Blob{path});
  if (!statement.step()) return std::nullopt;
  return statement.integer(0);
}

Found target_of(Archive& archive, const Link& link) {
  if (link.path) return document_at(archive, *link.path);
  const std::vector<Candidate> found = candidates(archive, link);
  if (found.size() != 1) return std::nullopt;
  return found.front().id;
}

void resolve(Archive& archive, const std::vector<Link>& links) {
  for (const Link& link : links)
    archive.statement("UPDATE links SET to_document = ?2 WHERE id = ?1 AND to_document IS NOT ?2")
        .bind(link.id, target_of(archive, link))
        .run();
}

void resolve_where(Archive& archive, const std::string& condition, const auto&... values) {
  Statement& statement = archive.statement(kLinkColumns + condition);
  statement.bind(values...);
  resolve(archive, read_links(statement));
}

}  // namespace

void put_links(Archive& archive, std::int64_t version, const Json& record) {
  if (text_at(record, "role") == "about") {
    const Identity identity = identity_of(at(record, "document"));
    if (identity.serial && identity.year) put_link(archive, version, "reports", 0, identity);
  }
  put_citation_links(archive, version, at(record, "citations"));
  put_attachment_links(archive, version, at(at(record, "source"), "attachments"));
  resolve_where(archive, "l.from_version = ?", version);
}

void resolve_links_to(Archive& archive, const Identity& identity) {
  if (identity.number_key && identity.year)
    resolve_where(archive, "l.number_key = ? AND l.year = ?", *identity.number_key, *identity.year);
  if (identity.issuer_key && identity.year && identity.serial)
    resolve_where(archive,
                  "l.issuer_key = ? AND l.year = ? AND l.serial = ? AND l.number_key IS NULL",
                  *identity.issuer_key, *identity.year, *identity.serial);
}

void resolve_links_to_path(Archive& archive, std::string_view path) {
  resolve_where(archive, "l.path = ?", Blob{path});
}

void resolve_links_to_files_of(Archive& archive, std::int64_t version) {
  resolve_where(archive, "l.path IN (SELECT path FROM sources WHERE version_id = ?)", version);
}

}  // namespace kehoach::store
