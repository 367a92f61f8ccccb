// Ctrl-C as something that can be waited for.
#pragma once

namespace kehoach::cli {

// While it lives, the first SIGINT or SIGTERM makes fd() readable; the second ends the process as
// usual. One at a time.
class StopSignal {
 public:
  StopSignal();
  ~StopSignal();
  StopSignal(const StopSignal&) = delete;
  StopSignal& operator=(const StopSignal&) = delete;

  int fd() const { return read_; }
  bool raised() const;

 private:
  int read_ = -1, write_ = -1;
};

}  // namespace kehoach::cli
