#include "match/symbol_table.h"

#include "base/utf8.h"

namespace kehoach::match {
namespace {

// The unified ideographs first, three bytes each and without a case; then plane 2.
constexpr char32_t kFirst = 0x4E00, kFirstEnd = 0x9FFF, kSecond = 0x20000;

char32_t nth_symbol(std::size_t n) {
  constexpr std::size_t kFirstCount = kFirstEnd - kFirst;
  return static_cast<char32_t>(n < kFirstCount ? kFirst + n : kSecond + (n - kFirstCount));
}

}  // namespace

void SymbolTable::add_kind(std::string_view type, std::string_view value) {
  add_kind(type, value, 0);
}

std::uint32_t SymbolTable::add_literal(const std::vector<std::uint32_t>& units) {
  return literals_.try_emplace(units, static_cast<std::uint32_t>(literals_.size() + 1))
      .first->second;
}

void SymbolTable::add_kind(std::string_view type, std::string_view value, std::uint32_t literal) {
  symbols_[{std::string(type), "", 0}] = 0;
  symbols_[{std::string(type), std::string(value), 0}] = 0;
  symbols_[{std::string(type), std::string(value), literal}] = 0;
}

// The map is ordered by type, then value: a type is one range, and so is a value.
void SymbolTable::number_kinds() {
  std::size_t n = 0;
  for (auto& [kind, symbol] : symbols_) {
    symbol = nth_symbol(n++);
    if (std::get<2>(kind) != 0) by_literal_[std::get<2>(kind)].insert(symbol);
  }
}

char32_t SymbolTable::symbol(std::string_view type, std::string_view value,
                             std::uint32_t literal) const {
  const auto exact = symbols_.find(std::make_tuple(type, value, literal));
  if (exact != symbols_.end()) return exact->second;
  const auto valued = symbols_.find(std::make_tuple(type, value, std::uint32_t{0}));
  if (valued != symbols_.end()) return valued->second;
  const auto plain = symbols_.find(std::make_tuple(type, std::string_view{}, std::uint32_t{0}));
  return plain != symbols_.end() ? plain->second : nth_symbol(symbols_.size());
}

std::uint32_t SymbolTable::literal(const std::vector<std::uint32_t>& units) const {
  const auto found = literals_.find(units);
  return found == literals_.end() ? 0 : found->second;
}

bool SymbolTable::has_type(std::string_view type) const {
  return symbols_.contains(std::make_tuple(type, std::string_view{}, std::uint32_t{0}));
}

bool SymbolTable::has_value(std::string_view type, std::string_view value) const {
  return symbols_.contains(std::make_tuple(type, value, std::uint32_t{0}));
}

void SymbolTable::collect_type(std::string_view type, std::set<char32_t>& into) const {
  auto it = symbols_.lower_bound(std::make_tuple(type, std::string_view{}, std::uint32_t{0}));
  for (; it != symbols_.end() && std::get<0>(it->first) == type; ++it) into.insert(it->second);
}

void SymbolTable::collect_value(std::string_view type, std::string_view value,
                                std::set<char32_t>& into) const {
  auto it = symbols_.lower_bound(std::make_tuple(type, value, std::uint32_t{0}));
  for (; it != symbols_.end() && std::get<0>(it->first) == type && std::get<1>(it->first) == value;
       ++it)
    into.insert(it->second);
}

std::string SymbolTable::ranges(const std::set<char32_t>& symbols) {
  std::string result;
  for (auto it = symbols.begin(); it != symbols.end();) {
    const char32_t first = *it;
    char32_t last = first;
    while (++it != symbols.end() && *it == last + 1) ++last;
    base::append_code_point(result, first);
    if (last == first) continue;
    result += '-';
    base::append_code_point(result, last);
  }
  return result;
}

std::string SymbolTable::literal_class(std::uint32_t literal) const {
  const auto found = by_literal_.find(literal);
  return found == by_literal_.end() ? "" : "[" + ranges(found->second) + "]";
}

}  // namespace kehoach::match
