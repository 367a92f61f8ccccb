#include "layout/document.h"

#include <array>
#include <utility>

namespace kehoach::layout {

std::string_view name(BlockKind kind) {
  static constexpr std::array<std::pair<BlockKind, std::string_view>, 23> kNames = {{
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

}  // namespace kehoach::layout
