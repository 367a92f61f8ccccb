#include "cli/stop_signal.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

#include "base/error.h"

namespace kehoach::cli {
namespace {

volatile sig_atomic_t pipe_end = -1;

void on_signal(int) {
  const int saved = errno;
  if (pipe_end >= 0 && ::write(pipe_end, "x", 1) < 0) {
    // The pipe is full of earlier signals: it can be read already.
  }
  errno = saved;
}

}  // namespace

StopSignal::StopSignal() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
    throw base::Error("signals", "cannot make a pipe; too many files are open: see ulimit -n");
  read_ = ends[0];
  write_ = ends[1];
  pipe_end = write_;
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

StopSignal::~StopSignal() {
  ::signal(SIGINT, SIG_DFL);
  ::signal(SIGTERM, SIG_DFL);
  pipe_end = -1;
  ::close(read_);
  ::close(write_);
}

bool StopSignal::raised() const {
  pollfd entry{read_, POLLIN, 0};
  return ::poll(&entry, 1, 0) > 0;
}

}  // namespace kehoach::cli
