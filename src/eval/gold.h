// Gold files: what a gold file may say, checked before anything is scored with it.
//
// Purpose: a misspelt key or unit in a gold file would silently score nothing or everything wrong.
// Contract: every fault found is one message "FILE: POINTER: what is wrong; allowed: …", in the
// order of the keys. An empty list means that the gold may be used. The form of gold files is in
// docs/record.md, "Gold files". Pure: parsed JSON in, messages out.
// Example: {"kind": "text", "rol": "none"} gives
//   a.gold.json: /rol: unknown key; allowed: citations, citations_note, …
// Refused: a JSON Schema for gold (its messages name the schema's path, not what is allowed).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::eval {

// `file` is only used in the messages.
std::vector<std::string> gold_faults(const nlohmann::json& gold, std::string_view file);

}  // namespace kehoach::eval
