// What an archive says, without the ids and times that depend on how it came to say it: two that
// hold the same give the same text.
#pragma once

#include <string>

#include "store/archive.h"

namespace kehoach::store {

inline std::string dump_rows(Archive& archive, const std::string& sql) {
  Statement statement = archive.prepare(sql);
  std::string out = "# " + sql + "\n";
  while (statement.step()) {
    for (int i = 0; i < statement.columns(); ++i)
      out += (i > 0 ? "|" : "") + (statement.is_null(i) ? "-" : statement.text(i));
    out += "\n";
  }
  return out;
}

inline std::string archive_dump(Archive& archive) {
  std::string out;
  for (const char* sql : {
           "SELECT s.path, s.state, s.sha256, s.bytes, s.media_type, s.failure_code, v.sha256"
           " FROM sources s LEFT JOIN versions v ON v.id = s.version_id ORDER BY s.path",
           "SELECT d.key, d.role, d.number, d.year, d.issuer, d.title, v.sha256 FROM documents d"
           " LEFT JOIN versions v ON v.id = d.current_version WHERE d.merged_into IS NULL"
           " ORDER BY d.key",
           "SELECT v.sha256, d.key, v.role, v.completeness, v.pages, hex(c.text), hex(c.record),"
           " hex(c.model) FROM versions v JOIN documents d ON d.id = v.document_id"
           " LEFT JOIN contents c ON c.version_id = v.id ORDER BY v.sha256",
           "SELECT v.sha256, f.path, f.value FROM fields f JOIN versions v ON v.id = f.version_id"
           " ORDER BY v.sha256, f.path",
           "SELECT v.sha256, t.position, t.indicator_name, t.min, t.max FROM targets t"
           " JOIN versions v ON v.id = t.version_id ORDER BY v.sha256, t.position",
           "SELECT v.sha256, t.position, t.text, b.part, b.body FROM tasks t JOIN versions v"
           " ON v.id = t.version_id LEFT JOIN task_bodies b ON b.task_id = t.id"
           " ORDER BY v.sha256, t.position, b.part, b.position",
           "SELECT v.sha256, c.position, c.number FROM citations c JOIN versions v"
           " ON v.id = c.version_id ORDER BY v.sha256, c.position",
           "SELECT v.sha256, l.kind, l.position, l.number_key, d.key FROM links l JOIN versions v"
           " ON v.id = l.from_version LEFT JOIN documents d ON d.id = l.to_document"
           " ORDER BY v.sha256, l.kind, l.position",
           "SELECT v.sha256, r.head, r.facets FROM search_rows r JOIN versions v"
           " ON v.id = r.version_id ORDER BY v.sha256",
           "SELECT word, documents FROM search_words ORDER BY word",
       })
    out += dump_rows(archive, sql);
  return out;
}

}  // namespace kehoach::store
