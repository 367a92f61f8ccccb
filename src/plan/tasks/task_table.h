// Tables of tasks in the text: rows of cells under a header such as "TT | Nhiệm vụ | Cơ quan chủ
// trì | Cơ quan phối hợp | Thời gian". Internal to this room.
#pragma once

#include <vector>

#include "plan/outline.h"
#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// One task for each logical row of each table whose header names a column of tasks and one of
// bodies or times. A cell that spans several rows (a body that leads all of them) holds for each.
std::vector<Task> read_task_tables(const Reading& reading, const Outline& outline);

}  // namespace kehoach::plan
