#include "store/corrected_record.h"

namespace kehoach::store {
namespace {

void correct(Json& record, const std::string& field, const Json& value) {
  const Json::json_pointer pointer(field);
  if (pointer.empty() || !record.contains(pointer.parent_pointer())) return;
  Json& place = record[pointer];
  if (!place.is_object() || !place.contains("value")) {
    if (pointer.parent_pointer() != Json::json_pointer("/document")) {
      place = value;
      return;
    }
    place = Json::object();
  }
  place["value"] = value;
  place["confidence"] = 1.0;
  place["rule"] = "correction";
  if (!place.contains("evidence")) place["evidence"] = Json::array();
}

}  // namespace

Json corrected_record(Archive& archive, std::int64_t document, Json record) {
  Statement& statement =
      archive
          .statement(
              "SELECT field, value FROM corrections c WHERE document_id = ? AND id ="
              " (SELECT max(id) FROM corrections d WHERE d.document_id = c.document_id"
              "  AND d.field = c.field) ORDER BY id")
          .bind(document);
  while (statement.step()) {
    try {
      correct(record, statement.text(0),
              statement.is_null(1) ? Json() : Json::parse(statement.text(1)));
    } catch (const Json::exception&) {
      // A pointer that this record has no place for: the list it meant is shorter now.
    }
  }
  return record;
}

}  // namespace kehoach::store
