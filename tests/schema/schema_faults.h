// Holds a record against the embedded JSON Schema.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>
#include <vector>

#include "output/schema.h"

namespace kehoach {

inline const valijson::Schema& record_schema() {
  static const valijson::Schema& schema = []() -> const valijson::Schema& {
    static valijson::Schema parsed;
    const auto text = nlohmann::json::parse(output::record_schema());
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), parsed);
    return parsed;
  }();
  return schema;
}

// Empty: valid. Otherwise a line for each fault, from the inside out.
inline std::vector<std::string> schema_faults(const nlohmann::json& record) {
  valijson::Validator validator;
  valijson::ValidationResults results;
  std::vector<std::string> faults;
  if (validator.validate(record_schema(), valijson::adapters::NlohmannJsonAdapter(record),
                         &results)) {
    return faults;
  }
  for (const auto& error : results) {
    std::string where;
    for (const std::string& step : error.context) where += step;
    faults.push_back(where + ": " + error.description);
  }
  return faults;
}

}  // namespace kehoach
