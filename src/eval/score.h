// One record × its gold → judged values.
//
// Purpose: say of every value that the gold speaks about whether the record has it, and keep what
// was expected, what was found and the evidence, so that each number of a report can be traced to
// its cases.
// Contract: the rules are those of docs/record.md, "Scoring"; `gold` must have no faults
// (eval/gold.h); `record` is a record of docs/record.md, missing keys count as null. Judgements
// come in a fixed order: by field as the scorer visits them, then by place in the gold, then by
// place in the record. Pure: parsed JSON in, plain values out.
// Example: gold number "142/KH-UBND", record number "14/KH-UBND" gives one judgement of the field
// document.number, wrong, which counts as a false positive and a miss.
// Refused: scoring over plan::Record (records of other versions and tools could not be scored).
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::eval {

enum class Verdict {
  kRight,   // a true positive
  kWrong,   // found, but another value: a false positive and a miss
  kMissed,  // a miss
  kExtra,   // a false positive
};

// "right", "wrong", "missed", "extra".
std::string_view name(Verdict verdict);

struct Judgement {
  std::string field;  // "document.number", "targets", "task.lead" …
  Verdict verdict = Verdict::kRight;
  std::string context;               // what a part belongs to: the task's text, the table's row
  nlohmann::json expected;           // null for kExtra
  nlohmann::json got;                // null for kMissed, unless something near was found
  std::string evidence;              // the main piece's text; the gold's where the record has none
  std::optional<double> confidence;  // of values that carry one and were found
};

struct DocumentScore {
  std::string document;  // name for messages and for matching two reports
  std::string kind;      // the gold's
  std::vector<Judgement> judgements;
};

DocumentScore score(const nlohmann::json& record, const nlohmann::json& gold, std::string document);

}  // namespace kehoach::eval
