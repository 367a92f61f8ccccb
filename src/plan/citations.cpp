#include "plan/citations.h"

#include <algorithm>
#include <unordered_map>

#include "language/comparison.h"
#include "plan/document/issuer.h"
#include "plan/numbers.h"
#include "plan/reading_certainty.h"

namespace kehoach::plan {
namespace {

using match::PhraseMatch;
using match::TokenRange;

// One place where a document is named.
struct Mention {
  Citation citation;
  TokenRange whole;
  bool typed = false;   // the type is printed with it, not taken from the symbol
  bool issued = false;  // a verb says that its issuer issued it, and may have more objects
};

const match::Token* first_of(const Reading& reading, std::optional<TokenRange> range) {
  return range && !range->empty() ? &reading.tokens.tokens[range->begin] : nullptr;
}

// The type's name as Decree 30 writes it: from the lexicon's value.
std::optional<std::string> type_name(const match::Token* token) {
  if (!token || token->value.empty()) return std::nullopt;
  return std::string(token->value);
}

void read_number(const Reading& reading, const PhraseMatch& match, Citation& citation) {
  const match::Token* token = first_of(reading, match.part("number"));
  if (!token) return;
  const Number number = to_number(reading.tokens, *token);
  const auto& rules = reading.matcher.rules();
  citation.number = spell_number(rules, number.printed);
  if (!citation.type && number.symbol) citation.type = type_of_symbol(rules, *number.symbol);
}

// "Luật Ngân sách nhà nước và Thông tư số 02/2022/TT-…": the number's symbol names another type
// than the one that the match begins with, and that type stands between. The match from there on.
std::optional<TokenRange> nearer_type(const Reading& reading, const PhraseMatch& match) {
  const match::Token* type = first_of(reading, match.part("type"));
  const match::Token* number = first_of(reading, match.part("number"));
  const auto title = match.part("title");
  if (!type || !number || !title) return std::nullopt;
  const auto symbol = to_number(reading.tokens, *number).symbol;
  const auto named = symbol ? type_of_symbol(reading.matcher.rules(), *symbol) : std::nullopt;
  if (!named || *named == type->value) return std::nullopt;
  for (std::size_t i = title->end; i-- > title->begin + 1;) {
    const match::Token& token = reading.tokens.tokens[i];
    if (token.is("doc_type") && token.value == *named) return TokenRange{i, match.whole.end};
  }
  return std::nullopt;
}

// "các luật mới có hiệu lực từ ngày …": in a law's name the type or the title has a capital.
bool is_nameless(const Reading& reading, const PhraseMatch& match) {
  const auto title = match.part("title");
  if (match.part("number") || !title || title->size() < 2) return false;
  const auto& tokens = reading.tokens.tokens;
  return !language::starts_upper(reading.tokens.slice(tokens[title->begin])) &&
         !language::starts_upper(reading.tokens.slice(tokens[title->begin + 1]));
}

Mention to_mention(const Reading& reading, PhraseMatch match, base::Diagnostics& diagnostics) {
  if (const auto nearer = nearer_type(reading, match)) {
    match.whole = *nearer;
    std::erase_if(match.parts, [](const auto& part) { return part.first == "title"; });
    for (auto& [name, range] : match.parts)
      if (name == "type") range = {nearer->begin, nearer->begin + 1};
  }
  Mention mention;
  mention.whole = match.whole;
  Citation& citation = mention.citation;
  citation.rule = match.rule->id;
  citation.confidence = 0.97;
  citation.type = type_name(first_of(reading, match.part("type")));
  mention.typed = citation.type.has_value();
  mention.issued = match.rule->set.contains("issued");
  read_number(reading, match, citation);
  if (const match::Token* date = first_of(reading, match.part("date"))) {
    citation.date = to_iso(reading.tokens, *date);
    if (!citation.date) {
      diagnostics.push_back({"impossible-date",
                             base::Severity::kWarning,
                             "citation " + citation.number.value_or("without number") + ": \"" +
                                 std::string(reading.tokens.slice(*date)) +
                                 "\" is no date; left empty",
                             {},
                             {}});
    }
  }
  if (const auto issuer = match.part("issuer"); issuer && !issuer->empty()) {
    citation.issuer = std::string(reading.tokens.slice(*issuer));
  }
  if (const auto title = match.part("title"); title && !title->empty()) {
    citation.title = std::string(reading.tokens.slice(*title));
  }
  citation.evidence.push_back(reading.evidence(match.whole));
  return mention;
}

// Numbers that readings of a scan do not agree on are nobody's.
bool was_read(const Reading& reading, const match::Token& number, base::Diagnostics& diagnostics) {
  constexpr double kRead = 0.5;
  const base::TextSpan span{number.span.begin, number.span.end};
  if (certainty_at(reading, span).least >= kRead) return true;
  const auto evidence = reading.evidence(span);
  diagnostics.push_back(illegible("\"" + evidence.text + "\"",
                                  "so no citation is made of it; look at the page", evidence.page,
                                  evidence.boxes));
  return false;
}

bool ends_sentence(const Reading& reading, const match::Token& token) {
  return token.is("break") || (token.is("punct") && reading.tokens.slice(token) == ".");
}

// How the sentence stands to what it cites: a relation word right before the mention ("triển khai
// thực hiện Nghị quyết …"), else the one that the sentence opens with ("Căn cứ …; …").
void read_relations(const Reading& reading, std::vector<Mention>& mentions) {
  constexpr std::size_t kRightBefore = 4;  // tokens between: "thực hiện có hiệu quả Chỉ thị"
  const auto words = reading.matcher.phrases(reading.tokens, "relation");
  std::size_t word = 0;
  std::size_t opening = 0;   // first relation word of the mention's sentence
  std::size_t sentence = 0;  // where that sentence begins
  std::size_t at = 0;
  for (Mention& mention : mentions) {
    for (; at < mention.whole.begin; ++at) {
      if (ends_sentence(reading, reading.tokens.tokens[at])) sentence = at + 1;
    }
    while (word < words.size() && words[word].whole.end <= mention.whole.begin) ++word;
    while (opening < word && words[opening].whole.begin < sentence) ++opening;
    mention.citation.relation = "mentions";
    if (opening == word) continue;
    const bool near = mention.whole.begin - words[word - 1].whole.end < kRightBefore;
    const auto& set = words[near ? word - 1 : opening].rule->set;
    if (const auto said = set.find("relation"); said != set.end())
      mention.citation.relation = said->second;
  }
}

// "Chỉ thị số 10/CT-TTg ngày … và Chỉ thị số 31/CT-TTg ngày … của Thủ tướng": the issuer holds for
// both where only a comma or "và" stands between them.
void share_issuers(const Reading& reading, std::vector<Mention>& mentions) {
  for (std::size_t i = mentions.size(); i-- > 1;) {
    Mention& left = mentions[i - 1];
    const Mention& right = mentions[i];
    const TokenRange gap{left.whole.end, right.whole.begin};
    if (left.citation.issuer || !right.citation.issuer || gap.size() != 1) continue;
    if (reading.matcher.phrases(reading.tokens, "citation_link", gap).empty()) continue;
    left.citation.issuer = right.citation.issuer;
    left.citation.evidence.push_back(right.citation.evidence.front());
  }
}

std::string_view symbol_of(const Citation& citation) {
  const std::string_view number = citation.number ? *citation.number : std::string_view();
  const std::size_t slash = number.find('/');
  return slash == std::string_view::npos ? std::string_view() : number.substr(slash);
}

// "UBND huyện đã ban hành Kế hoạch số 8/KH-UBND về … và Kế hoạch số 41/KH-UBND về …": a link right
// before the second and its symbol show that the same body issued it.
void share_issued(const Reading& reading, std::vector<Mention>& mentions) {
  const auto& tokens = reading.tokens.tokens;
  for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
    const Mention& left = mentions[i];
    Mention& right = mentions[i + 1];
    if (!left.issued || !right.typed || right.citation.issuer) continue;
    const auto symbol = symbol_of(left.citation);
    if (symbol.empty() || symbol != symbol_of(right.citation)) continue;
    if (right.whole.begin <= left.whole.end) continue;
    const TokenRange link{right.whole.begin - 1, right.whole.begin};
    if (reading.matcher.phrases(reading.tokens, "citation_link", link).empty()) continue;
    if (std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(left.whole.end),
                    tokens.begin() + static_cast<std::ptrdiff_t>(right.whole.begin),
                    [&](const match::Token& token) { return ends_sentence(reading, token); }))
      continue;
    right.citation.issuer = left.citation.issuer;
    right.citation.evidence.push_back(left.citation.evidence.front());
    right.issued = true;
  }
}

