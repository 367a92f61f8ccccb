// What is to be done, by whom, until when.
//
// Purpose: every item that the document lists as a task, content of work or assigned duty becomes a
// Task; a sentence in running text only where it names who does it or a deadline. Items under
// purposes, requirements and goals, and closing formulas, become none.
#pragma once

#include <vector>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

std::vector<Task> read_tasks(const Reading& reading);

}  // namespace kehoach::plan
