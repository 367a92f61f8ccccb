#include "plan/published.h"

#include <algorithm>

#include "match/values.h"
#include "plan/numbers.h"

namespace kehoach::plan {
namespace {

using layout::BlockKind;
using match::Token;
using match::TokenSequence;

// A noise block's characters; it has no place in the normalized text.
std::string block_content(const Reading& reading, const layout::Block& block) {
  std::string out;
  for (const base::ContentSpan& piece : block.pieces) {
    if (!out.empty()) out += ' ';
    out += reading.document.content.substr(piece.begin, piece.size());
  }
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::string two_digits(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

// "14:05:09" of a token of type clock; the afternoon is said by a mark behind it.
std::string time_of_day(const TokenSequence& tokens, const Token& token) {
  const auto hour = match::parse_int(tokens.part(token, "hour"));
  if (!hour) return {};
  const bool afternoon = !tokens.part(token, "afternoon").empty() && *hour < 12;
  const std::string_view second = tokens.part(token, "second");
  return two_digits(std::to_string(afternoon ? *hour + 12 : *hour)) + ":" +
         two_digits(tokens.part(token, "minute")) + ":" +
         (second.empty() ? "00" : two_digits(second));
}

// "2022-09-21T10:00:00+07:00" of "Ngày đăng: 21-09-2022, 10:00"; without a time the date alone.
std::optional<std::string> posted_time(const Reading& reading, const std::string& line) {
  const TokenSequence tokens = reading.matcher.tokenize(line);
  std::optional<std::string> date;
  std::string time;
  for (const Token& token : tokens.tokens) {
    if (token.is("date") && !date) date = to_iso(tokens, token);
    if (token.is("clock") && time.empty()) {
      time = time_of_day(tokens, token);
    }
  }
  if (!date) return std::nullopt;
  return time.size() == 8 ? *date + "T" + time + "+07:00" : *date;
}

// The label alone: "File đính kèm: Kế hoạch số 1.doc;" gives "Kế hoạch số 1.doc".
Attachment to_attachment(const Reading& reading, const std::string& line) {
  const TokenSequence tokens = reading.matcher.tokenize(line);
  std::size_t begin = 0, end = line.size();
  for (const auto& lead : reading.matcher.phrases(tokens, "attachment_lead")) {
    begin = tokens.span(lead.whole).end;
  }
  const auto trimmed = [&](char c) {
    return c == ' ' || c == ';' || c == '-' || c == ':' || c == ',';
  };
  while (begin < end && trimmed(line[begin])) ++begin;
  while (begin < end && (trimmed(line[end - 1]) || line[end - 1] == '.')) --end;
  return {std::nullopt, line.substr(begin, end - begin)};
}

}  // namespace

SourceFacts read_source_facts(const Reading& reading) {
  SourceFacts facts;
  facts.media_type = reading.document.media_type;
  facts.encoding = reading.document.encoding;
  facts.text_origin = reading.document.text_origin;
  for (const layout::Block& block : reading.document.blocks) {
    if (block.kind == BlockKind::kPublished && !facts.published) {
      facts.published = posted_time(reading, block_content(reading, block));
    } else if (block.kind == BlockKind::kAttachment) {
      Attachment attachment = to_attachment(reading, block_content(reading, block));
      if (!attachment.label.empty()) facts.attachments.push_back(std::move(attachment));
    } else if (block.kind == BlockKind::kHeadline && !facts.title) {
      facts.title = block_content(reading, block);
    }
  }
  return facts;
}

std::vector<NamedProvince> named_provinces(const Reading& reading) {
  std::vector<NamedProvince> found;
  const TokenSequence tokens = reading.matcher.tokenize(reading.document.content);
  for (const Token& token : tokens.tokens) {
    if (!token.is("province")) continue;
    const auto known = std::find_if(found.begin(), found.end(),
                                    [&](const NamedProvince& p) { return p.name == token.value; });
    if (known != found.end()) {
      ++known->count;
    } else {
      found.push_back({std::string(token.value), 1});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.count > b.count; });
  return found;
}

}  // namespace kehoach::plan
