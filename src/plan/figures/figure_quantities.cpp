#include "plan/figures/figure_quantities.h"

#include <algorithm>

#include "match/values.h"

namespace kehoach::plan {
namespace {

std::string constant(const rules::PhraseRule& rule, const std::string& key) {
  const auto found = rule.set.find(key);
  return found == rule.set.end() ? std::string() : found->second;
}

std::string attribute(const match::Token& token, const std::string& key) {
  if (!token.entry) return {};
  const auto found = token.entry->attributes.find(key);
  return found == token.entry->attributes.end() ? std::string() : found->second;
}

class QuantityReader {
 public:
  QuantityReader(const Reading& reading, const match::PhraseMatch& match)
      : tokens_(reading.tokens), match_(match), kind_(constant(*match.rule, "kind")) {}

  std::optional<Quantity> read() {
    Quantity result;
    result.rule = match_.rule;
    result.trend = kind_ == "trend";
    result.fraction = kind_ == "fraction";
    result.from_to = kind_ == "from-to";
    result.possessed = match_.part("has").has_value();
    read_ranges(result);
    read_unit(result);
    read_change(result);
    if (!result.trend && !read_bounds(result)) return std::nullopt;
    if (kind_ == "zero" && result.bounds.min != 0) return std::nullopt;
    if (match_.part("per")) result.per = "year";
    return result;
  }

 private:
  const match::Token* first(std::string_view part) const {
    const auto range = match_.part(part);
    return range && !range->empty() ? &tokens_.tokens[range->begin] : nullptr;
  }

  // A rule may look past its quantity: what counts ends with the last of its parts.
  void read_ranges(Quantity& result) const {
    result.whole = {match_.whole.begin, match_.whole.begin};
    for (const auto& [name, range] : match_.parts)
      result.whole.end = std::max(result.whole.end, range.end);
    const auto unit = match_.part("unit") ? match_.part("unit") : match_.part("noun");
    result.number = unit.value_or(match_.whole);
    for (const auto& name : {"range", "fraction", "number"})
      if (const auto part = match_.part(name)) result.number = *part;
    result.amount = result.number;
    for (const auto& name : {"high", "fraction", "fraction_high", "unit", "noun"})
      if (const auto part = match_.part(name))
        result.amount.end = std::max(result.amount.end, part->end);
    result.number.end = unit ? std::max(unit->begin, result.number.end) : result.amount.end;
  }

  // The last of several verbs decides: "giảm xuống còn" is a level, not a change.
  void read_change(Quantity& result) const {
    if (const auto range = match_.part("change")) {
      for (std::size_t i = range->begin; i < range->end; ++i) {
        const auto& token = tokens_.tokens[i];
        if (!token.is("change")) continue;
        result.change = change_of(token, result.unit);
        result.ends = !attribute(token, "mode").empty();
      }
    }
    if (match_.part("reach")) result.change = "reach";
    if (const auto fixed = constant(*match_.rule, "change"); !fixed.empty()) result.change = fixed;
    if (kind_ == "group" && result.change != "maintain") result.change = "reach";
  }

  void read_unit(Quantity& result) {
    result.unit = constant(*match_.rule, "unit");
    if (const auto* token = first("unit")) {
      result.unit_word = tokens_.slice(*match_.part("unit"));
      factor_ *= factor_of(attribute(*token, "scale"));
      if (result.unit.empty()) result.unit = token->value;
      if (result.unit == "permille") result.unit = "count";
    } else if (match_.part("noun")) {
      result.unit_word = tokens_.slice(*match_.part("noun"));
    } else if (kind_ == "leading") {  // "12km"
      const std::string_view printed = tokens_.slice(*first("number"));
      result.unit_word = printed.substr(printed.find_first_not_of("0123456789,."));
    }
  }

  // Bound words, approximations and multipliers, wherever they stand in the phrase.
  std::vector<std::string_view> read_words() {
    std::vector<std::string_view> words;
    if (match_.part("from")) words.push_back("from");
    // "0,2 trên 1.000 dân": behind the number of a rate stands no bound.
    const std::size_t end = kind_ == "leading" ? match_.part("number")->begin : match_.whole.end;
    for (std::size_t i = match_.whole.begin; i < end; ++i) {
      const auto& token = tokens_.tokens[i];
      if (token.is("multiplier")) factor_ *= factor_of(token.value);
      if (token.is("approximate")) words.push_back("about");
      if (!token.is("bound")) continue;
      const bool exclusive = attribute(token, "exclusive") == "true";
      if (attribute(token, "after") == "true") words.push_back("after");
      if (token.value == "lower") words.push_back(exclusive ? "over" : "min");
      if (token.value == "upper") words.push_back(exclusive ? "under" : "max");
    }
    return words;
  }

  bool read_bounds(Quantity& result) {
    const auto words = read_words();
    result.bound = !words.empty();
    result.ends = result.ends || match_.part("reach").has_value();
    result.starts = words.size() == 1 && words.front() == "from";
    const bool after = std::find(words.begin(), words.end(), "after") != words.end();
    result.after = after;
    result.floor = !after && (std::find(words.begin(), words.end(), "min") != words.end() ||
                              std::find(words.begin(), words.end(), "max") != words.end());
    std::optional<double> low, high;
    if (const auto* range = first("range")) {
      low = match::parse_number(tokens_.part(*range, "min"));
      high = match::parse_number(tokens_.part(*range, "max"));
      // "7% - 0%": misprinted or misread; which end is wrong cannot be said.
      if (low && high && *high < *low && kind_ != "place" && kind_ != "from-to") return false;
    } else if (const auto* fraction = first("fraction"); fraction && !first("number")) {
      low = match::parse_number(tokens_.part(*fraction, "value"));
      result.of = match::parse_number(tokens_.part(*fraction, "of"));
    } else {
      low = number_of("number");
      high = number_of("high");
      if (const auto* last = first("fraction_high")) {
        high = match::parse_number(tokens_.part(*last, "value"));
        result.of = match::parse_number(tokens_.part(*last, "of"));
      }
    }
    if (!low) return false;
    // A bare number that reads as a year is one: "Thời gian hoàn thành: 2027".
    if (kind_ == "bare" && *low >= 1945 && *low <= 2099) return false;
    result.bounds = kind_ == "group" ? group_bounds(*low, high) : bounds_of(*low, high, words);
    result.bounds = scaled(result.bounds, factor_);
    // "xếp hạng từ 50 trở lên": up is towards the first place.
    if (kind_ == "place" && after) std::swap(result.bounds.min, result.bounds.max);
    return true;
  }

  std::optional<double> number_of(std::string_view part) const {
    const auto* token = first(part);
    if (!token) return std::nullopt;
    const std::string_view printed = tokens_.slice(*token);
    if (kind_ != "age" && kind_ != "leading") return match::parse_number(printed);
    return match::parse_number(printed.substr(0, printed.find_first_not_of("0123456789,.")));
  }

  const match::TokenSequence& tokens_;
  const match::PhraseMatch& match_;
  std::string kind_;
  double factor_ = 1;
};

}  // namespace

std::string change_of(const match::Token& verb, const std::string& unit) {
  const std::string only = attribute(verb, "of");
  return only.empty() || only == unit ? std::string(verb.value) : "reach";
}

std::vector<Quantity> read_quantities(const Reading& reading, match::TokenRange within) {
  std::vector<Quantity> found;
  for (const auto& match : reading.matcher.phrases(reading.tokens, "quantity", within)) {
    if (auto quantity = QuantityReader(reading, match).read()) found.push_back(*quantity);
  }
  return found;
}

}  // namespace kehoach::plan
