// One transaction after another over a run, each as long as its loss would not hurt.
//
// A commit brings the full-text index in step, which costs less for many documents together. So
// each transaction is open for a tenth of the time that the run has taken: a stop at any moment
// loses no more than that, and never more than a few seconds.
#pragma once

#include <chrono>
#include <memory>

#include "store/archive.h"

namespace kehoach::batch {

class PacedTransaction {
 public:
  explicit PacedTransaction(store::Archive& archive) : archive_(archive) {}

  void begin();          // if none is open
  void commit();         // what is open
  void commit_if_due();  // to be called now and then, also while nothing comes

 private:
  using Clock = std::chrono::steady_clock;

  store::Archive& archive_;
  std::unique_ptr<store::Transaction> transaction_;
  Clock::time_point started_ = Clock::now(), begun_;
};

}  // namespace kehoach::batch
