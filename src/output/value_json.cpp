#include "output/value_json.h"

#include <cmath>
#include <cstdint>

namespace kehoach::output {
namespace {

const char* name(plan::Evidence::Source source) {
  switch (source) {
    case plan::Evidence::Source::kText:
      return "text";
    case plan::Evidence::Source::kMetadata:
      return "metadata";
    case plan::Evidence::Source::kSignature:
      return "signature";
    case plan::Evidence::Source::kDerived:
      break;
  }
  return "derived";
}

const char* name(base::Severity severity) {
  switch (severity) {
    case base::Severity::kInfo:
      return "info";
    case base::Severity::kWarning:
      return "warning";
    case base::Severity::kError:
      break;
  }
  return "error";
}

Json piece_json(const plan::Evidence& piece, const CodePoints& points) {
  Json out{{"source", name(piece.source)}};
  if (piece.source == plan::Evidence::Source::kDerived) {
    out["from"] = piece.from;
    return out;
  }
  out["text"] = piece.text;
  if (piece.source == plan::Evidence::Source::kText) {
    out["start"] = points.at(piece.span.begin);
    out["end"] = points.at(piece.span.end);
  }
  if (piece.page) out["page"] = *piece.page;
  if (!piece.boxes.empty()) out["boxes"] = boxes_json(piece.boxes);
  if (!piece.original.empty()) out["original"] = piece.original;
  return out;
}

}  // namespace

Json number(double value) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it doubles skip whole numbers
  if (std::floor(value) == value && std::fabs(value) < kExact)
    return static_cast<std::int64_t>(value);
  return value;
}

Json number(const std::optional<double>& value) { return value ? number(*value) : Json(nullptr); }

Json text_or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

double rounded(double confidence) { return std::round(confidence * 1000) / 1000; }

Json box_json(const base::Box& box) {
  const auto points = [](double value) { return std::round(value * 100) / 100; };
  return Json::array({points(box.x0), points(box.y0), points(box.x1), points(box.y1)});
}

Json boxes_json(const std::vector<base::Box>& boxes) {
  Json out = Json::array();
  for (const base::Box& box : boxes) out.push_back(box_json(box));
  return out;
}

Json evidence_json(const std::vector<plan::Evidence>& evidence, const CodePoints& points) {
  Json out = Json::array();
  for (const plan::Evidence& piece : evidence) out.push_back(piece_json(piece, points));
  return out;
}

Json diagnostics_json(const base::Diagnostics& diagnostics) {
  Json out = Json::array();
  for (const base::Diagnostic& diagnostic : diagnostics) {
    Json entry{{"code", diagnostic.code},
               {"severity", name(diagnostic.severity)},
               {"message", diagnostic.message}};
    if (diagnostic.page) entry["page"] = *diagnostic.page;
    if (diagnostic.box) entry["box"] = box_json(*diagnostic.box);
    out.push_back(std::move(entry));
  }
  return out;
}

void add_origin(Json& entry, const plan::Entry& origin, const CodePoints& points) {
  entry["confidence"] = rounded(origin.confidence);
  entry["rule"] = origin.rule;
  entry["evidence"] = evidence_json(origin.evidence, points);
}

}  // namespace kehoach::output
