#include "plan/document/about.h"

#include <algorithm>

#include "language/comparison.h"
#include "match/values.h"
#include "plan/document/iso_time.h"
#include "plan/document/issuer.h"
#include "plan/document/published.h"
#include "plan/document/title.h"
#include "plan/numbers.h"

namespace kehoach::plan {
namespace {

using match::PhraseMatch;
using match::Token;
using match::TokenRange;

constexpr double kStatement = 0.95, kMention = 0.75, kDraft = 0.7, kHeadline = 0.85;

// How the page says which document it is about.
struct Subject {
  PhraseMatch match;
  double confidence = 0;
};

bool of_same_type(const Reading& reading, const PhraseMatch& a, const PhraseMatch& b) {
  const auto type = [&](const PhraseMatch& match) -> std::string_view {
    const auto range = match.part("type");
    return range ? reading.tokens.tokens[range->begin].value : std::string_view();
  };
  return type(a) == type(b);
}

// A draft is what the page is about only where the headline says so; meetings talk of many.
std::optional<Subject> find_draft(const Reading& reading) {
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.block(i).kind != layout::BlockKind::kHeadline) continue;
    const auto drafts = reading.matcher.phrases(reading.tokens, "draft", reading.block_tokens(i));
    if (!drafts.empty()) return Subject{drafts.front(), kDraft};
  }
  return std::nullopt;
}

// The first statement; where it gives no number (a headline, a lead), the first that repeats it
// with one. Without statements what the page names as its ground, last a draft.
std::optional<Subject> find_subject(const Reading& reading,
                                    const std::vector<PhraseMatch>& statements) {
  if (!statements.empty()) {
    const PhraseMatch* chosen = &statements.front();
    for (const PhraseMatch& other : statements) {
      if (chosen->part("number")) break;
      if (other.part("number") && of_same_type(reading, *chosen, other)) chosen = &other;
    }
    return Subject{*chosen, kStatement};
  }
  const auto mentions = reading.matcher.phrases(reading.tokens, "mention");
  if (!mentions.empty()) return Subject{mentions.front(), kMention};
  return find_draft(reading);
}

const Token* part_token(const Reading& reading, const PhraseMatch& match, std::string_view name) {
  const auto range = match.part(name);
  return range && !range->empty() ? &reading.tokens.tokens[range->begin] : nullptr;
}

void read_number_and_type(const Reading& reading, const PhraseMatch& match, double confidence,
                          DocumentFields& fields) {
  const auto& rules = reading.matcher.rules();
  if (const Token* token = part_token(reading, match, "number")) {
    const auto range = *match.part("number");
    const auto type = match.part("type");
    const TokenRange shown{type ? type->begin : range.begin, range.end};
    fields.number = Field<Number>{to_number(reading.tokens, *token),
                                  confidence,
                                  match.rule->id,
                                  {reading.evidence(shown)},
                                  {}};
  }
  if (const Token* token = part_token(reading, match, "type")) {
    fields.type =
        Field<DocumentType>{{std::string(token->value), code_of_type(rules, token->value)},
                            confidence,
                            match.rule->id,
                            {reading.evidence(*match.part("type"))},
                            {}};
  } else if (fields.number && fields.number->value.symbol) {
    if (const auto coded = type_of_symbol(rules, *fields.number->value.symbol)) {
      fields.type = Field<DocumentType>{{*coded, code_of_type(rules, *coded)},
                                        confidence - 0.05,
                                        "type.of-symbol",
                                        fields.number->evidence,
                                        {{"type", "number"}}};
    }
  }
}

// A day and month without a year: the year of the posting, unless that puts the date after it.
std::optional<std::string> with_posted_year(const Reading& reading, const Token& token,
                                            const std::string& published) {
  const std::string_view day = reading.tokens.part(token, "day");
  const std::string_view month = reading.tokens.part(token, "month");
  const std::string posted = day_in_vietnam(published);
  const auto year = match::parse_int(std::string_view(posted).substr(0, 4));
  if (!year) return std::nullopt;
  auto iso = match::iso_date(day, month, std::to_string(*year));
  if (iso && *iso > posted) iso = match::iso_date(day, month, std::to_string(*year - 1));
  return iso;
}

void read_date(const Reading& reading, const PhraseMatch& match, const SourceFacts& source,
               double confidence, DocumentFields& fields, base::Diagnostics& diagnostics) {
  const Token* token = part_token(reading, match, "date");
  std::string_view part = "date";
  if (const Token* own = part_token(reading, match, "own_date")) {
    token = own;
    part = "own_date";
  }
  if (!token) return;
  const Evidence evidence = reading.evidence(*match.part(part));
  if (const auto iso = to_iso(reading.tokens, *token)) {
    fields.issue_date = Field<std::string>{*iso, confidence, match.rule->id, {evidence}, {}};
    return;
  }
  if (source.published) {
    if (const auto iso = with_posted_year(reading, *token, *source.published)) {
      Evidence posted;
      posted.source = Evidence::Source::kMetadata;
      posted.text = *source.published;
      fields.issue_date = Field<std::string>{
          *iso, confidence - 0.03, match.rule->id, {evidence, posted}, {{"year", "published"}}};
      return;
    }
  }
  diagnostics.push_back(
      {"date-without-year",
       base::Severity::kWarning,
       "\"" + evidence.text + "\" has no year and the page shows no posting time; no date is taken",
       {},
       {}});
}

