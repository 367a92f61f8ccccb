#include "layout/document.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kehoach::layout {

std::string_view name(BlockKind kind) {
  static constexpr std::array<std::pair<BlockKind, std::string_view>, 24> kNames = {{
      {BlockKind::kParagraph, "paragraph"},
      {BlockKind::kListItem, "list-item"},
      {BlockKind::kHeading, "heading"},
      {BlockKind::kTableRow, "table-row"},
      {BlockKind::kNationalTitle, "national-title"},
      {BlockKind::kMotto, "motto"},
      {BlockKind::kIssuer, "issuer"},
      {BlockKind::kNumber, "number"},
      {BlockKind::kPlaceDate, "place-date"},
      {BlockKind::kType, "type"},
      {BlockKind::kAbstract, "abstract"},
      {BlockKind::kReference, "reference"},
      {BlockKind::kAddressee, "addressee"},
      {BlockKind::kUrgency, "urgency"},
      {BlockKind::kSecrecy, "secrecy"},
      {BlockKind::kRecipients, "recipients"},
      {BlockKind::kAuthority, "authority"},
      {BlockKind::kPosition, "position"},
      {BlockKind::kSigner, "signer"},
      {BlockKind::kHeadline, "headline"},
      {BlockKind::kPublished, "published"},
      {BlockKind::kAttachment, "attachment"},
      {BlockKind::kFootnote, "footnote"},
      {BlockKind::kNoise, "noise"},
  }};
  for (const auto& [known, text] : kNames) {
    if (known == kind) return text;
  }
  return "paragraph";
}

bool is_noise(BlockKind kind) {
  return kind == BlockKind::kNoise || kind == BlockKind::kPublished ||
         kind == BlockKind::kAttachment;
}

std::optional<Place> place_of(const Document& document, base::SourceSpan span) {
  const auto& places = document.places;
  auto at = std::partition_point(places.begin(), places.end(),
                                 [&](const PlacedText& p) { return p.span.end <= span.begin; });
  if (at == places.end() || at->span.begin >= span.end) return std::nullopt;
  Place place{at->page, {}};
  for (; at != places.end() && at->span.begin < span.end && at->page == place.page; ++at) {
    const auto& box = at->box;
    if (!place.boxes.empty()) {
      auto& last = place.boxes.back();
      const double height = std::min(last.y1 - last.y0, box.y1 - box.y0);
      const double overlap = std::min(last.y1, box.y1) - std::max(last.y0, box.y0);
      if (overlap >= 0.5 * height && box.x0 >= last.x0) {
        last = {last.x0, std::min(last.y0, box.y0), std::max(last.x1, box.x1),
                std::max(last.y1, box.y1)};
        continue;
      }
    }
    place.boxes.push_back(box);
  }
  return place;
}

}  // namespace kehoach::layout
