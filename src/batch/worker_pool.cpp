#include "batch/worker_pool.h"

#include <poll.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>

#include "batch/worker.h"

namespace kehoach::batch {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kWindowPerJob = 32;         // answers that may wait for a slow one
constexpr std::size_t kWindowBytes = 128u << 20;  // and what they may hold together
constexpr std::chrono::milliseconds kTick{250};   // progress is shown this often

class Pool {
 public:
  Pool(const std::vector<std::string>& paths, const Work& work, const Lost& lost, const Sink& sink,
       const PoolOptions& options, const Progress& progress)
      : paths_(paths),
        work_(work),
        lost_(lost),
        sink_(sink),
        options_(options),
        progress_(progress) {
    const std::size_t jobs = std::max<std::size_t>(1, std::min(options.jobs, paths.size()));
    for (std::size_t i = 0; i < jobs; ++i) workers_.push_back(start());
  }

  std::size_t run() {
    while (delivered_ < paths_.size()) {
      hand_out();
      if (!wait()) break;
      collect();
      if (!deliver()) break;
      if (progress_) progress_(delivered_ + waiting_count_, paths_.size());
    }
    return delivered_;
  }

 private:
  std::unique_ptr<Worker> start() { return std::make_unique<Worker>(work_, options_); }

  bool window_open() const {
    return next_ < paths_.size() && next_ - delivered_ < kWindowPerJob * workers_.size() &&
           waiting_bytes_ < kWindowBytes;
  }

  void hand_out() {
    for (const auto& worker : workers_) {
      if (worker->busy() || !window_open()) continue;
      worker->give(next_, paths_[next_]);
      ++next_;
      window_.emplace_back();
    }
  }

  int milliseconds_to_next_deadline() const {
    auto wait = kTick;
    for (const auto& worker : workers_) {
      if (!worker->busy()) continue;
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(worker->deadline() - Clock::now());
      wait = std::clamp(left + std::chrono::milliseconds(1), std::chrono::milliseconds(0), wait);
    }
    return static_cast<int>(wait.count());
  }

  // False if the caller asked to stop.
  bool wait() {
    polled_.clear();
    for (const auto& worker : workers_)
      polled_.push_back({worker->busy() ? worker->fd() : -1, POLLIN, 0});
    polled_.push_back({options_.stop_fd, POLLIN, 0});
    const int ready = ::poll(polled_.data(), polled_.size(), milliseconds_to_next_deadline());
    if (ready <= 0)
      for (pollfd& entry : polled_) entry.revents = 0;
    return polled_.back().revents == 0;
  }

  void collect() {
    const auto now = Clock::now();
    for (std::size_t i = 0; i < workers_.size(); ++i) {
      std::unique_ptr<Worker>& worker = workers_[i];
      if (!worker->busy()) continue;
      std::optional<Answer> answer;
      if (polled_[i].revents != 0) answer = worker->receive();
      const std::size_t index = worker->index();
      if (answer) {
        worker->release();
        keep(index, std::move(*answer));
      }
      const bool late = !answer && worker->deadline() <= now;
      if (!answer && (worker->ended() || late)) {
        const std::string& path = paths_[index];
        keep(index, lost_(path, worker->end(late && !worker->ended(), path)));
        worker = start();
      }
    }
  }

  void keep(std::size_t index, Answer answer) {
    waiting_bytes_ += answer.bytes.size();
    ++waiting_count_;
    window_[index - delivered_] = std::move(answer);
  }

  // False if the sink wants no more.
  bool deliver() {
    while (!window_.empty() && window_.front()) {
      const Answer answer = std::move(*window_.front());
      window_.pop_front();
      waiting_bytes_ -= answer.bytes.size();
      --waiting_count_;
      if (!sink_(answer)) return false;
      ++delivered_;
    }
    return true;
  }

  const std::vector<std::string>& paths_;
  const Work& work_;
  const Lost& lost_;
  const Sink& sink_;
  const PoolOptions& options_;
  const Progress& progress_;
  std::vector<std::unique_ptr<Worker>> workers_;
  std::vector<pollfd> polled_;
  std::deque<std::optional<Answer>> window_;  // of sources [delivered_, next_)
  std::size_t next_ = 0, delivered_ = 0, waiting_count_ = 0, waiting_bytes_ = 0;
};

}  // namespace

std::size_t run_pool(const std::vector<std::string>& paths, const Work& work, const Lost& lost,
                     const Sink& sink, const PoolOptions& options, const Progress& progress) {
  if (paths.empty()) return 0;
  return Pool(paths, work, lost, sink, options, progress).run();
}

}  // namespace kehoach::batch
