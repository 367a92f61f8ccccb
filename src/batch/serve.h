// The worker's side: takes paths from a pipe, gives answers back, until the pipe is closed.
#pragma once

#include "batch/worker_pool.h"

namespace kehoach::batch {

// Limits this process and serves. Never returns.
[[noreturn]] void serve(int fd, const Work& work, const PoolOptions& options);

}  // namespace kehoach::batch
