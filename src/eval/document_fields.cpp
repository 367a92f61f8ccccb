// The scalars of `source` and `document`.
#include <array>

#include "eval/fields.h"

namespace kehoach::eval {
namespace {

using nlohmann::json;
using Path = std::vector<std::string_view>;

struct Scalar {
  std::string_view key;  // in the gold
  Path ours;             // below record.document
  Form form = Form::kExact;
  std::string_view other = {};  // a second name under which the gold has alternatives
};

// A key that is the field's own value carries the field's confidence; sub-keys carry none.
const std::vector<Scalar>& document_scalars() {
  static const std::vector<Scalar> kScalars = {
      {"number", {"number", "value"}},
      {"number_complete", {"number", "complete"}},
      {"number_serial", {"number", "serial"}},
      {"number_year", {"number", "year"}},
      {"number_symbol", {"number", "symbol"}},
      {"type", {"type", "value"}},
      {"type_code", {"type", "code"}},
      {"issue_date", {"issue_date", "value"}, Form::kExact, "date"},
      {"issue_date_partial", {"issue_date", "partial"}},
      {"issue_date_inferred", {"issue_date", "inferred"}},
      {"issuer", {"issuer", "value"}, Form::kName},
      {"issuer_body", {"issuer", "body"}, Form::kName},
      {"issuer_level", {"issuer", "level"}},
      {"issuer_unit", {"issuer", "unit"}, Form::kName},
      {"place", {"place", "value"}, Form::kName},
      {"title", {"title", "value"}, Form::kName},
      {"signer", {"signer", "value"}, Form::kName},
      {"signer_position", {"signer", "position"}, Form::kName},
      {"urgency", {"urgency", "value"}, Form::kName},
      {"secrecy", {"secrecy", "value"}, Form::kName},
      {"period", {"period", "value"}},
      {"plan", {"plan", "value"}},
  };
  return kScalars;
}

std::string joined(std::string_view key, std::string_view suffix) {
  return std::string(key) + std::string(suffix);
}

bool is_handwritten(const json& gold, const Scalar& scalar) {
  return at(gold, joined(scalar.key, "_handwritten")) == true ||
         (!scalar.other.empty() && at(gold, joined(scalar.other, "_handwritten")) == true);
}

void score_scalar(const Scalar& scalar, const json& gold, const json& ours, Judgements& out) {
  const json& field = at(ours, scalar.ours.front());
  Value value{.field = joined("document.", scalar.key),
              .context = {},
              .form = scalar.form,
              .expected = at(gold, scalar.key),
              .as_right = alternatives(gold, scalar.key),
              .null_is_right = is_handwritten(gold, scalar),
              .ours = along(ours, scalar.ours),
              .evidence = evidence_text(field),
              .confidence = {}};
  if (!scalar.other.empty()) {
    const auto more = alternatives(gold, scalar.other);
    value.as_right.insert(value.as_right.end(), more.begin(), more.end());
  }
  const json& confidence = at(field, "confidence");
  if (scalar.ours.back() == "value" && confidence.is_number()) value.confidence = confidence;
  score_value(value, out);
}

// The number of recipients; none read is the same as none known.
void score_recipients_count(const json& gold, const json& ours, Judgements& out) {
  if (!gold.contains("recipients_count")) return;
  const json& recipients = at(ours, "recipients");
  const json count =
      recipients.is_array() && !recipients.empty() ? json(recipients.size()) : json();
  const json& wanted = at(gold, "recipients_count");
  const json expected = wanted == 0 ? json() : wanted;
  score_value({.field = "document.recipients_count",
               .context = {},
               .form = Form::kExact,
               .expected = expected,
               .as_right = {},
               .ours = count,
               .evidence = count.is_null() ? "" : evidence_text(recipients.front()),
               .confidence = {}},
              out);
}

// Documents issued with this one, by type and title.
json attached_names(const json& list) {
  json names = json::array();
  if (!list.is_array()) return names;
  for (const json& entry : list)
    names.push_back(text_at(entry, "type") + " " + text_at(entry, "title"));
  return names;
}

}  // namespace

void score_source(const json& record, const json& gold, Judgements& out) {
  static constexpr std::array<std::string_view, 8> kBare = {
      "published", "url", "site", "title", "language", "encoding", "text_origin", "media_type"};
  const json& wanted = at(gold, "source");
  const json& ours = at(record, "source");
  for (std::string_view key : kBare) {
    if (!wanted.is_object() || !wanted.contains(key)) continue;
    score_value({.field = joined("source.", key),
                 .context = {},
                 .form = key == "title" ? Form::kName : Form::kExact,
                 .expected = at(wanted, key),
                 .as_right = alternatives(wanted, key),
                 .ours = at(ours, key),
                 .evidence = {},
                 .confidence = {}},
                out);
  }
  if (at(wanted, "attachments").is_array()) {
    score_names("source.attachments", {}, wanted["attachments"],
                along(gold, Path{"optional", "attachments"}), at(ours, "attachments"), out);
  }
}

void score_document(const json& record, const json& gold, Judgements& out) {
  const json& wanted = at(gold, "document");
  if (!wanted.is_object()) return;
  const json& ours = at(record, "document");
  for (const Scalar& scalar : document_scalars()) {
    if (wanted.contains(scalar.key)) score_scalar(scalar, wanted, ours, out);
  }
  if (wanted.contains("signer_authorities")) {
    score_names("document.signer_authorities", {}, wanted["signer_authorities"], {},
                along(ours, Path{"signer", "authorities"}), out);
  }
  score_recipients_count(wanted, ours, out);
  if (wanted.contains("recipients")) {
    score_names("document.recipients", {}, wanted["recipients"], {}, at(ours, "recipients"), out);
  }
  if (wanted.contains("attached")) {
    score_names("document.attached", {}, attached_names(wanted["attached"]), {},
                attached_names(at(ours, "attached")), out);
  }
}

}  // namespace kehoach::eval
