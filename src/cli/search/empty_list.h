// What is said where a list has no line.
#pragma once

#include <string>

#include "cli/filter_options.h"
#include "cli/terminal.h"
#include "store/archive.h"
#include "store/filter.h"

namespace kehoach::cli {

// Which filter no document fits, and what may be meant by it; `else_why` where documents fit and
// have nothing of the kind. `filter`: of `options`.
void tell_why_nothing(store::Archive& archive, const FilterOptions& options,
                      const store::Filter& filter, const std::string& else_why,
                      const Terminal& terminal);

}  // namespace kehoach::cli
