#include "plan/document/header.h"

#include <algorithm>

#include "match/values.h"
#include "plan/document/issuer.h"
#include "plan/document/signature.h"
#include "plan/document/stamp.h"
#include "plan/document/title.h"
#include "plan/numbers.h"
#include "plan/reading_certainty.h"

namespace kehoach::plan {
namespace {

using base::Severity;
using layout::BlockKind;
using match::Token;
using match::TokenRange;

const Token* first_token(const Reading& reading, TokenRange range, std::string_view type) {
  for (std::size_t i = range.begin; i < range.end; ++i) {
    if (reading.tokens.tokens[i].is(type)) return &reading.tokens.tokens[i];
  }
  return nullptr;
}

// Numbers written into a scan by hand come out of recognition as some digits or other. Print is
// above these bounds, handwriting below.
constexpr double kSureNumber = 0.8, kSureDigits = 0.9;

bool is_sure(const Reading& reading, base::LocalSpan span, double least) {
  return certainty_at(reading, {span.begin, span.end}).least >= least;
}

bool is_sure(const Reading& reading, const Token& token, double least) {
  return is_sure(reading, token.span, least);
}

base::Diagnostic unsure(const Reading& reading, std::size_t block, std::string_view read) {
  return illegible("\"" + std::string(read) + "\"",
                   "perhaps it is written by hand; it stays empty: look at the page",
                   reading.block(block).page, reading.block(block).boxes);
}

void read_number(const Reading& reading, DocumentFields& fields, base::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.block(i).kind != BlockKind::kNumber || reading.block(i).part != 0) continue;
    const Token* token = first_token(reading, reading.block_tokens(i), "doc_number");
    if (!token || token->value == "blank") {
      diagnostics.push_back(
          {"number-blank",
           Severity::kWarning,
           "the number is blank in \"" + std::string(reading.block_text(i)) + "\"; it stays empty",
           reading.block(i).page,
           {}});
      continue;
    }
    if (!is_sure(reading, *token, kSureNumber)) {
      diagnostics.push_back(unsure(reading, i, reading.tokens.slice(*token)));
      continue;
    }
    const Number number = to_number(reading.tokens, *token);
    if (!fields.number) {
      fields.number = Field<Number>{
          number, 0.98, "number.header", {reading.evidence(reading.text.blocks[i].span)}, {}};
    } else if (fields.number->value.printed != number.printed) {
      diagnostics.push_back({"number-conflict",
                             Severity::kWarning,
                             "a second number " + number.printed + " stands below the header's " +
                                 fields.number->value.printed + "; the first is taken",
                             reading.block(i).page,
                             {}});
    }
  }
}

bool is_sure_part(const Reading& reading, const Token& date, std::string_view name) {
  for (const auto& part : date.parts)
    if (part.name == name && !is_sure(reading, part.span, kSureDigits)) return false;
  return true;
}

bool is_sure_date(const Reading& reading, const Token& date) {
  return is_sure_part(reading, date, "day") && is_sure_part(reading, date, "month") &&
         is_sure_part(reading, date, "year");
}

// "2025-02" of a date whose day is blank.
std::optional<std::string> partial_date(const Reading& reading, const Token& date) {
  if (!is_sure_part(reading, date, "year")) return std::nullopt;
  const auto iso =
      match::iso_date("1", reading.tokens.part(date, "month"), reading.tokens.part(date, "year"));
  if (iso && is_sure_part(reading, date, "month")) return iso->substr(0, 7);
  const std::string_view year = reading.tokens.part(date, "year");
  return year.size() == 4 ? std::optional<std::string>(year) : std::nullopt;
}

