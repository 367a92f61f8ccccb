#include "plan/figures/figure_cells.h"

#include <algorithm>

#include "match/values.h"
#include "plan/figures/figure_quantities.h"

namespace kehoach::plan {
namespace {

using match::Token;
using match::TokenRange;

constexpr std::size_t kLongestValue = 80;  // bytes
constexpr std::size_t kLongestUnit = 60;
constexpr std::size_t kWordsBehind = 6;  // what is counted, "tỉnh dẫn đầu"

std::string attribute(const Token& token, const std::string& key) {
  if (!token.entry) return {};
  const auto found = token.entry->attributes.find(key);
  return found == token.entry->attributes.end() ? std::string() : found->second;
}

bool is_year(double value) { return value >= 1945 && value <= 2099; }

class UnitReader {
 public:
  UnitReader(const Reading& reading, TokenRange range) : reading_(reading), range_(range) {}

  std::optional<PrintedUnit> read() {
    while (!range_.empty() && token(range_.begin).is("punct") && text(range_.begin) != "%")
      ++range_.begin;
    PrintedUnit result;
    for (; !range_.empty(); ++range_.begin) {
      const Token& next = token(range_.begin);
      if (next.is("number")) {  // "1.000 tấn"
        result.factor *= match::parse_number(text(range_.begin)).value_or(1);
      } else if (next.is("multiplier")) {
        result.factor *= factor_of(next.value);
      } else {
        break;
      }
    }
    if (range_.empty()) return std::nullopt;
    result.printed = reading_.tokens.slice(range_);
    read_kind(result);
    return result;
  }

 private:
  const Token& token(std::size_t i) const { return reading_.tokens.tokens[i]; }
  std::string_view text(std::size_t i) const { return reading_.tokens.slice(token(i)); }

  // A unit with rules of its own counts as one only alone or before a stroke: "ngày công" are no
  // days.
  void read_kind(PrintedUnit& result) const {
    result.unit = "count";
    const Token& first = token(range_.begin);
    const bool alone = range_.size() == 1;
    const bool rate = !alone && text(range_.begin + 1) == "/";
    const Token& last = token(range_.end - 1);
    if (rate && last.is("unit", "duration") && attribute(last, "scale") == kYear)
      result.per = "year";
    if (!first.is("unit") || !(alone || rate) || first.value == "permille") return;
    result.unit = first.value;
    if (const std::string scale = attribute(first, "scale"); !scale.empty())
      result.factor *= factor_of(scale);
  }

  static constexpr std::string_view kYear = "365";  // days, as the lexicon says it
  const Reading& reading_;
  TokenRange range_;
};

class ValueReader {
 public:
  ValueReader(const Reading& reading, TokenRange range) : reading_(reading), range_(range) {}

  std::optional<CellValue> read() {
    std::size_t i = before(range_.begin);
    if (i >= range_.end || !read_number(i)) return std::nullopt;
    ++i;
    if (i + 1 < range_.end && is_dash(i) && token(i + 1).is("number")) {
      high_ = match::parse_number(text(i + 1));
      i += 2;
    }
    for (; i < range_.end && token(i).is("multiplier"); ++i)
      value_.factor *= factor_of(token(i).value);
    if (!behind(i)) return std::nullopt;
    value_.bounds = bounds_of(low_, high_, words_);
    return value_;
  }

 private:
  const Token& token(std::size_t i) const { return reading_.tokens.tokens[i]; }
  std::string_view text(std::size_t i) const { return reading_.tokens.slice(token(i)); }
  bool is_dash(std::size_t i) const { return text(i) == "-" || text(i) == "–" || text(i) == "÷"; }

  void take_word(const Token& token) {
    if (token.is("approximate")) words_.push_back("about");
    if (!token.is("bound")) return;
    const bool exclusive = attribute(token, "exclusive") == "true";
    if (token.value == "lower") words_.push_back(exclusive ? "over" : "min");
    if (token.value == "upper") words_.push_back(exclusive ? "under" : "max");
  }

  // Verbs and bounds before the number; where it stands.
  std::size_t before(std::size_t i) {
    for (; i < range_.end; ++i) {
      const Token& next = token(i);
      if (next.is("change")) {
        verb_ = &next;
        value_.change = next.value;
      } else if (next.is("bound") || next.is("approximate")) {
        take_word(next);
      } else {
        break;
      }
    }
    return i;
  }

  bool read_number(std::size_t i) {
    const Token& next = token(i);
    std::optional<double> low;
    if (next.is("number")) {
      low = match::parse_number(text(i));
    } else if (next.is("range")) {
      low = match::parse_number(reading_.tokens.part(next, "min"));
      high_ = match::parse_number(reading_.tokens.part(next, "max"));
    } else if (next.is("fraction")) {
      low = match::parse_number(reading_.tokens.part(next, "value"));
      value_.of = match::parse_number(reading_.tokens.part(next, "of"));
    }
    if (!low) return false;
    low_ = *low;
    return true;
  }

  // Unit, what is counted, a bound ("trở lên"); false if another number stands there.
  bool behind(std::size_t i) {
    std::size_t end = range_.end;
    while (end > i &&
           (token(end - 1).is("bound") || text(end - 1) == "." || text(end - 1) == ";")) {
      take_word(token(end - 1));
      --end;
    }
    if (i == end) return true;
    if (end - i > kWordsBehind) return false;
    for (std::size_t k = i; k < end; ++k) {
      const bool known = token(k).is("word") || token(k).is("unit") || token(k).is("counter") ||
                         text(k) == "/" || token(k).is("expression");
      if (!known) return false;
    }
    std::size_t unit_end = end;
    if (token(i).is("unit")) {
      unit_end = i + 1;
      while (unit_end + 1 < end && text(unit_end) == "/") unit_end += 2;
    }
    value_.unit = UnitReader(reading_, {i, unit_end}).read();
    if (verb_ && value_.unit) value_.change = change_of(*verb_, value_.unit->unit);
    return value_.unit.has_value();
  }

  const Reading& reading_;
  TokenRange range_;
  CellValue value_;
  const Token* verb_ = nullptr;
  double low_ = 0;
  std::optional<double> high_;
  std::vector<std::string_view> words_;
};

}  // namespace

std::optional<PrintedUnit> read_unit(const Reading& reading, base::TextSpan span) {
  if (span.empty() || span.size() > kLongestUnit) return std::nullopt;
  return UnitReader(reading, reading.tokens.within({span.begin, span.end})).read();
}

std::optional<CellValue> read_cell_value(const Reading& reading, base::TextSpan cell) {
  if (cell.empty() || cell.size() > kLongestValue) return std::nullopt;
  const TokenRange range = reading.tokens.within({cell.begin, cell.end});
  if (range.empty()) return std::nullopt;
  auto value = ValueReader(reading, range).read();
  // "2025" alone in a cell is as likely a year.
  const bool bare = value && !value->unit && range.size() == 1 && cell.size() == 4;
  if (bare && value->bounds.min && is_year(*value->bounds.min)) return std::nullopt;
  return value;
}

}  // namespace kehoach::plan
