#include "plan/document/stamp.h"

#include <string>

#include "plan/numbers.h"

namespace kehoach::plan {
namespace {

constexpr double kConfidence = 0.6;
constexpr std::size_t kDay = 10;  // "2026-05-13"

std::string text_of(const Reading& reading, const layout::Block& block) {
  std::string text;
  for (const auto& piece : block.pieces) {
    if (!text.empty()) text += ' ';
    text += reading.document.content.substr(piece.begin, piece.size());
  }
  return text;
}

Evidence stamp_evidence(const layout::Block& block, std::string text) {
  Evidence evidence;
  evidence.source = Evidence::Source::kSignature;
  evidence.text = std::move(text);
  evidence.page = block.page;
  evidence.boxes = block.boxes;
  return evidence;
}

// The day of the last signature whose stamp stands on the page.
std::string signing_day(const layout::Document& document, std::optional<int> page) {
  std::string day;
  for (const auto& signature : document.signatures)
    if (signature.page == page && signature.time.size() >= kDay)
      day = signature.time.substr(0, kDay);
  return day;
}

}  // namespace

void read_stamp(const Reading& reading, DocumentFields& fields) {
  for (const auto& block : reading.document.blocks) {
    if (fields.number || block.note != "signature-note") continue;
    const std::string text = text_of(reading, block);
    const auto tokens = reading.matcher.tokenize(text);
    const match::Token* number = nullptr;
    for (const auto& token : tokens.tokens)
      if (!number && token.is("doc_number") && token.value != "blank") number = &token;
    if (!number) continue;
    fields.number = Field<Number>{
        to_number(tokens, *number), kConfidence, "number.stamp", {stamp_evidence(block, text)}, {}};
    const auto day = signing_day(reading.document, block.page);
    const bool fits =
        !fields.issue_date_partial || day.starts_with(fields.issue_date_partial->value);
    if (fields.issue_date || day.empty() || !fits) continue;
    fields.issue_date =
        Field<std::string>{day, kConfidence, "issue-date.stamp", {stamp_evidence(block, text)}, {}};
  }
}

}  // namespace kehoach::plan