// The end of the place in a line whose date is none, since its blanks were filled in by hand: what
// stands before the first comma, if official lists know the name. Else the place's begin.
std::size_t named_place_end(const Reading& reading, TokenRange line) {
  const auto& tokens = reading.tokens.tokens;
  std::size_t comma = line.begin;
  while (comma < line.end && reading.tokens.slice(tokens[comma]) != ",") ++comma;
  if (comma == line.begin || comma == line.end) return line.begin;
  const std::string name = reading.evidence(TokenRange{line.begin, comma}).text;
  const bool known =
      !province_name(reading, name).empty() || !reading.matcher.units().find(name).empty();
  return known ? comma : line.begin;
}

void read_place_and_date(const Reading& reading, DocumentFields& fields,
                         base::Diagnostics& diagnostics) {
  const std::size_t i = first_block(reading, BlockKind::kPlaceDate);
  if (i == kNoBlock) return;
  const Evidence evidence = reading.evidence(reading.text.blocks[i].span);
  const TokenRange range = reading.block_tokens(i);
  const auto& tokens = reading.tokens.tokens;
  std::size_t place_end = range.begin;
  const auto dates = reading.matcher.phrases(reading.tokens, "header_date", range);
  const Token* date = nullptr;
  if (!dates.empty()) {
    place_end = dates.front().whole.begin;
    if (const auto part = dates.front().part("date")) date = &tokens[part->begin];
  } else {
    place_end = named_place_end(reading, range);
  }
  if (date) {
    const bool sure = is_sure_date(reading, *date);
    if (!sure) diagnostics.push_back(unsure(reading, i, reading.tokens.slice(*date)));
    if (const auto iso = to_iso(reading.tokens, *date); iso && sure) {
      fields.issue_date = Field<std::string>{*iso, 0.98, "issue-date.header", {evidence}, {}};
    } else if (const auto partial = partial_date(reading, *date)) {
      fields.issue_date_partial =
          Field<std::string>{*partial, 0.95, "issue-date.header", {evidence}, {}};
    }
  }
  if (!fields.issue_date) {
    diagnostics.push_back({"date-blank",
                           Severity::kWarning,
                           "no full date in \"" + evidence.text + "\"; it stays empty",
                           reading.block(i).page,
                           {}});
  }
  TokenRange place{range.begin, place_end};
  while (!place.empty() && tokens[place.end - 1].is("punct")) --place.end;
  while (!place.empty() && tokens[place.begin].is("punct")) ++place.begin;
  if (!place.empty()) {
    const Evidence at = reading.evidence(place);
    fields.place = Field<std::string>{at.text, 0.97, "place.header", {at}, {}};
  }
}

// The type that a symbol without type code stands for: an official letter.
std::optional<DocumentType> untyped(const rules::RuleSet& rules) {
  for (const std::size_t i : rules.entries_of("doc_type")) {
    const rules::LexiconEntry& entry = rules.lexicon[i];
    if (entry.attributes.contains("untyped")) return DocumentType{entry.value, {}};
  }
  return std::nullopt;
}

void read_type(const Reading& reading, DocumentFields& fields) {
  const auto& rules = reading.matcher.rules();
  const std::size_t i = first_block(reading, BlockKind::kType);
  if (i != kNoBlock) {
    if (const Token* token = first_token(reading, reading.block_tokens(i), "doc_type")) {
      fields.type =
          Field<DocumentType>{{std::string(token->value), code_of_type(rules, token->value)},
                              0.98,
                              "type.header",
                              {reading.evidence(reading.text.blocks[i].span)},
                              {}};
      return;
    }
  }
  if (!fields.number || !fields.number->value.symbol) return;
  const auto coded = type_of_symbol(rules, *fields.number->value.symbol);
  if (coded) {
    fields.type = Field<DocumentType>{{*coded, code_of_type(rules, *coded)},
                                      0.9,
                                      "type.of-symbol",
                                      fields.number->evidence,
                                      {{"type", "number"}}};
  } else if (const auto letter = untyped(rules)) {
    fields.type = Field<DocumentType>{
        *letter, 0.85, "type.untyped-symbol", fields.number->evidence, {{"type", "number"}}};
  }
}