// "các Nghị quyết của Hội đồng nhân dân tỉnh: số 46/… ngày …; số 47/… ngày …": type and issuer are
// said once, before the list, and hold to the end of the sentence.
void inherit_from_heads(const Reading& reading, std::vector<Mention>& mentions) {
  const auto heads = reading.matcher.phrases(reading.tokens, "citation_head");
  std::size_t next = 0;
  const PhraseMatch* head = nullptr;
  std::size_t at = 0;
  for (Mention& mention : mentions) {
    for (; at < mention.whole.begin; ++at) {
      if (ends_sentence(reading, reading.tokens.tokens[at])) head = nullptr;
      if (next < heads.size() && heads[next].whole.begin == at) head = &heads[next++];
    }
    if (!head || mention.typed) continue;
    if (auto type = type_name(first_of(reading, head->part("type")))) mention.citation.type = type;
    if (const auto issuer = head->part("issuer"); issuer && !mention.citation.issuer) {
      mention.citation.issuer = std::string(reading.tokens.slice(*issuer));
    }
    mention.citation.evidence.push_back(reading.evidence(head->whole));
  }
}

// Mentions of one document agree in this: the number, or else date and title. Empty: nothing tells
// which document is meant, so that no other mention is known to mean the same.
std::string identity(const Citation& citation) {
  if (citation.number) return language::comparison_form(*citation.number);
  if (!citation.date || !citation.title) return {};
  return *citation.date + "\n" + language::comparison_form(*citation.title);
}

