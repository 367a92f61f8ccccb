// Where `kehoach export` writes: one class a format.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/archive/export_command.h"
#include "store/archived_record.h"

namespace kehoach::cli {

// The entries that were chosen, by table (see output::RecordTable; documents have one, 0).
using ChosenEntries = std::vector<std::vector<std::size_t>>;

class ExportSink {
 public:
  virtual ~ExportSink() = default;
  // False if nobody wants more.
  virtual bool add(const store::ArchivedRecord& document, const ChosenEntries& entries) = 0;
  // All of it is there from now on. Returns notes for the user.
  virtual std::vector<std::string> finish() = 0;
};

// `documents`: the ids that will come, ascending. Throws base::Error "output" and "usage".
std::unique_ptr<ExportSink> make_export_sink(const ExportOptions& options,
                                             const std::vector<std::int64_t>& documents);

}  // namespace kehoach::cli
