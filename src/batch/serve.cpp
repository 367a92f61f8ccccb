#include "batch/serve.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <new>

#include "batch/frame.h"

namespace kehoach::batch {
namespace {

int serving = -1;  // the pipe of this process, if it is a worker

constexpr bool kSanitized =
#ifdef __SANITIZE_ADDRESS__
    true;
#else
    false;
#endif

void limit_process(const PoolOptions& options) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no worker outlives the run
  // Ctrl-C goes to the whole group: the parent decides when a worker ends.
  std::signal(SIGINT, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  std::signal(SIGPIPE, SIG_IGN);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  // The address sanitizer reserves terabytes of address space for its shadow.
  if (options.memory_bytes == 0 || kSanitized) return;
  const rlimit memory{options.memory_bytes, options.memory_bytes};
  ::setrlimit(RLIMIT_AS, &memory);
}

}  // namespace

void tell_alive() {
  if (serving >= 0) write_frame(serving, alive_frame());
}

void serve(int fd, const Work& work, const PoolOptions& options) {
  limit_process(options);
  serving = fd;
  while (const auto path = read_frame(fd)) {
    try {
      if (!write_frame(fd, encode(work(*path)))) break;
    } catch (const std::bad_alloc&) {
      // A heap that ran full is in pieces: say so and make room for a fresh process.
      write_frame(fd, out_of_memory_frame());
      break;
    }
  }
  ::_exit(0);
}

}  // namespace kehoach::batch