// For two of one identity.
bool same_document(const Citation& a, const Citation& b) {
  return !(a.date && b.date && a.date != b.date) && !(a.type && b.type && a.type != b.type);
}

int fullness(const Citation& c) {
  return (c.date ? 8 : 0) + (c.issuer ? 4 : 0) + (c.type ? 2 : 0) + (c.title ? 1 : 0);
}

// Keeps the fuller of two mentions of one document; the other becomes further evidence.
void merge(Citation& kept, Citation other) {
  if (fullness(other) > fullness(kept)) std::swap(kept, other);
  if (!kept.type) kept.type = other.type;
  if (!kept.issuer) kept.issuer = other.issuer;
  if (kept.relation == "mentions") kept.relation = other.relation;
  kept.evidence.insert(kept.evidence.end(), other.evidence.begin(), other.evidence.end());
}

// Each document once, at the place of its first mention.
std::vector<Citation> each_once(std::vector<Mention>& mentions) {
  std::vector<Citation> citations;
  std::unordered_map<std::string, std::vector<std::size_t>> known;  // by identity
  for (Mention& mention : mentions) {
    const std::string key = identity(mention.citation);
    std::vector<std::size_t> none;
    auto& alike = key.empty() ? none : known[key];
    const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t i) {
      return same_document(citations[i], mention.citation);
    });
    if (same != alike.end()) {
      merge(citations[*same], std::move(mention.citation));
    } else {
      alike.push_back(citations.size());
      citations.push_back(std::move(mention.citation));
    }
  }
  return citations;
}

bool is_own(const Citation& citation, const DocumentFields& own) {
  if (!own.number || !citation.number) return false;
  if (language::comparison_form(*citation.number) !=
      language::comparison_form(own.number->value.printed)) {
    return false;
  }
  return !citation.date || !own.issue_date || *citation.date == own.issue_date->value;
}

}  // namespace

std::vector<Citation> read_citations(const Reading& reading, const DocumentFields& own,
                                     base::Diagnostics& diagnostics) {
  std::vector<Mention> mentions;
  for (const PhraseMatch& match : reading.matcher.phrases(reading.tokens, "citation")) {
    if (is_nameless(reading, match)) continue;
    const std::size_t at = reading.tokens.span(match.whole).begin;
    const std::size_t block = reading.text.block_at(at);
    if (block < reading.text.blocks.size()) {
      const layout::BlockKind kind = reading.block(block).kind;
      if (kind == layout::BlockKind::kNumber || kind == layout::BlockKind::kReference) continue;
    }
    const match::Token* number = first_of(reading, match.part("number"));
    if (number && number->value == "blank") continue;
    if (number && !was_read(reading, *number, diagnostics)) continue;
    Mention mention = to_mention(reading, match, diagnostics);
    if (!mention.citation.number && !mention.citation.date) continue;
    mentions.push_back(std::move(mention));
  }
  read_relations(reading, mentions);
  share_issuers(reading, mentions);
  share_issued(reading, mentions);
  inherit_from_heads(reading, mentions);

  std::erase_if(mentions, [&](const Mention& mention) { return is_own(mention.citation, own); });
  return each_once(mentions);
}

void complete_issuers(const Reading& reading, const std::string& province,
                      std::vector<Citation>& citations) {
  for (Citation& citation : citations) {
    if (citation.issuer) citation.issuer = with_province(reading, *citation.issuer, province);
  }
}

}  // namespace kehoach::plan
