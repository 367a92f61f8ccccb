#include "plan/document/properties.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "layout/web/property_lines.h"
#include "plan/document/issuer.h"
#include "plan/document/published.h"
#include "plan/document/title.h"
#include "plan/numbers.h"
#include "plan/tables/table_grid.h"
#include "plan/tasks/task_list.h"

namespace kehoach::plan {
namespace {

using base::TextSpan;
using layout::BlockKind;
using match::Token;
using match::TokenRange;

constexpr double kListed = 0.95;
constexpr std::size_t kLeast = 3;  // attributes of a list, the number among them

// The first value of each attribute; nothing where two numbers are listed.
class PropertyList {
 public:
  explicit PropertyList(const Reading& reading) : reading_(reading) {
    for (std::size_t i = 0; i < reading.text.blocks.size(); ++i) {
      if (reading.block(i).kind == BlockKind::kTableRow) {
        for (const TextSpan cell : cells_of(reading, i)) add(cell);
        waiting_.clear();
      } else {
        add(reading.text.blocks[i].span);
      }
    }
  }

  bool of_one_document() const {
    return !several_ && values_.contains("number") && values_.size() >= kLeast;
  }
  std::optional<TokenRange> value(const std::string& name) const {
    const auto found = values_.find(name);
    if (found == values_.end()) return std::nullopt;
    return reading_.tokens.within({found->second.begin, found->second.end});
  }

 private:
  // A line or cell.
  void add(TextSpan span) {
    const std::string_view text = reading_.text.slice(span);
    const auto labels = layout::property_labels(text, reading_.matcher);
    if (labels.empty()) {
      if (!waiting_.empty() && !span.empty()) keep(std::exchange(waiting_, {}), span);
      return;
    }
    waiting_.clear();
    for (std::size_t k = 0; k < labels.size(); ++k) {
      const auto end = k + 1 < labels.size() ? labels[k + 1].begin : text.size();
      const auto local = trimmed(text, {labels[k].end, end});
      if (!local.empty()) {
        keep(labels[k].name, {span.begin + local.begin, span.begin + local.end});
      } else if (k + 1 == labels.size()) {
        waiting_ = labels[k].name;
      }
    }
  }

  void keep(const std::string& name, TextSpan value) {
    if (name == "other" || name == "posted" || layout::is_blank_value(reading_.text.slice(value)))
      return;
    const auto [known, fresh] = values_.emplace(name, value);
    if (!fresh && name == "number" &&
        reading_.text.slice(known->second) != reading_.text.slice(value))
      several_ = true;
  }

  const Reading& reading_;
  std::map<std::string, TextSpan> values_;
  std::string waiting_;  // a label whose value stands in the next line or cell
  bool several_ = false;
};

class ListedDocument {
 public:
  ListedDocument(const Reading& reading, const PropertyList& list)
      : reading_(reading), list_(list) {}

  std::optional<DocumentFields> read() {
    read_number();
    if (!fields_.number) return std::nullopt;
    read_type();
    read_date();
    read_issuer();
    read_signer();
    read_title();
    return std::move(fields_);
  }

 private:
  const Token* token_of(TokenRange range, std::string_view type) const {
    for (auto i = range.begin; i < range.end; ++i)
      if (reading_.tokens.tokens[i].is(type)) return &reading_.tokens.tokens[i];
    return nullptr;
  }

  template <class T>
  Field<T> field(T value, const char* rule, TokenRange range) const {
    return {std::move(value), kListed, rule, {reading_.evidence(range)}, {}};
  }

  void read_number() {
    const auto range = list_.value("number");
    if (!range) return;
    if (const Token* token = token_of(*range, "doc_number"))
      fields_.number = field(to_number(reading_.tokens, *token), "number.listed", *range);
  }

  void read_type() {
    const auto& rules = reading_.matcher.rules();
    if (const auto range = list_.value("type")) {
      if (const Token* token = token_of(*range, "doc_type")) {
        fields_.type =
            field(DocumentType{std::string(token->value), code_of_type(rules, token->value)},
                  "type.listed", *range);
        return;
      }
    }
    const auto& symbol = fields_.number->value.symbol;
    const auto coded = symbol ? type_of_symbol(rules, *symbol) : std::nullopt;
    if (!coded) return;
    fields_.type = Field<DocumentType>{{*coded, code_of_type(rules, *coded)},
                                       kListed - 0.05,
                                       "type.of-symbol",
                                       fields_.number->evidence,
                                       {{"type", "number"}}};
  }

  void read_date() {
    const auto range = list_.value("date");
    if (!range) return;
    const Token* token = token_of(*range, "date");
    if (!token) return;
    if (const auto iso = to_iso(reading_.tokens, *token))
      fields_.issue_date = field(*iso, "issue-date.listed", *range);
  }

  void read_issuer() {
    const auto range = list_.value("issuer");
    if (!range || range->empty()) return;
    IssuerParts parts;
    parts.own = with_local_unit(reading_, std::string(reading_.tokens.slice(*range)));
    const auto provinces = named_provinces(reading_);
    if (!provinces.empty()) parts.province = provinces.front().name;
    if (fields_.issue_date) parts.date = fields_.issue_date->value;
    Field<Issuer> issuer = field(nominal_issuer(reading_, parts), "issuer.listed", *range);
    if (parts.used_province) note_page_province(parts.province, issuer);
    fields_.issuer = std::move(issuer);
  }

  void read_signer() {
    if (const auto range = list_.value("signer"))
      fields_.signer =
          field(std::string(reading_.tokens.slice(*range)), "signature.listed", *range);
    if (const auto range = list_.value("position"); range && fields_.signer)
      fields_.signer_position =
          field(std::string(reading_.tokens.slice(*range)), "position.listed", *range);
  }

  void read_title() {
    auto range = list_.value("title");
    if (!range) range = title_of_headline();
    if (range) range = trim_title(reading_, *range);
    if (range && !range->empty()) {
      fields_.title = field(std::string(reading_.tokens.slice(*range)), "title.listed", *range);
      fields_.period = read_period(reading_, *range);
    } else {
      range.reset();
    }
    fields_.plan = read_plan_flag(reading_, fields_, range);
  }

  // "Quyết định số 12/QĐ-UBND Ban hành …": what follows the number.
  std::optional<TokenRange> title_of_headline() const {
    for (std::size_t i = 0; i < reading_.text.blocks.size(); ++i) {
      if (reading_.block(i).kind != BlockKind::kHeadline) continue;
      TokenRange range = reading_.block_tokens(i);
      const Token* number = token_of(range, "doc_number");
      if (!number || to_number(reading_.tokens, *number).printed != fields_.number->value.printed)
        continue;
      range.begin = static_cast<std::size_t>(number - reading_.tokens.tokens.data()) + 1;
      while (range.begin < range.end && reading_.tokens.tokens[range.begin].is("punct"))
        ++range.begin;
      return range;
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const PropertyList& list_;
  DocumentFields fields_;
};

}  // namespace

std::optional<DocumentFields> read_listed_document(const Reading& reading) {
  const PropertyList list(reading);
  if (!list.of_one_document()) return std::nullopt;
  return ListedDocument(reading, list).read();
}

}  // namespace kehoach::plan
