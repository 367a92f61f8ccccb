#include "layout/document.h"

namespace kehoach::layout {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list-item";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kTableRow:
      return "table-row";
    case BlockKind::kNationalTitle:
      return "national-title";
    case BlockKind::kMotto:
      return "motto";
    case BlockKind::kIssuer:
      return "issuer";
    case BlockKind::kNumber:
      return "number";
    case BlockKind::kPlaceDate:
      return "place-date";
    case BlockKind::kType:
      return "type";
    case BlockKind::kAbstract:
      return "abstract";
    case BlockKind::kReference:
      return "reference";
    case BlockKind::kAddressee:
      return "addressee";
    case BlockKind::kUrgency:
      return "urgency";
    case BlockKind::kSecrecy:
      return "secrecy";
    case BlockKind::kRecipients:
      return "recipients";
    case BlockKind::kAuthority:
      return "authority";
    case BlockKind::kPosition:
      return "position";
    case BlockKind::kSigner:
      return "signer";
    case BlockKind::kHeadline:
      return "headline";
    case BlockKind::kPublished:
      return "published";
    case BlockKind::kAttachment:
      return "attachment";
    case BlockKind::kNoise:
      return "noise";
  }
  return "unknown";
}

bool is_noise(BlockKind kind) {
  return kind == BlockKind::kNoise || kind == BlockKind::kPublished ||
         kind == BlockKind::kAttachment;
}

}  // namespace kehoach::layout