// Returns the title's tokens for what is read from it.
std::optional<TokenRange> read_title(const Reading& reading, DocumentFields& fields) {
  const std::size_t i = first_block(reading, BlockKind::kAbstract);
  if (i == kNoBlock) return std::nullopt;
  const TokenRange range = trim_title(reading, reading.block_tokens(i));
  if (range.empty()) return std::nullopt;
  const Evidence evidence = reading.evidence(range);
  fields.title = Field<std::string>{evidence.text, 0.94, "title.header", {evidence}, {}};
  return range;
}

// The issue date as far as it is known.
std::string date_of(const DocumentFields& fields) {
  if (fields.issue_date) return fields.issue_date->value;
  return fields.issue_date_partial ? fields.issue_date_partial->value : std::string();
}

void read_issuer(const Reading& reading, DocumentFields& fields) {
  std::vector<std::size_t> lines;
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    const layout::Block& block = reading.block(i);
    if (block.part == 0 && block.kind == BlockKind::kIssuer) lines.push_back(i);
  }
  if (lines.empty()) return;
  IssuerParts parts;
  parts.own = std::string(reading.block_text(lines.back()));
  if (lines.size() > 1) parts.parent = std::string(reading.block_text(lines[lines.size() - 2]));
  // "ỦY BAN MTTQ VIỆT NAM", "TỈNH ĐỒNG THÁP", "BAN THƯỜNG TRỰC": the first two are one name.
  if (lines.size() > 2 && is_bare_unit(reading, parts.parent))
    parts.parent = std::string(reading.block_text(lines[lines.size() - 3])) + " " + parts.parent;
  if (fields.place) parts.province = fields.place->value;
  parts.date = date_of(fields);
  const std::size_t abstract = first_block(reading, BlockKind::kAbstract);
  if (abstract != kNoBlock) parts.title = std::string(reading.block_text(abstract));
  const std::size_t title = first_block(reading, BlockKind::kNationalTitle);
  parts.youth = title != kNoBlock && names_youth_union(reading, reading.block_text(title));
  Field<Issuer> issuer{nominal_issuer(reading, parts), 0.97, "issuer.header", {}, {}};
  issuer.evidence.push_back(reading.evidence(reading.text.blocks[lines.back()].span));
  if (parts.used_parent) {
    issuer.evidence.push_back(reading.evidence(reading.text.blocks[lines[lines.size() - 2]].span));
  }
  if (parts.used_province && fields.place) {
    issuer.evidence.push_back(fields.place->evidence.front());
    issuer.inferred["province"] = "place";
  }
  fields.issuer = std::move(issuer);
}

std::optional<Field<std::string>> whole(const Reading& reading, BlockKind kind, const char* rule) {
  const std::size_t i = first_block(reading, kind);
  if (i == kNoBlock) return std::nullopt;
  const Evidence evidence = reading.evidence(reading.text.blocks[i].span);
  return Field<std::string>{evidence.text, 0.95, rule, {evidence}, {}};
}

// Documents issued with this one: each part has its own type and title, and no number.
void read_attached(const Reading& reading, DocumentFields& fields) {
  int part = 0;
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    const layout::Block& block = reading.block(i);
    if (block.part == 0) continue;
    if (block.kind == BlockKind::kType && block.part != part) {
      part = block.part;
      Attached attached;
      attached.confidence = 0.9;
      attached.rule = "attached.part";
      attached.evidence = {reading.evidence(reading.text.blocks[i].span)};
      const Token* type = first_token(reading, reading.block_tokens(i), "doc_type");
      attached.type = type ? std::string(type->value) : attached.evidence.front().text;
      attached.page = block.page;
      fields.attached.push_back(std::move(attached));
    } else if (block.kind == BlockKind::kAbstract && block.part == part &&
               !fields.attached.empty() && fields.attached.back().title.empty()) {
      fields.attached.back().evidence.push_back(reading.evidence(reading.text.blocks[i].span));
      fields.attached.back().title = fields.attached.back().evidence.back().text;
    }
  }
}

