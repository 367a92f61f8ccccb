// Many sources → answers, each worked on in a process of its own making.
//
// Purpose: one hostile document must cost one document. Workers are forked once, before the work
// begins (a fork a document costs a tenth more); a worker that crashes, hangs or eats memory is
// killed and replaced, and its document gets an answer that says so.
// Contract: answers go to the sink in the order of the paths, each as soon as all before it are
// there; every path gets exactly one answer unless the sink or the caller stops the run. Memory is
// bounded: a window of answers waits for a slow one, no more. Must be called before the process
// has threads.
// Example: run_pool({"a.txt", "b.txt"}, work, lost, sink, {.jobs = 2}).
// Refused: threads (a crash ends them all); a fork for each document.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "batch/answer.h"

namespace kehoach::batch {

struct PoolOptions {
  std::size_t jobs = 1;
  std::chrono::milliseconds wall_time{60'000};  // for one source, or a slow step; 0: no limit
  std::size_t memory_bytes = 0;                 // of one worker; 0: no limit
  int stop_fd = -1;                             // the run ends as soon as this can be read
  // A source whose worker crashed or ran out of memory is given to a worker once more, with no
  // other at work beside it: it may have been the machine that was full. One that timed out is not.
  bool retry_alone = false;
  // What a worker is given in place of the path: made in the calling process as the source's turn
  // comes. Empty: the path itself.
  std::function<std::string(const std::string& path)> request = {};
};

// Runs in a worker. What it throws costs the source, not the batch. `path`: or what
// PoolOptions::request made of it.
using Work = std::function<Answer(const std::string& path)>;
// For work that takes long in many steps: called in a worker after each, it has the time of the
// source start anew. By one thread at a time; does nothing outside of a worker.
void tell_alive();
// Runs in the calling process: the answer of a source whose worker was lost.
using Lost = std::function<Answer(const std::string& path, const Loss& loss)>;
// Runs in the calling process, in order. False ends the run.
using Sink = std::function<bool(const Answer& answer)>;
// Runs in the calling process whenever something was done, and at least four times a second.
using Progress = std::function<void(std::size_t done, std::size_t total)>;

// How many answers the sink took; less than the number of paths if the run was stopped.
std::size_t run_pool(const std::vector<std::string>& paths, const Work& work, const Lost& lost,
                     const Sink& sink, const PoolOptions& options, const Progress& progress = {});

}  // namespace kehoach::batch
