#include "store/document_versions.h"

namespace kehoach::store {
namespace {

std::vector<HeldFile> files_of(Archive& archive, std::int64_t version) {
  Statement& row = archive
                       .statement(
                           "SELECT s.path, s.state, z.path FROM sources s"
                           " LEFT JOIN sources z ON z.id = s.container_id"
                           " WHERE s.version_id = ? ORDER BY s.state <> 'read', s.id")
                       .bind(version);
  std::vector<HeldFile> out;
  while (row.step()) out.push_back({row.text(0), row.text(1), row.optional_text(2)});
  return out;
}

}  // namespace

std::vector<HeldVersion> document_versions(Archive& archive, std::int64_t document) {
  Statement& row =
      archive
          .statement(
              "SELECT v.id, v.id = d.current_version, v.role, v.sha256, v.media_type, v.url,"
              " r.started, v.pages FROM versions v"
              " JOIN documents d ON d.id = v.document_id"
              " JOIN runs r ON r.id = v.read_run_id"
              " WHERE v.document_id = ? ORDER BY v.id = d.current_version DESC, v.id DESC")
          .bind(document);
  std::vector<HeldVersion> out;
  while (row.step()) {
    HeldVersion version{
        row.integer(0), row.integer(1) != 0,     row.text(2), row.text(3), row.text(4), row.text(5),
        row.text(6),    row.optional_integer(7), {}};
    out.push_back(std::move(version));
  }
  for (HeldVersion& version : out) version.files = files_of(archive, version.id);
  return out;
}

std::vector<Difference> document_differences(Archive& archive, std::int64_t document) {
  Statement& row = archive
                       .statement(
                           "SELECT x.field, x.version_id, coalesce(x.value, ''), x.confidence"
                           " FROM document_differences x JOIN documents d ON d.id = x.document_id"
                           " WHERE x.document_id = ? ORDER BY x.field,"
                           " x.version_id = d.current_version DESC, x.version_id DESC")
                       .bind(document);
  std::vector<Difference> out;
  while (row.step()) {
    if (out.empty() || out.back().field != row.text(0)) out.push_back({row.text(0), {}});
    out.back().said.push_back({row.integer(1), row.text(2), row.optional_real(3)});
  }
  return out;
}

}  // namespace kehoach::store
