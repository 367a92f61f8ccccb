#include "eval/gold_shape.h"

namespace kehoach::eval {
namespace {

using Keys = std::map<std::string, Shape>;

Shape of(unsigned types) { return {.types = types}; }
Shape text() { return of(kString); }
Shape text_or_null() { return of(kString | kNull); }
Shape number_or_null() { return of(kNumber | kInteger | kNull); }
Shape integer_or_null() { return of(kInteger | kNull); }
Shape boolean() { return of(kBoolean); }
Shape date_or_null() { return {.types = kString | kNull, .date = true}; }

Shape one_of(std::vector<std::string> values, unsigned more = 0) {
  return {.types = kString | more, .values = std::move(values)};
}

Shape list(Shape items) {
  return {.types = kList, .items = std::make_shared<const Shape>(std::move(items))};
}
Shape texts() { return list(text()); }
Shape text_or_texts() {
  Shape shape = texts();
  shape.types |= kString;
  return shape;
}

Shape object(Keys keys, std::vector<std::string> needed = {}) {
  return {.types = kObject, .keys = std::move(keys), .one_of = std::move(needed)};
}
Shape or_null(Shape shape) {
  shape.types |= kNull;
  return shape;
}
Shape any_object(Shape values) {
  return {.types = kObject, .any_key = std::make_shared<const Shape>(std::move(values))};
}

// KEY with KEY_alt, KEY_full and KEY_clean.
void add_with_alternatives(Keys& keys, const std::string& key, const Shape& shape) {
  keys[key] = shape;
  for (const char* suffix : {"_alt", "_full", "_clean"}) keys[key + suffix] = text_or_texts();
}

Shape attachment() { return object({{"label", text()}, {"href", text_or_null()}}, {"label"}); }

Shape source() {
  Keys keys = {{"attachments", list(attachment())}};
  for (const char* key : {"url", "language", "encoding", "text_origin", "media_type"}) {
    keys[key] = text_or_null();
  }
  for (const char* key : {"published", "site", "title"})
    add_with_alternatives(keys, key, text_or_null());
  return object(std::move(keys));
}

Shape document() {
  Keys keys = {
      {"number_complete", boolean()},
      {"number_serial", integer_or_null()},
      {"number_year", integer_or_null()},
      {"number_symbol", text_or_null()},
      {"number_handwritten", boolean()},
      {"type_code", text_or_null()},
      {"issue_date", date_or_null()},
      {"issue_date_partial", text_or_null()},
      {"issue_date_inferred", or_null(any_object(text()))},
      {"issue_date_alt", text_or_texts()},
      {"date_alt", text_or_texts()},
      {"date_handwritten", boolean()},
      {"issuer_body", text_or_null()},
      {"issuer_level", one_of({"central", "province", "district", "commune"}, kNull)},
      {"issuer_unit",
       or_null(object(
           {{"name", text_or_null()}, {"code", text_or_null()}, {"province", text_or_null()}}))},
      {"signer_authorities", texts()},
      {"recipients_count", of(kInteger)},
      {"recipients", texts()},
      {"urgency", text_or_null()},
      {"secrecy", text_or_null()},
      {"period", or_null(object({{"from", integer_or_null()}, {"to", integer_or_null()}}))},
      {"plan", of(kBoolean | kNull)},
      {"attached",
       list(object(
           {{"type", text_or_null()}, {"title", text_or_null()}, {"page", integer_or_null()}}))}};
  for (const char* key :
       {"number", "type", "issuer", "place", "title", "signer", "signer_position"}) {
    add_with_alternatives(keys, key, text_or_null());
  }
  return object(std::move(keys));
}

Keys figure_keys() {
  return {{"indicator", object({{"code", text_or_null()}, {"name", text()}})},
          {"change", one_of({"increase", "decrease", "reach", "maintain"})},
          {"unit",
           one_of({"rank", "percent", "percentage_point", "point", "money", "duration", "count"})},
          {"printed_unit", text_or_null()},
          {"min", number_or_null()},
          {"max", number_or_null()},
          {"exclusive", boolean()},
          {"approximate", boolean()},
          {"printed", text()},
          {"of", number_or_null()},
          {"baseline_year", integer_or_null()},
          {"year", integer_or_null()},
          {"per", text_or_null()},
          {"deadline", text_or_null()},
          {"evidence", text()},
          {"note", text()}};
}

Keys task_keys() {
  Keys deadline = {{"from", date_or_null()}, {"to", date_or_null()}, {"recurring", text_or_null()}};
  add_with_alternatives(deadline, "text", text());
  return {{"label", text_or_null()},
          {"text", text()},
          {"lead", texts()},
          {"cooperating", texts()},
          {"deadline", or_null(object(std::move(deadline)))},
          {"deliverable", text_or_null()},
          {"section", texts()},
          {"origin", one_of({"list", "table", "sentence", "assignment"})},
          {"evidence", text()},
          {"note", text()}};
}

Keys citation_keys() {
  Keys keys = {{"date", date_or_null()},
               {"date_alt", text_or_texts()},
               {"relation",
                one_of({"basis", "implements", "amends", "replaces", "attached-to", "mentions"})},
               {"evidence", text()},
               {"note", text()}};
  for (const char* key : {"number", "type", "issuer", "title"}) {
    add_with_alternatives(keys, key, text_or_null());
  }
  return keys;
}

// An option may be no more than the words that ours may rest on.
Shape optional_entry(Keys keys) {
  keys["text"] = text();
  return object(std::move(keys), {"text", "evidence", "number", "date", "indicator"});
}

Shape table() {
  Shape numbers = list(of(kInteger));
  return object({{"kind", text()},
                 {"title", text()},
                 {"pages", numbers},
                 {"columns", texts()},
                 {"header_rows", of(kInteger)},
                 {"header_repeats", boolean()},
                 {"landscape", boolean()},
                 {"row_count", of(kInteger)},
                 {"row_count_alt", numbers},
                 {"physical_rows", of(kInteger)},
                 {"group_rows", texts()},
                 {"rows_per_group", numbers},
                 {"numbering_row", texts()},
                 {"numbering_restarts_in_group", boolean()},
                 {"appendix_pages_restart", boolean()},
                 {"rows_split_across_pages", text_or_texts()},
                 {"merged", texts()},
                 {"first_row", any_object(text())},
                 {"last_row", any_object(text())},
                 {"note", text()}});
}

// All cells, as a record has them; one that spans nothing may be a bare text.
Shape whole_table() {
  Shape cell =
      object({{"text", text()}, {"rowspan", of(kInteger)}, {"colspan", of(kInteger)}}, {"text"});
  cell.types |= kString;
  return object({{"header_rows", of(kInteger)}, {"rows", list(list(cell))}}, {"rows"});
}

Shape whole() {
  const Shape figures = list(object(figure_keys(), {"indicator", "evidence"}));
  const Shape optional_figures = list(optional_entry(figure_keys()));
  Keys keys = {{"kind", one_of({"text", "page", "digital", "derived", "scanned", "legacy"})},
               {"role", one_of({"document", "about", "none"})},
               {"source", source()},
               {"document", document()},
               {"targets", figures},
               {"results", figures},
               {"tasks", list(object(task_keys(), {"text"}))},
               {"citations", list(object(citation_keys(), {"number", "date"}))},
               {"sections", texts()},
               {"task_table", or_null(table())},
               {"table", or_null(table())},
               {"tables", list(whole_table())},
               {"optional", object({{"targets", optional_figures},
                                    {"results", optional_figures},
                                    {"tasks", list(optional_entry(task_keys()))},
                                    {"citations", list(optional_entry(citation_keys()))},
                                    {"attachments", list(attachment())}})},
               {"note", text()},
               {"number_printed", text()},
               {"issue_date_printed", text()}};
  for (const char* key : {"targets", "results", "tasks", "citations"}) {
    keys[std::string(key) + "_scope"] = text();
    keys[std::string(key) + "_note"] = text();
  }
  return object(std::move(keys), {"kind"});
}

}  // namespace

const Shape& gold_shape() {
  static const Shape kShape = whole();
  return kShape;
}

}  // namespace kehoach::eval
