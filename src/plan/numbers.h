// Document numbers and dates from their tokens.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "match/matcher.h"
#include "plan/record.h"

namespace kehoach::plan {

// "193 /KH- UBND" as "193/KH-UBND": no spaces around strokes and hyphens, one elsewhere.
std::string tidy_number(std::string_view printed);

// An all-capital title prints "31/CT-TTG" for 31/CT-TTg: the lexicon `symbol_case` knows.
std::string spell_number(const rules::RuleSet& rules, std::string number);

// A number from a `doc_number` token (parts serial, year, symbol) or a bare `number` token, which
// is an incomplete one ("kế hoạch số 185").
Number to_number(const match::TokenSequence& tokens, const match::Token& token);

// A type's code in a symbol: "KH" of "KH-UBND", "QĐ" of "QĐ-TTg"; none for "UBND-VP7".
std::optional<std::string> type_of_symbol(const rules::RuleSet& rules, std::string_view symbol);

// The code of a type by its name, from the lexicon; empty if it has none.
std::string code_of_type(const rules::RuleSet& rules, std::string_view type);

// ISO date of a `date` token whose parts day, month and year are all there and make a date.
std::optional<std::string> to_iso(const match::TokenSequence& tokens, const match::Token& token);

}  // namespace kehoach::plan
