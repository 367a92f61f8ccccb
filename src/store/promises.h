// Promises beside what came of them: each target with the result that a later document reports.
//
// A result belongs to a target when it is about the same indicator (its code, or else its name),
// the same place and the same year, in a document of the same or a later day. What is compared
// is what both say in the same unit; "up 3 places" is also met by two positions, of the year and
// the year before. Where nothing of the kind is reported, or it cannot be compared, the answer is
// unknown: never a guess.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/figures.h"
#include "store/filter.h"
#include "store/relations.h"

namespace kehoach::store {

enum class Outcome { kMet, kMissed, kUnknown };

struct Promise {
  ArchivedFigure target;
  DocumentLine plan;
  std::string place;  // whose it is, by name
  Outcome outcome = Outcome::kUnknown;
  std::string why;                       // in a few words
  std::optional<ArchivedFigure> result;  // that decided, or else the latest that is about it
  std::optional<DocumentLine> report;
};

// All targets that the filter chooses, by indicator, place, year and plan's date. `for_year`:
// only those that are to be reached then. Cost: the targets, and the results about the same.
std::vector<Promise> promises(Archive& archive, const Filter& filter,
                              std::optional<int> for_year = std::nullopt);

// How a target fares beside one result, the results of the year before at hand; nothing: the two
// say nothing of each other.
struct Comparison {
  Outcome outcome = Outcome::kUnknown;
  std::string why;
};
Comparison compare(const plan::Figure& target, const plan::Figure& result,
                   const std::vector<plan::Figure>& before);

}  // namespace kehoach::store
