// Runs: which program, patterns and libraries made the rows of the archive, and how far it came.
#pragma once

#include <cstdint>
#include <string>

#include "output/record_json.h"
#include "store/archive.h"

namespace kehoach::store {

struct Run {
  std::string kind;     // "ingest", "reindex"
  std::string started;  // UTC, ISO 8601
  output::Generator generator;
  std::string options = "{}";  // JSON object
};

// A row of state "running"; a run that was killed stays so. Within a Transaction.
std::int64_t start_run(Archive& archive, const Run& run);
// The same in a transaction of its own.
std::int64_t begin_run(Archive& archive, const Run& run);
// `state`: "done" or "interrupted". `counts`: JSON object.
void end_run(Archive& archive, std::int64_t run, const std::string& state, const std::string& ended,
             const std::string& counts);

}  // namespace kehoach::store
