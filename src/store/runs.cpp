#include "store/runs.h"

namespace kehoach::store {

std::int64_t start_run(Archive& archive, const Run& run) {
  archive
      .statement(
          "INSERT INTO runs (kind, state, started, tool_version, pattern_version, libraries,"
          " options) VALUES (?, 'running', ?, ?, ?, ?, ?)")
      .bind(run.kind, run.started, run.generator.tool, run.generator.patterns,
            output::to_line(output::Json(run.generator.libraries)), run.options)
      .run();
  return archive.last_id();
}

std::int64_t begin_run(Archive& archive, const Run& run) {
  Transaction transaction(archive);
  const std::int64_t id = start_run(archive, run);
  transaction.commit();
  return id;
}

void end_run(Archive& archive, std::int64_t run, const std::string& state, const std::string& ended,
             const std::string& counts) {
  archive.statement("UPDATE runs SET state = ?, ended = ?, counts = ? WHERE id = ?")
      .bind(state, ended, counts, run)
      .run();
}

}  // namespace kehoach::store
