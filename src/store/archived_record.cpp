#include "store/archived_record.h"

#include "store/corrected_record.h"
#include "store/put_record.h"

namespace kehoach::store {
namespace {

std::vector<std::optional<std::int64_t>> cited_documents(Archive& archive,
                                                         const ArchivedRecord& record) {
  std::vector<std::optional<std::int64_t>> out(at(record.record, "citations").size());
  Statement& statement =
      archive
          .statement(
              "SELECT position, to_document FROM links WHERE from_version = ?"
              " AND kind IN ('cites', 'attached-to') AND to_document IS NOT NULL")
          .bind(record.version);
  while (statement.step()) {
    const auto position = static_cast<std::size_t>(statement.integer(0));
    if (position < out.size()) out[position] = statement.integer(1);
  }
  return out;
}

}  // namespace

std::optional<ArchivedRecord> archived_record(Archive& archive, std::int64_t document) {
  ArchivedRecord out;
  Statement& statement =
      archive
          .statement(
              "SELECT d.current_version, d.province, (SELECT count(*) FROM sources s"
              " JOIN versions v ON v.id = s.version_id WHERE v.document_id = d.id"
              " AND s.state = 'read') FROM documents d WHERE d.id = ?")
          .bind(document);
  if (!statement.step() || statement.is_null(0)) return std::nullopt;
  out.id = document;
  out.version = statement.integer(0);
  out.province = statement.optional_text(1);
  out.sources = static_cast<std::size_t>(statement.integer(2));
  statement.reset();
  out.record = corrected_record(corrections_in_force(archive, document),
                                stored_record(archive, out.version));
  out.cited = cited_documents(archive, out);
  return out;
}

}  // namespace kehoach::store