// The title: what follows the statement up to the end of its sentence, or to words that start
// another clause.
std::optional<TokenRange> title_after(const Reading& reading, const PhraseMatch& match) {
  const auto& tokens = reading.tokens.tokens;
  const auto inside = match.part("title");  // an act's title begins within what names it
  const std::size_t begin = inside ? inside->begin : match.whole.end;
  TokenRange range{begin, begin};
  while (range.end < tokens.size()) {
    const Token& token = tokens[range.end];
    if (token.is("break")) break;
    if (token.is("punct") && reading.tokens.slice(token) == ".") break;
    ++range.end;
  }
  for (const PhraseMatch& stop : reading.matcher.phrases(reading.tokens, "title_stop", range)) {
    range.end = stop.whole.begin;
    break;
  }
  while (range.begin < range.end && tokens[range.begin].is("punct") &&
         reading.tokens.slice(tokens[range.begin]) == ",") {
    ++range.begin;
  }
  const auto leads = reading.matcher.phrases(reading.tokens, "statement_title", range);
  if (leads.empty() || leads.front().whole.begin != range.begin) return std::nullopt;
  if (const auto skipped = leads.front().part("lead")) range.begin = skipped->end;
  range = trim_title(reading, range);
  return range.empty() ? std::nullopt : std::optional(range);
}

// A headline that is itself the plan's name: "Kế hoạch giảm nghèo huyện … năm 2024".
std::optional<TokenRange> title_of_headline(const Reading& reading, std::string_view type) {
  for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
    if (reading.block(i).kind != layout::BlockKind::kHeadline) continue;
    TokenRange range = reading.block_tokens(i);
    if (range.empty() || !reading.tokens.tokens[range.begin].is("doc_type", type)) continue;
    ++range.begin;
    range = trim_title(reading, range);
    if (!range.empty()) return range;
  }
  return std::nullopt;
}

// Where the page reports no number, a headline that is the plan's name says more than the sentence.
void read_title(const Reading& reading, const PhraseMatch& match, double confidence,
                DocumentFields& fields) {
  auto title = title_after(reading, match);
  if (fields.type && !fields.number) {
    if (const auto named = title_of_headline(reading, fields.type->value.name)) {
      title = named;
      confidence = std::min(confidence, kHeadline);
    }
  }
  if (title) {
    const Evidence evidence = reading.evidence(*title);
    fields.title =
        Field<std::string>{evidence.text, confidence - 0.03, match.rule->id, {evidence}, {}};
    fields.period = read_period(reading, *title);
  }
  if (!fields.period) fields.period = read_period_clause(reading);
  fields.plan = read_plan_flag(reading, fields, title);
}

void read_issuer(const Reading& reading, const PhraseMatch& match, const SourceFacts& source,
                 double confidence, DocumentFields& fields) {
  auto range = match.part("own_issuer");
  if (!range || range->empty()) range = match.part("issuer");
  if (!range || range->empty()) return;
  IssuerParts parts;
  parts.own = with_local_unit(reading, std::string(reading.tokens.slice(*range)));
  const auto provinces = named_provinces(reading);
  if (!provinces.empty()) parts.province = provinces.front().name;
  parts.date =
      fields.issue_date ? fields.issue_date->value : day_in_vietnam(source.published.value_or(""));
  Field<Issuer> issuer{
      nominal_issuer(reading, parts), confidence, match.rule->id, {reading.evidence(*range)}, {}};
  if (parts.used_province) note_page_province(parts.province, issuer);
  fields.issuer = std::move(issuer);
}

}  // namespace

std::optional<DocumentFields> read_about(const Reading& reading, const SourceFacts& source,
                                         base::Diagnostics& diagnostics) {
  const auto statements = reading.matcher.phrases(reading.tokens, "statement");
  const auto subject = find_subject(reading, statements);
  if (!subject) return std::nullopt;
  const PhraseMatch& match = subject->match;
  const double confidence = subject->confidence;

  DocumentFields fields;
  read_number_and_type(reading, match, confidence, fields);
  read_date(reading, match, source, confidence, fields, diagnostics);
  read_issuer(reading, match, source, confidence, fields);
  read_title(reading, match, confidence, fields);
  for (std::size_t i = 0; i < statements.size(); ++i) {
    const Token* other = part_token(reading, statements[i], "number");
    if (!other || !fields.number) continue;
    const Number number = to_number(reading.tokens, *other);
    if (number.printed == fields.number->value.printed) continue;
    diagnostics.push_back({"number-conflict",
                           base::Severity::kInfo,
                           "the page also reports " + number.printed +
                               "; the first document that it reports is taken",
                           {},
                           {}});
  }
  return fields;
}

}  // namespace kehoach::plan
