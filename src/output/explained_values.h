// The values of a record as a flat list: pointer, words, rule and evidence of each.
#pragma once

#include <string>
#include <vector>

#include "plan/record.h"

namespace kehoach::output {

struct ExplainedValue {
  std::string pointer;  // "/document/number"
  std::string words;    // the value in words
  double confidence = 0;
  std::string rule;
  const std::vector<plan::Evidence>* evidence = nullptr;  // of the record
};

std::vector<ExplainedValue> explained_values(const plan::Record& record);

}  // namespace kehoach::output
