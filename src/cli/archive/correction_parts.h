// What follows from a corrected value: the serial and symbol of a number, the code of a type, the
// unit that an issuer belongs to.
#pragma once

#include <string>

#include "output/record_json.h"
#include "rules/rule_set.h"

namespace kehoach::cli {

// Keys that stand beside the value of `field` in a record. `value` may be put into its usual form
// ("142 / KH-UBND"). Throws base::Error "usage" for a type that there is not.
output::Json correction_parts(const rules::RuleSet& rules, const std::string& field,
                              output::Json& value);

}  // namespace kehoach::cli
