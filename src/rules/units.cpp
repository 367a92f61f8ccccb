#include "rules/units.h"

#include <algorithm>
#include <utility>

#include "language/comparison.h"
#include "rules/layer.h"
#include "rules/pack_error.h"

namespace kehoach::rules {
namespace {

constexpr std::size_t kColumns = 7;

std::vector<std::string> cells(std::string_view line) {
  std::vector<std::string> result(1);
  for (const char c : line) {
    if (c == '\t')
      result.emplace_back();
    else if (c != '\r')
      result.back() += c;
  }
  return result;
}

}  // namespace

std::vector<AdminUnit> read_units(const std::string& file, const std::string& bytes) {
  std::vector<AdminUnit> units;
  bool header_seen = false;
  int line_number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = std::string_view(bytes).substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.empty() || line.front() == '#') continue;
    if (!std::exchange(header_seen, true)) continue;
    auto cell = cells(line);
    if (cell.size() != kColumns)
      throw pack_error({file, line_number, 0}, "",
                       "a unit has 7 cells, this line has " + std::to_string(cell.size()));
    units.push_back({cell[0], cell[1], cell[2], cell[3], cell[4], cell[5], cell[6] == "1"});
  }
  return units;
}

UnitIndex::UnitIndex(const std::vector<AdminUnit>& units) {
  for (const auto& unit : units) {
    const std::string name = language::comparison_form(unit.name);
    const std::string full = language::comparison_form(unit.full_name);
    by_name_[name].push_back(&unit);
    if (full != name) by_name_[full].push_back(&unit);
  }
  for (auto& [name, found] : by_name_)
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->current > b->current; });
}

std::vector<const AdminUnit*> UnitIndex::find(std::string_view name, std::string_view level,
                                              std::string_view province) const {
  std::vector<const AdminUnit*> result;
  const auto found = by_name_.find(language::comparison_form(name));
  if (found == by_name_.end()) return result;
  for (const auto* unit : found->second) {
    const std::string& in = unit->level == "province" ? unit->code : unit->parent;
    if ((level.empty() || unit->level == level) && (province.empty() || in == province))
      result.push_back(unit);
  }
  return result;
}

}  // namespace kehoach::rules
