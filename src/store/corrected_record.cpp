#include "store/corrected_record.h"

#include <map>
#include <set>
#include <string>

#include "store/corrections/correctable.h"
#include "store/corrections/corrections.h"
#include "store/corrections/entry_anchor.h"

namespace kehoach::store {
namespace {

// A value of the document: an object with "value" and parts.
void set_field(Json& field, const Correction& correction) {
  if (correction.value.is_null()) {
    field = nullptr;
    return;
  }
  Json evidence = {{{"source", "person"}, {"text", correction.by}}};
  for (const Json& piece : at(field, "evidence")) evidence.push_back(piece);
  if (!field.is_object()) field = Json::object();
  field["value"] = correction.value;
  for (const auto& [key, part] : correction.parts.items()) field[key] = part;
  field["confidence"] = 1.0;
  field["rule"] = "correction";
  field["evidence"] = std::move(evidence);
  for (const char* stale : {"inferred", "partial"}) field.erase(stale);
}

// A key below a value of the document: "/document/issuer/level". Only a signer may be known by a
// position alone; of anything else, a part needs its value.
void set_part(Json& document, const std::string& rest, const Correction& correction) {
  const std::size_t slash = rest.find('/', 1);
  const std::string name = rest.substr(1, slash - 1);
  Json& field = document[name];
  if (!field.is_object() && name != "signer") return;
  if (!field.is_object())
    field = {{"value", nullptr},
             {"confidence", 1.0},
             {"rule", "correction"},
             {"evidence", {{{"source", "person"}, {"text", correction.by}}}}};
  const Json::json_pointer pointer(rest.substr(slash));
  if (!field.contains(pointer.parent_pointer()) || field[pointer.parent_pointer()].is_null())
    field[pointer.parent_pointer()] = Json::object();
  field[pointer] = correction.value;
}

void set_in_document(Json& record, const Correction& correction) {
  if (correction.field == "/role") {
    record["role"] = correction.value;
    return;
  }
  Json& document = record["document"];
  if (!document.is_object()) document = Json::object();
  const std::string rest = correction.field.substr(std::string("/document").size());
  if (rest.find('/', 1) == std::string::npos)
    set_field(document[rest.substr(1)], correction);
  else
    set_part(document, rest, correction);
}

void set_in_entry(Json& entry, const std::string& rest, const Correction& correction) {
  if (rest.starts_with("/deadline/") && !at(entry, "deadline").is_object()) {
    const std::string text = correction.value.is_string() ? correction.value : Json("");
    entry["deadline"] = {
        {"text", text}, {"from", nullptr}, {"to", nullptr}, {"recurring", nullptr}};
  }
  entry[Json::json_pointer(rest)] = correction.value;
  // Who corrects a value has looked at the entry: it is no machine's guess any more. The words that
  // it was read from stay first.
  const bool is_first = text_at(entry, "rule") != "correction";
  entry["confidence"] = 1.0;
  entry["rule"] = "correction";
  if (is_first) entry["evidence"].push_back({{"source", "person"}, {"text", correction.by}});
}

Json told(const Correction& correction) {
  return {{"field", correction.field},
          {"value", correction.value},
          {"extracted", correction.extracted},
          {"by", correction.by},
          {"at", correction.at},
          {"note", correction.note ? Json(*correction.note) : Json(nullptr)}};
}

// Entries that are taken out, by list: all others keep their positions until the end.
using Removals = std::map<std::string, std::set<std::size_t>>;

void set_entries(Json& record, const std::vector<Correction>& corrections, Json& applied,
                 Removals& removals) {
  const Json extracted = record;  // entries are known by what was read, not by what was set
  for (const Correction& correction : corrections) {
    const FieldPlace place = field_place(correction.field);
    if (place.position < 0) continue;
    const auto found = anchored_entry(at(extracted, place.list.c_str()), correction.anchor);
    if (!found) continue;
    if (place.rest.empty())
      removals[place.list].insert(*found);
    else
      set_in_entry(record[place.list][*found], place.rest, correction);
    applied.push_back(told(correction));
    applied.back()["field"] = "/" + place.list + "/" + std::to_string(*found) + place.rest;
  }
}

void take_out(Json& record, Json& applied, const Removals& removals) {
  for (const auto& [list, positions] : removals)
    for (auto it = positions.rbegin(); it != positions.rend(); ++it)
      record[list].erase(static_cast<Json::size_type>(*it));
  for (Json& one : applied) {
    const FieldPlace place = field_place(one["field"]);
    const auto found = removals.find(place.list);
    if (place.rest.empty() || place.position < 0 || found == removals.end()) continue;
    const auto at_most = found->second.lower_bound(static_cast<std::size_t>(place.position));
    const auto before = std::distance(found->second.begin(), at_most);
    one["field"] = "/" + place.list + "/" + std::to_string(place.position - before) + place.rest;
  }
}

}  // namespace

Json corrected_record(const std::vector<Correction>& corrections, Json record) {
  if (corrections.empty()) return record;
  Json applied = Json::array();
  for (const Correction& correction : corrections) {
    if (field_place(correction.field).position >= 0) continue;
    set_in_document(record, correction);
    applied.push_back(told(correction));
  }
  Removals removals;
  set_entries(record, corrections, applied, removals);
  take_out(record, applied, removals);
  if (!applied.empty()) record["corrections"] = std::move(applied);
  return record;
}

std::vector<std::size_t> kept_entries(const std::vector<Correction>& corrections,
                                      const Json& record, const std::string& list) {
  const Json& entries = at(record, list.c_str());
  std::set<std::size_t> out;
  for (const Correction& correction : corrections) {
    const FieldPlace place = field_place(correction.field);
    if (place.list != list || !place.rest.empty()) continue;
    if (const auto found = anchored_entry(entries, correction.anchor)) out.insert(*found);
  }
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!out.contains(i)) kept.push_back(i);
  return kept;
}

}  // namespace kehoach::store
