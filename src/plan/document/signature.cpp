#include "plan/document/signature.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;

Field<std::string> whole_block(const Reading& reading, std::size_t i, double confidence,
                               const char* rule) {
  Evidence evidence = reading.evidence(reading.text.blocks[i].span);
  return {evidence.text, confidence, rule, {std::move(evidence)}, {}};
}

// "- Như Điều 3;" is the recipient "Như Điều 3".
base::TextSpan trim_recipient(const Reading& reading, base::TextSpan span) {
  const auto skipped = [&](std::size_t at) {
    const char c = reading.text.utf8[at];
    return c == '-' || c == '+' || c == ' ' || c == ';' || c == '.' || c == ',' || c == '\t';
  };
  while (!span.empty() && skipped(span.begin)) ++span.begin;
  while (!span.empty() && skipped(span.end - 1)) --span.end;
  return span;
}

// The label line "Nơi nhận:" is no recipient.
bool is_label(const Reading& reading, std::size_t i) {
  const match::TokenRange range = reading.block_tokens(i);
  const auto labels = reading.matcher.phrases(reading.tokens, "recipients_label", range);
  return !labels.empty() && labels.front().whole.begin == range.begin &&
         labels.front().whole.end == range.end;
}

void add_recipient(const Reading& reading, std::size_t i, DocumentFields& fields) {
  if (is_label(reading, i)) return;
  const base::TextSpan span = trim_recipient(reading, reading.text.blocks[i].span);
  if (span.empty()) return;
  Recipient recipient;
  recipient.confidence = 0.95;
  recipient.rule = "recipients.block";
  recipient.evidence = {reading.evidence(span)};
  recipient.text = recipient.evidence.front().text;
  fields.recipients.push_back(std::move(recipient));
}

}  // namespace

void read_signature(const Reading& reading, DocumentFields& fields) {
  bool body_seen = false;  // authorities above the body are the enacting line, not the signature
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    const layout::Block& block = reading.block(i);
    if (block.part != 0) break;
    switch (block.kind) {
      case BlockKind::kParagraph:
      case BlockKind::kListItem:
      case BlockKind::kHeading:
        body_seen = true;
        break;
      case BlockKind::kRecipients:
        add_recipient(reading, i, fields);
        break;
      case BlockKind::kAuthority:
        if (body_seen) {
          fields.authorities.push_back(whole_block(reading, i, 0.95, "signature.authority"));
        }
        break;
      case BlockKind::kPosition:
        if (body_seen) {
          fields.signer_position = whole_block(reading, i, 0.95, "signature.position");
        }
        break;
      case BlockKind::kSigner:
        fields.signer = whole_block(reading, i, 0.95, "signature.name");
        break;
      default:
        break;
    }
  }
}

}  // namespace kehoach::plan
