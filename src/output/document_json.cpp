#include "output/document_json.h"

#include "output/value_json.h"

namespace kehoach::output {
namespace {

using Points = CodePoints;
template <class T>
using Optional = std::optional<plan::Field<T>>;

template <class T>
Json plain(const Optional<T>& field, const Points& points) {
  return field ? field_json(*field, Json(field->value), points) : Json(nullptr);
}

Json number_json(const Optional<plan::Number>& field, const Points& points) {
  if (!field) return nullptr;
  const plan::Number& value = field->value;
  return field_json(*field, value.printed, points,
                    {{"serial", or_null(value.serial)},
                     {"year", or_null(value.year)},
                     {"symbol", or_null(value.symbol)},
                     {"complete", value.complete}});
}

Json type_json(const Optional<plan::DocumentType>& field, const Points& points) {
  if (!field) return nullptr;
  return field_json(*field, field->value.name, points, {{"code", text_or_null(field->value.code)}});
}

// A date whose day is blank is null, with what is known of it in `partial`.
Json date_json(const plan::DocumentFields& document, const Points& points) {
  const auto& partial = document.issue_date_partial;
  Json extra = Json::object();
  if (partial) extra["partial"] = partial->value;
  if (document.issue_date)
    return field_json(*document.issue_date, document.issue_date->value, points, extra);
  return partial ? field_json(*partial, nullptr, points, extra) : Json(nullptr);
}

Json issuer_json(const Optional<plan::Issuer>& field, const Points& points) {
  if (!field) return nullptr;
  const plan::Issuer& value = field->value;
  return field_json(*field, value.name, points,
                    {{"body", text_or_null(value.body)},
                     {"level", text_or_null(value.level)},
                     {"unit",
                      {{"name", text_or_null(value.unit_name)},
                       {"code", text_or_null(value.unit_code)},
                       {"province", text_or_null(value.province)}}}});
}

Json period_json(const Optional<plan::Period>& field, const Points& points) {
  if (!field) return nullptr;
  return field_json(
      *field, {{"from", or_null(field->value.from)}, {"to", or_null(field->value.to)}}, points);
}

// Position and authorities are sub-keys of the signer; their evidence follows the name's.
Json signer_json(const plan::DocumentFields& document, const Points& points) {
  const auto& position = document.signer_position;
  if (!document.signer && !position && document.authorities.empty()) return nullptr;
  plan::Field<std::string> whole;
  if (document.signer)
    whole = *document.signer;
  else if (position)
    whole = *position;
  else
    whole = document.authorities.front();
  whole.evidence.clear();
  const auto add = [&whole](const plan::Field<std::string>& part) {
    whole.evidence.insert(whole.evidence.end(), part.evidence.begin(), part.evidence.end());
  };
  Json authorities = Json::array();
  if (document.signer) add(*document.signer);
  if (position) add(*position);
  for (const auto& authority : document.authorities) {
    authorities.push_back(authority.value);
    add(authority);
  }
  return field_json(whole, document.signer ? Json(document.signer->value) : Json(nullptr), points,
                    {{"position", position ? Json(position->value) : Json(nullptr)},
                     {"authorities", std::move(authorities)}});
}

Json recipients_json(const std::vector<plan::Recipient>& recipients, const Points& points) {
  Json out = Json::array();
  for (const plan::Recipient& recipient : recipients) {
    Json entry{{"text", recipient.text}};
    add_origin(entry, recipient, points);
    out.push_back(std::move(entry));
  }
  return out;
}

Json attached_json(const std::vector<plan::Attached>& attached, const Points& points) {
  Json out = Json::array();
  for (const plan::Attached& item : attached) {
    Json entry{{"type", text_or_null(item.type)},
               {"title", text_or_null(item.title)},
               {"page", or_null(item.page)}};
    add_origin(entry, item, points);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

Json document_json(const plan::DocumentFields& document, const CodePoints& points) {
  return {{"number", number_json(document.number, points)},
          {"type", type_json(document.type, points)},
          {"issue_date", date_json(document, points)},
          {"issuer", issuer_json(document.issuer, points)},
          {"place", plain(document.place, points)},
          {"title", plain(document.title, points)},
          {"signer", signer_json(document, points)},
          {"recipients", recipients_json(document.recipients, points)},
          {"urgency", plain(document.urgency, points)},
          {"secrecy", plain(document.secrecy, points)},
          {"period", period_json(document.period, points)},
          {"plan", plain(document.plan, points)},
          {"attached", attached_json(document.attached, points)}};
}

}  // namespace kehoach::output
