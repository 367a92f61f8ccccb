#include "store/corrections/corrections.h"

#include "base/error.h"
#include "store/corrected_record.h"
#include "store/corrections/correctable.h"
#include "store/corrections/entry_anchor.h"
#include "store/links.h"
#include "store/put_record.h"
#include "store/record_rows.h"

namespace kehoach::store {
namespace {

constexpr std::string_view kColumns =
    "SELECT id, document_id, field, value, parts, anchor, corrected_by, corrected_at, extracted,"
    " note, undone_by, undone_at FROM corrections WHERE document_id = ? ";

Json parsed(const Statement& row, int column) {
  return row.is_null(column) ? Json() : Json::parse(row.bytes(column), nullptr, false);
}

std::vector<Correction> read(Statement& statement) {
  std::vector<Correction> out;
  while (statement.step()) {
    Correction one;
    one.id = statement.integer(0);
    one.document = statement.integer(1);
    one.field = statement.text(2);
    one.value = parsed(statement, 3);
    one.parts = parsed(statement, 4);
    one.anchor = parsed(statement, 5);
    one.by = statement.text(6);
    one.at = statement.text(7);
    one.extracted = parsed(statement, 8);
    one.note = statement.optional_text(9);
    one.undone_by = statement.optional_text(10);
    one.undone_at = statement.optional_text(11);
    out.push_back(std::move(one));
  }
  return out;
}

// A field of the document stands as an object with its value, anything else as it is.
Json extracted_value(const Json& record, const std::string& field) {
  const Json::json_pointer pointer(field);
  if (!record.contains(pointer)) return nullptr;
  const Json& found = record.at(pointer);
  return found.is_object() && found.contains("value") ? found.at("value") : found;
}

// "/document/issuer/level" where there is no issuer.
void refuse_part_of_nothing(const Json& record, const std::string& field) {
  constexpr std::string_view kDocument = "/document/";
  if (!field.starts_with(kDocument)) return;
  const std::string rest = field.substr(kDocument.size());
  const std::string name = rest.substr(0, rest.find('/'));
  if (name == rest || name == "signer" || at(at(record, "document"), name.c_str()).is_object())
    return;
  throw base::Error("usage", "wrong usage: " + field + ": the document has no " + name +
                                 "; correct " + name + " first");
}

// People count entries as they are shown, without those that were taken out; corrections are kept
// with the position that was read.
std::string extracted_field(const std::vector<Correction>& in_force, std::int64_t document,
                            const Json& record, const std::string& shown) {
  const FieldPlace place = field_place(shown);
  const std::vector<std::size_t> kept = kept_entries(in_force, record, place.list);
  if (static_cast<std::size_t>(place.position) >= kept.size())
    throw base::Error("usage", "document " + std::to_string(document) + " has " +
                                   std::to_string(kept.size()) + " " + place.list + "; " + shown +
                                   " counts from 0");
  return "/" + place.list + "/" + std::to_string(kept[static_cast<std::size_t>(place.position)]) +
         place.rest;
}

// Is the correction of the field that is meant by how it is shown now? What was taken out is shown
// nowhere but among the corrections, by the position that was read.
bool is_of_field(const std::vector<Correction>& in_force, const Correction& one, const Json& record,
                 const std::string& shown) {
  const FieldPlace place = field_place(shown), own = field_place(one.field);
  if (place.position < 0 || own.position < 0) return one.field == shown;
  if (place.list != own.list || place.rest != own.rest) return false;
  const auto found = anchored_entry(at(record, own.list.c_str()), one.anchor);
  if (!found || own.rest.empty()) return one.field == shown;
  const std::vector<std::size_t> kept = kept_entries(in_force, record, own.list);
  const auto position = static_cast<std::size_t>(place.position);
  return position < kept.size() && kept[position] == *found;
}

// "from 15 to 10": bounds are set one at a time, each so that both still make sense. `shown`: the
// field as it stands in `corrected`.
void refuse_crossed_bounds(const Json& corrected, const std::string& shown) {
  const FieldPlace place = field_place(shown);
  const bool figure = place.rest == "/min" || place.rest == "/max";
  const bool days = place.rest == "/deadline/from" || place.rest == "/deadline/to";
  if (!figure && !days) return;
  const Json& entry =
      at(corrected, place.list.c_str()).at(static_cast<std::size_t>(place.position));
  const Json& bounds = figure ? entry : at(entry, "deadline");
  const Json& low = at(bounds, figure ? "min" : "from");
  const Json& high = at(bounds, figure ? "max" : "to");
  if (low.is_null() || high.is_null() || low <= high) return;
  throw base::Error("usage", "wrong usage: " + shown + ": the entry would go from " +
                                 output::to_line(low) + " to " + output::to_line(high) +
                                 "; set its other end first, or say --none of it");
}

// What the document's current version says, before any correction.
Json extracted_record(Archive& archive, std::int64_t document) {
  const auto version = current_version(archive, document);
  if (!version)
    throw base::Error("usage", "there is no document " + std::to_string(document) +
                                   "; kehoach export --table documents lists them");
  return stored_record(archive, *version);
}

// Fills in what the record says of the field, and by what the field is found again.
void look_up(const std::vector<Correction>& in_force, const Json& record, Correction& correction) {
  refuse_part_of_nothing(corrected_record(in_force, record), correction.field);
  correction.extracted = extracted_value(record, correction.field);
  if (field_place(correction.field).position < 0) return;
  correction.field = extracted_field(in_force, correction.document, record, correction.field);
  const FieldPlace place = field_place(correction.field);
  correction.extracted = extracted_value(record, correction.field);
  correction.anchor =
      entry_anchor(at(record, place.list.c_str()).at(static_cast<std::size_t>(place.position)));
}

// Writes the rows of the document's versions anew, with these corrections laid over them.
void rewrite(Archive& archive, std::int64_t document, const std::vector<Correction>& in_force) {
  std::vector<std::int64_t> versions;
  Statement& statement =
      archive.statement("SELECT id FROM versions WHERE document_id = ?").bind(document);
  while (statement.step()) versions.push_back(statement.integer(0));
  for (const std::int64_t version : versions) {
    const Json record = stored_record(archive, version);
    const Json corrected = corrected_record(in_force, record);
    remove_rows(archive, version);
    put_rows(archive, version, record, corrected);
    put_links(archive, version, corrected);
  }
  refresh_document(archive, document);
}

}  // namespace

Correction put_correction(Archive& archive, Correction correction) {
  const std::string shown = correction.field;
  const Json record = extracted_record(archive, correction.document);
  look_up(corrections_in_force(archive, correction.document), record, correction);
  const std::optional<std::string> anchor = correction.anchor.is_null()
                                                ? std::nullopt
                                                : std::optional(output::to_line(correction.anchor));
  archive
      .statement(
          "INSERT INTO corrections (document_id, field, value, parts, anchor, corrected_by,"
          " corrected_at, extracted, note) VALUES (?,?,?,?,?,?,?,?,?)")
      .bind(correction.document, correction.field, output::to_line(correction.value),
            output::to_line(correction.parts), anchor, correction.by, correction.at,
            output::to_line(correction.extracted), correction.note)
      .run();
  correction.id = archive.last_id();
  const std::vector<Correction> in_force = corrections_in_force(archive, correction.document);
  refuse_crossed_bounds(corrected_record(in_force, record), shown);
  rewrite(archive, correction.document, in_force);
  return correction;
}

std::optional<Correction> undo_correction(Archive& archive, std::int64_t document,
                                          const std::string& field, const std::string& by,
                                          const std::string& at) {
  const auto version = current_version(archive, document);
  const Json record = version ? stored_record(archive, *version) : Json();
  std::optional<Correction> newest;
  const std::vector<Correction> in_force = corrections_in_force(archive, document);
  for (const Correction& one : in_force)
    if (is_of_field(in_force, one, record, field)) newest = one;
  if (!newest) return std::nullopt;
  newest->undone_by = by;
  newest->undone_at = at;
  archive.statement("UPDATE corrections SET undone_by = ?, undone_at = ? WHERE id = ?")
      .bind(by, at, newest->id)
      .run();
  rewrite_corrected(archive, document);
  return newest;
}

std::vector<Correction> corrections_of(Archive& archive, std::int64_t document) {
  return read(archive.statement(std::string(kColumns) + "ORDER BY id").bind(document));
}

std::vector<Correction> corrections_in_force(Archive& archive, std::int64_t document) {
  return read(archive
                  .statement(std::string(kColumns) +
                             "AND id IN (SELECT max(id) FROM corrections WHERE document_id = ?"
                             " AND undone_at IS NULL GROUP BY field, anchor) ORDER BY id")
                  .bind(document, document));
}

void rewrite_corrected(Archive& archive, std::int64_t document) {
  rewrite(archive, document, corrections_in_force(archive, document));
}

}  // namespace kehoach::store
