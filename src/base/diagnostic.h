// What was odd, missing, illegible or in conflict in one source. Diagnostics travel with the data
// and end in the record; no room prints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace kehoach::base {

enum class Severity { kInfo, kWarning, kError };

struct Diagnostic {
  std::string code;  // stable, lower case with hyphens: "invalid-utf8", "number-blank"
  Severity severity = Severity::kWarning;
  std::string message;  // what, where, why, what to do
  std::optional<int> page;
  std::optional<Box> box;
};

using Diagnostics = std::vector<Diagnostic>;

}  // namespace kehoach::base
