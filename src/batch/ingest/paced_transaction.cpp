#include "batch/ingest/paced_transaction.h"

#include <algorithm>
#include <cstddef>
#include <thread>

namespace kehoach::batch {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kShortest{500}, kLongest{5000}, kPause{4};
constexpr int kPart = 10;                                      // of the run that may be lost
constexpr std::size_t kMostPrepared = std::size_t{64} << 20U;  // bytes that wait for the index

}  // namespace

void PacedTransaction::begin() {
  if (transaction_) return;
  transaction_ = std::make_unique<store::Transaction>(archive_);
  begun_ = Clock::now();
}

void PacedTransaction::commit() {
  if (!transaction_) return;
  transaction_->commit();
  transaction_.reset();
  // A person's correction may wait for its turn.
  if (Clock::now() - begun_ >= kShortest) std::this_thread::sleep_for(kPause);
}

void PacedTransaction::commit_if_due() {
  if (!transaction_) return;
  const auto now = Clock::now();
  const auto run = std::chrono::duration_cast<milliseconds>(now - started_);
  const bool is_old = now - begun_ >= std::clamp(run / kPart, kShortest, kLongest);
  if (is_old || archive_.prepared_bytes() > kMostPrepared) commit();
}

}  // namespace kehoach::batch