// A decision whose attached document is a plan issues a plan, whatever its own title says.
void plan_by_attached(DocumentFields& fields, const rules::RuleSet& rules) {
  if (!fields.plan || fields.plan->value) return;
  for (const Attached& attached : fields.attached) {
    if (code_of_type(rules, attached.type) != "KH") continue;
    fields.plan->value = true;
    fields.plan->rule = "plan.by-attached";
    fields.plan->evidence = attached.evidence;
  }
}

// A source that holds only an annex: number, date and issuer of the act that it belongs to stand
// in its reference line.
void read_reference(const Reading& reading, DocumentFields& fields) {
  const std::size_t i = first_block(reading, BlockKind::kReference);
  if (i == kNoBlock || fields.number || first_block(reading, BlockKind::kNumber) != kNoBlock)
    return;
  const TokenRange range = reading.block_tokens(i);
  const Evidence evidence = reading.evidence(reading.text.blocks[i].span);
  const Token* token = first_token(reading, range, "doc_number");
  if (token && token->value != "blank") {
    fields.number = Field<Number>{to_number(reading.tokens, *token),
                                  0.8,
                                  "number.reference",
                                  {evidence},
                                  {{"number", "reference"}}};
  }
  const Token* date = first_token(reading, range, "date");
  if (const auto iso = date ? to_iso(reading.tokens, *date) : std::nullopt;
      iso && !fields.issue_date) {
    fields.issue_date =
        Field<std::string>{*iso, 0.8, "issue-date.reference", {evidence}, {{"date", "reference"}}};
  }
  const Token* body = first_token(reading, range, "body");
  if (body && !fields.issuer) {
    IssuerParts parts;
    parts.own = std::string(reading.tokens.slice(*body));
    parts.date = date_of(fields);
    fields.issuer = Field<Issuer>{nominal_issuer(reading, parts),
                                  0.7,
                                  "issuer.reference",
                                  {evidence},
                                  {{"issuer", "reference"}}};
  }
}

}  // namespace

std::size_t first_block(const Reading& reading, BlockKind kind) {
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.block(i).kind == kind && reading.block(i).part == 0) return i;
  }
  return kNoBlock;
}

bool has_header(const Reading& reading) {
  int boxes = 0;
  for (const BlockKind kind :
       {BlockKind::kNationalTitle, BlockKind::kMotto, BlockKind::kIssuer, BlockKind::kNumber,
        BlockKind::kPlaceDate, BlockKind::kType, BlockKind::kReference}) {
    boxes += first_block(reading, kind) != kNoBlock ? 1 : 0;
  }
  // A list issued with a decision has no more than its title and the line that says so, a report to
  // an assembly its type and title.
  return boxes >= 2 || (boxes == 1 && first_block(reading, BlockKind::kAbstract) != kNoBlock);
}

DocumentFields read_header(const Reading& reading, base::Diagnostics& diagnostics) {
  DocumentFields fields;
  read_number(reading, fields, diagnostics);
  read_place_and_date(reading, fields, diagnostics);
  read_type(reading, fields);
  const auto title = read_title(reading, fields);
  read_issuer(reading, fields);
  read_reference(reading, fields);
  read_stamp(reading, fields);
  fields.urgency = whole(reading, BlockKind::kUrgency, "urgency.header");
  fields.secrecy = whole(reading, BlockKind::kSecrecy, "secrecy.header");
  if (title) fields.period = read_period(reading, *title);
  fields.plan = read_plan_flag(reading, fields, title);
  read_attached(reading, fields);
  plan_by_attached(fields, reading.matcher.rules());
  read_signature(reading, fields);
  return fields;
}

}  // namespace kehoach::plan
