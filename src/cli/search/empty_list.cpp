#include "cli/search/empty_list.h"

#include "cli/pattern_layers.h"
#include "cli/search/province_hints.h"
#include "store/search/hit_list.h"
#include "store/search/why_nothing.h"

namespace kehoach::cli {

void tell_why_nothing(store::Archive& archive, const FilterOptions& options,
                      const store::Filter& filter, const std::string& else_why,
                      const Terminal& terminal) {
  if (store::count_hits(archive, filter, {}, 1) > 0) return terminal.note(else_why);
  for (const std::string& why : store::why_nothing(archive, filter, {})) terminal.note(why);
  for (const std::string& hint : province_hints(embedded_patterns().units, options.provinces))
    terminal.note(hint);
}

}  // namespace kehoach::cli
