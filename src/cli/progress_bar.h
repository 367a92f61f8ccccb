// How far a long run is, on standard error.
#pragma once

#include <chrono>
#include <cstddef>

#include "cli/terminal.h"

namespace kehoach::cli {

class ProgressBar {
 public:
  // Draws only where `wanted` and standard error is a terminal, and not in the first second.
  ProgressBar(const Terminal& terminal, bool wanted);
  ~ProgressBar() { clear(); }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(std::size_t done, std::size_t total, std::size_t failed = 0);
  void clear();  // before anything else is written there

 private:
  const Terminal& terminal_;
  bool wanted_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point begin_, last_;
};

}  // namespace kehoach::cli
