// A record's JSON → rows of five tables: documents, targets, results, tasks, citations.
//
// Purpose: the one place that knows which columns the tables have; CSV, workbooks and whoever
// reads them see the same.
// Contract: every table's first column is the document's id. Values are those of the record as it
// is handed in (corrected ones, if so), dates are days only where they are whole ("2025-02" stays
// text). Positions of entries count from 0, as in a record's JSON Pointers.
// Refused: a table of tables with JSON in cells; rows straight from the archive's tables (a record
// is the contract, the tables are an index of it).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/record_json.h"
#include "output/sheets/cell.h"

namespace kehoach::output {

enum class RecordTable { kDocuments, kTargets, kResults, kTasks, kCitations };
inline constexpr std::size_t kRecordTables = 5;

// The tables in the order of RecordTable.
std::vector<Sheet> record_sheets();
std::optional<RecordTable> record_table(std::string_view name);

// What the archive knows of a document beside its record.
struct ArchivedDocument {
  std::int64_t id = 0;
  std::size_t sources = 1;
  std::string province;  // as the archive names it
  // Of the citations, by their position: the cited document where the archive has it.
  std::vector<std::optional<std::int64_t>> cited;
};

// Where a table's entries stand in a record: "/targets"; empty for documents.
const char* record_list(RecordTable table);

// A table of entries has a row for each entry of the record.
std::size_t row_count(RecordTable table, const Json& record);
Row record_row(RecordTable table, const Json& record, std::size_t position,
               const ArchivedDocument& document);

}  // namespace kehoach::output
