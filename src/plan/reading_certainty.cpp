#include "plan/reading_certainty.h"

#include <algorithm>
#include <cmath>

#include "layout/reading_certainty.h"

namespace kehoach::plan {
namespace {

class Weigher {
 public:
  explicit Weigher(const Reading& reading) : reading_(reading) {}

  template <class T>
  void weigh(std::optional<T>& field) const {
    if (field) weigh(*field);
  }

  template <class T>
  void weigh(std::vector<T>& entries) const {
    for (auto& entry : entries) weigh(entry);
  }

  template <class T>
  void weigh(T& value) const {
    const auto& evidence = value.evidence;
    if (evidence.empty() || evidence.front().source != Evidence::Source::kText) return;
    const auto span = reading_.text.map.to_source(evidence.front().span);
    const double mean = layout::certainty_of(reading_.document, span).mean;
    if (mean < 1) value.confidence = std::floor(100 * value.confidence * mean) / 100;
  }

 private:
  const Reading& reading_;
};

bool was_recognised(const layout::Document& document) {
  return std::any_of(document.places.begin(), document.places.end(),
                     [](const auto& place) { return place.confidence < 1; });
}

}  // namespace

void weigh_by_certainty(const Reading& reading, Record& record) {
  if (!was_recognised(reading.document)) return;
  const Weigher weigher(reading);
  auto& fields = record.document;
  weigher.weigh(fields.number);
  weigher.weigh(fields.type);
  weigher.weigh(fields.issue_date);
  weigher.weigh(fields.issue_date_partial);
  weigher.weigh(fields.issuer);
  weigher.weigh(fields.place);
  weigher.weigh(fields.title);
  weigher.weigh(fields.signer);
  weigher.weigh(fields.signer_position);
  weigher.weigh(fields.authorities);
  weigher.weigh(fields.recipients);
  weigher.weigh(fields.urgency);
  weigher.weigh(fields.secrecy);
  weigher.weigh(fields.period);
  weigher.weigh(fields.plan);
  weigher.weigh(fields.attached);
  weigher.weigh(record.targets);
  weigher.weigh(record.results);
  weigher.weigh(record.tasks);
  weigher.weigh(record.citations);
}

}  // namespace kehoach::plan
