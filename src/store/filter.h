// Choosing documents and entries of the archive: the conditions that search, export and the rest
// share.
//
// Contract: conditions of one filter hold together, values of one condition one for another. A
// document is judged by its current version, with what was corrected. Names are compared as words:
// typed with diacritics they count, typed without they match all ("so noi vu"); "Sở Nội vụ" finds
// "Sở Nội vụ tỉnh Lâm Đồng". Conditions on entries (indicator, change, lead, due, cites) choose the
// documents that have such an entry, and of those documents' entries the ones that are meant.
// Refused: SQL from the command line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace kehoach::store {

struct Filter {
  std::vector<std::string> provinces;     // names; old and new ones are handed in together
  std::optional<int> year_from, year_to;  // of issue
  std::vector<std::string> types;         // names or codes: "Kế hoạch", "KH"
  std::vector<std::string> issuers;
  std::vector<std::string> indicators;  // codes, or words of their names
  std::vector<std::string> changes;     // increase, decrease, reach, maintain
  std::vector<std::string> leads;
  std::string due_from, due_to;    // ISO days; empty: open
  std::vector<std::string> cites;  // numbers
  double min_confidence = 0;       // of entries
};

// A condition in SQL with its parameters, to be put behind WHERE or AND; "1" if it asks nothing.
struct Condition {
  std::string sql = "1";
  std::vector<SqlValue> parameters;
};

// The archive's connection learns the functions that conditions call: Archive::open() does this.
void add_filter_functions(Archive& archive);

// On a row of `documents d`.
Condition document_condition(const Filter& filter);

// On a row of the entries' table ("targets", "results", "tasks", "citations"), called `e`.
Condition entry_condition(const Filter& filter, std::string_view table);

// Ids of the documents that the filter chooses, ascending: none that is merged into another.
std::vector<std::int64_t> filtered_documents(Archive& archive, const Filter& filter);

// Positions of the entries of a version that the filter chooses, ascending.
std::vector<std::size_t> filtered_entries(Archive& archive, const Filter& filter,
                                          std::string_view table, std::int64_t version);

}  // namespace kehoach::store
