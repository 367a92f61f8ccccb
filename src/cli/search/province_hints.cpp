#include "cli/search/province_hints.h"

#include <algorithm>

#include "language/comparison.h"
#include "rules/provinces.h"
#include "store/search/spelling.h"

namespace kehoach::cli {
namespace {

const rules::AdminUnit* nearest(const std::vector<rules::AdminUnit>& units,
                                const std::string& name) {
  const store::Spelling spelling(language::comparison_form(name));
  const rules::AdminUnit* found = nullptr;
  std::size_t least = spelling.most_changes() + 1;
  for (const rules::AdminUnit& unit : units) {
    if (unit.level != "province") continue;
    const std::size_t changes =
        std::min(spelling.changes(language::comparison_form(unit.name)),
                 spelling.changes(language::comparison_form(unit.full_name)));
    if (changes < least) least = changes, found = &unit;
  }
  return found;
}

}  // namespace

std::vector<std::string> province_hints(const std::vector<rules::AdminUnit>& units,
                                        const std::vector<std::string>& asked) {
  std::vector<std::string> out;
  for (const std::string& name : asked) {
    if (!rules::related_provinces(units, name).empty()) continue;
    if (const rules::AdminUnit* meant = nearest(units, name))
      out.push_back("there is no province " + name + "; did you mean " + meant->name + "?");
  }
  return out;
}

}  // namespace kehoach::cli
