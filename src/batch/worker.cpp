#include "batch/worker.h"

#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "batch/serve.h"

namespace kehoach::batch {
namespace {

std::string how_it_died(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    std::string words = "signal " + std::to_string(signal) + ", " + ::strsignal(signal);
    if (signal == SIGKILL) words += "; the system may have run out of memory";
    return words;
  }
  return "exit status " + std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

std::string seconds(std::chrono::milliseconds time) {
  std::string tenths = std::to_string(time.count() / 100);
  if (time.count() % 1000 == 0) return std::to_string(time.count() / 1000);
  if (tenths.size() == 1) tenths.insert(0, 1, '0');
  return tenths.insert(tenths.size() - 1, 1, '.');
}

}  // namespace

Worker::Worker(const Work& work, const PoolOptions& options) : wall_time_(options.wall_time) {
  int pair[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
    throw base::Error("cannot-fork", std::string("cannot make a pipe to a worker: ") +
                                         std::strerror(errno) + "; try fewer --jobs");
  pid_ = ::fork();
  if (pid_ < 0) {
    const std::string why = std::strerror(errno);
    ::close(pair[0]);
    ::close(pair[1]);
    throw base::Error("cannot-fork",
                      "cannot start a worker process: " + why + "; try fewer --jobs");
  }
  if (pid_ == 0) {
    ::close(pair[0]);
    serve(pair[1], work, options);
  }
  ::close(pair[1]);
  fd_ = pair[0];
}

Worker::~Worker() {
  if (pid_ > 0) ::kill(pid_, SIGKILL);
  reap();
  ::close(fd_);
}

void Worker::reap() {
  if (pid_ <= 0) return;
  while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
}

void Worker::start_clock() {
  deadline_ = wall_time_.count() == 0 ? std::chrono::steady_clock::time_point::max()
                                      : std::chrono::steady_clock::now() + wall_time_;
}

void Worker::give(std::size_t index, const std::string& path) {
  index_ = index;
  start_clock();
  // A worker that is already dead is found out when its answer is read.
  write_frame(fd_, path);
}

std::optional<Answer> Worker::receive() {
  if (!reader_.fill(fd_)) ended_ = true;
  auto frame = reader_.take();
  for (; frame && is_alive(*frame); frame = reader_.take()) start_clock();
  if (!frame) return std::nullopt;
  if (is_out_of_memory(*frame)) {
    out_of_memory_ = true;
    ended_ = true;
    return std::nullopt;
  }
  return decode(std::move(*frame));
}

Loss Worker::end(bool timed_out, const std::string& path) {
  if (timed_out) ::kill(pid_, SIGKILL);
  reap();
  if (timed_out)
    return {"timed-out", path + ": not done after " + seconds(wall_time_) +
                             " s; give it more with --timeout, or cut it into parts"};
  if (out_of_memory_)
    return {"out-of-memory",
            path + ": needs more memory than a worker may have; give it more with --memory"};
  return {"crashed", path + ": the worker process died while reading it (" + how_it_died(status_) +
                         "); please report it with the file"};
}

}  // namespace kehoach::batch
