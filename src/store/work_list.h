// Tasks of all plans, by who leads them and when they are due.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "store/archive.h"
#include "store/filter.h"
#include "store/relations.h"

namespace kehoach::store {

struct DueTask {
  std::string lead;      // one of its leads: a task with two stands there twice; empty: none
  std::string deadline;  // ISO day by which; empty: none
  std::string deadline_text, text;
  double confidence = 0;
  std::optional<std::int64_t> page;
  DocumentLine plan;
};

// Tasks that the filter chooses, by lead and deadline (those without one last). `overdue_at`: only
// those whose deadline has passed on that day (an ISO date). False from `take` ends it.
void due_tasks(Archive& archive, const Filter& filter, const std::optional<std::string>& overdue_at,
               const std::function<bool(const DueTask&)>& take);

}  // namespace kehoach::store
