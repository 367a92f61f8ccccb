#include "layout/reading_certainty.h"

#include <algorithm>

namespace kehoach::layout {

Certainty certainty_of(const Document& document, base::SourceSpan span) {
  const auto& places = document.places;
  auto place = std::partition_point(places.begin(), places.end(), [&](const PlacedText& text) {
    return text.span.end <= span.begin;
  });
  Certainty certainty;
  double sum = 0;
  std::size_t count = 0;
  for (; place != places.end() && place->span.begin < span.end; ++place, ++count) {
    certainty.least = std::min(certainty.least, place->confidence);
    sum += place->confidence;
  }
  if (count > 0) certainty.mean = sum / static_cast<double>(count);
  return certainty;
}

}  // namespace kehoach::layout
