// One worker process, seen from the process that started it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "batch/frame.h"
#include "batch/worker_pool.h"

namespace kehoach::batch {

class Worker {
 public:
  // Forks; the child serves `work` until its pipe is closed. Throws base::Error "cannot-fork".
  Worker(const Work& work, const PoolOptions& options);
  ~Worker();  // kills and reaps
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void give(std::size_t index, const std::string& path);
  bool busy() const { return index_.has_value(); }
  std::size_t index() const { return *index_; }  // of the source it holds
  int fd() const { return fd_; }
  std::chrono::steady_clock::time_point deadline() const { return deadline_; }

  // Takes what the pipe holds. Gives the answer once it is whole.
  std::optional<Answer> receive();
  bool ended() const { return ended_; }  // the pipe was closed: the worker is dead or dying
  void release() { index_.reset(); }

  // Ends the process and says how it died, or that it was timed out.
  Loss end(bool timed_out, const std::string& path);

 private:
  void start_clock();
  void reap();

  pid_t pid_ = -1;
  int fd_ = -1;
  int status_ = 0;
  std::chrono::milliseconds wall_time_;
  std::optional<std::size_t> index_;
  std::chrono::steady_clock::time_point deadline_;
  FrameReader reader_;
  bool ended_ = false;
  bool out_of_memory_ = false;
};

}  // namespace kehoach::batch
