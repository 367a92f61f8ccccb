#include "cli/progress_bar.h"

#include <cstdio>
#include <string>

namespace kehoach::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds kPatience{1000};  // before the bar is worth its noise
constexpr std::chrono::milliseconds kRefresh{100};
constexpr std::size_t kCells = 30;

std::string time_left(Clock::duration spent, std::size_t done, std::size_t total) {
  if (done == 0) return "";
  const double left = std::chrono::duration<double>(spent).count() *
                      static_cast<double>(total - done) / static_cast<double>(done);
  const auto seconds = static_cast<long>(left + 0.5);
  if (seconds >= 60) return std::to_string(seconds / 60) + " min left";
  return std::to_string(seconds) + " s left";
}

// "12 a second, ".
std::string rate(Clock::duration spent, std::size_t done) {
  const double a_second = static_cast<double>(done) / std::chrono::duration<double>(spent).count();
  char text[32];
  std::snprintf(text, sizeof text, a_second < 10 ? "%.1f a second, " : "%.0f a second, ", a_second);
  return text;
}

}  // namespace

ProgressBar::ProgressBar(const Terminal& terminal, bool wanted)
    : terminal_(terminal),
      wanted_(wanted && terminal.errors_are_terminal() && !terminal.quiet()),
      begin_(Clock::now()),
      last_(begin_) {}

void ProgressBar::show(std::size_t done, std::size_t total, std::size_t failed) {
  const auto now = Clock::now();
  if (!wanted_ || total == 0 || now - begin_ < kPatience || now - last_ < kRefresh) return;
  last_ = now;
  const std::size_t filled = kCells * done / total;
  std::string bar =
      "\r\x1b[K[" + std::string(filled, '#') + std::string(kCells - filled, '.') + "] ";
  bar += std::to_string(done) + "/" + std::to_string(total) + "  " + rate(now - begin_, done) +
         time_left(now - begin_, done, total);
  if (failed > 0) bar += "  " + std::to_string(failed) + " failed";
  terminal_.draw(bar);
  drawn_ = true;
}

void ProgressBar::clear() {
  if (drawn_) terminal_.draw("\r\x1b[K");
  drawn_ = false;
}

}  // namespace kehoach::cli
