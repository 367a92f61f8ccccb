// Administrative units by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/rule_set.h"

namespace kehoach::rules {

// Made once from RuleSet::units, which must outlive it. One index serves many threads.
class UnitIndex {
 public:
  explicit UnitIndex(const std::vector<AdminUnit>& units);

  // Units whose name ("Lào Cai") or full name ("Tỉnh Lào Cai") is `name`, compared in comparison
  // form; today's units first. `level` and `province` (a code, of before or after July 2025)
  // narrow.
  std::vector<const AdminUnit*> find(std::string_view name, std::string_view level = {},
                                     std::string_view province = {}) const;

 private:
  std::unordered_map<std::string, std::vector<const AdminUnit*>> by_name_;
};

}  // namespace kehoach::rules
