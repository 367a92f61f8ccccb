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

  // One answer at a time is delivered, and workers get their next source before that: they go on
  // while the sink is at work.
  std::size_t run() {
    while (delivered_ < paths_.size()) {
      hand_out();
      if (!wait()) break;
      collect();
      hand_out();
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

  void give(Worker& worker, std::size_t index) {
    worker.give(index, options_.request ? options_.request(paths_[index]) : paths_[index]);
  }

  bool any_busy() const {
    return std::any_of(workers_.begin(), workers_.end(),
                       [](const auto& worker) { return worker->busy(); });
  }

  // The source that is to be tried alone, as soon as the others are done; nothing else meanwhile.
  void hand_out_alone() {
    if (any_busy()) return;
    give(*workers_.front(), *alone_);
    alone_given_ = true;
  }

  void hand_out() {
    if (alone_) {
      if (!alone_given_) hand_out_alone();
      return;
    }
    for (const auto& worker : workers_) {
      if (worker->busy() || !window_open()) continue;
      give(*worker, next_);
      ++next_;
      window_.emplace_back();
    }
  }

  bool can_deliver() const { return !window_.empty() && window_.front().has_value(); }

  int milliseconds_to_wait() const {
    if (can_deliver()) return 0;
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
    const int ready = ::poll(polled_.data(), polled_.size(), milliseconds_to_wait());
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
      // An answer that came while the sink was at work is not late, however long it is.
      const bool late = polled_[i].revents == 0 && worker->deadline() <= now;
      if (!answer && (worker->ended() || late)) {
        lose(index, worker->end(late && !worker->ended(), paths_[index]));
        worker = start();
      }
    }
  }

  void lose(std::size_t index, Loss loss) {
    const bool was_alone = alone_ == index && alone_given_;
    if (options_.retry_alone && !was_alone && loss.code != "timed-out") {
      if (!alone_)
        alone_ = index;
      else
        waiting_alone_.push_back(index);
      return;
    }
    if (was_alone) loss.attempts = 2;
    keep(index, lost_(paths_[index], loss));
  }

  void keep(std::size_t index, Answer answer) {
    if (alone_ == index && alone_given_) next_alone();
    waiting_bytes_ += answer.bytes.size();
    ++waiting_count_;
    window_[index - delivered_] = std::move(answer);
  }

  void next_alone() {
    alone_.reset();
    alone_given_ = false;
    if (waiting_alone_.empty()) return;
    alone_ = waiting_alone_.front();
    waiting_alone_.pop_front();
  }

  // False if the sink wants no more.
  bool deliver() {
    if (!can_deliver()) return true;
    const Answer answer = std::move(*window_.front());
    window_.pop_front();
    waiting_bytes_ -= answer.bytes.size();
    --waiting_count_;
    if (!sink_(answer)) return false;
    ++delivered_;
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
  std::optional<std::size_t> alone_;          // of paths_
  bool alone_given_ = false;
  std::deque<std::size_t> waiting_alone_;
  std::size_t next_ = 0, delivered_ = 0, waiting_count_ = 0, waiting_bytes_ = 0;
};

}  // namespace

std::size_t run_pool(const std::vector<std::string>& paths, const Work& work, const Lost& lost,
                     const Sink& sink, const PoolOptions& options, const Progress& progress) {
  if (paths.empty()) return 0;
  return Pool(paths, work, lost, sink, options, progress).run();
}

}  // namespace kehoach::batch
