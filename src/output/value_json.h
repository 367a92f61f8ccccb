// The shapes that recur in a record: evidence, values that carry it, absent values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/code_points.h"
#include "output/record_json.h"

namespace kehoach::output {

// Null for an absent value; whole numbers print without a fraction.
Json number(double value);
Json number(const std::optional<double>& value);
Json text_or_null(const std::string& value);  // empty is absent

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

// A confidence to three digits; more would claim what nobody measured.
double rounded(double confidence);

Json box_json(const base::Box& box);
Json boxes_json(const std::vector<base::Box>& boxes);
Json evidence_json(const std::vector<plan::Evidence>& evidence, const CodePoints& points);
Json diagnostics_json(const base::Diagnostics& diagnostics);

// {"confidence", "rule", "evidence"}: appended to a list entry, once.
void add_origin(Json& entry, const plan::Entry& origin, const CodePoints& points);

// {"value": value, …, "confidence", "rule", "evidence", "inferred"?}: `extra` are the sub-keys.
template <class T>
Json field_json(const plan::Field<T>& field, Json value, const CodePoints& points,
                const Json& extra = Json::object()) {
  Json out{{"value", std::move(value)}};
  out.update(extra);
  out["confidence"] = rounded(field.confidence);
  out["rule"] = field.rule;
  out["evidence"] = evidence_json(field.evidence, points);
  if (!field.inferred.empty()) out["inferred"] = field.inferred;
  return out;
}

}  // namespace kehoach::output
