#include "batch/worker_pool.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace kehoach::batch {
namespace {

using std::chrono::milliseconds;
using testing::AnyOf;
using testing::ElementsAre;
using testing::HasSubstr;

// A worker that does what its path says: the hook that real documents must not have.
Answer act(const std::string& path) {
  if (path == "kill") ::kill(::getpid(), SIGKILL);
  if (path == "crash") ::raise(SIGSEGV);
  if (path == "exit") ::_exit(7);
  if (path == "hang") std::this_thread::sleep_for(std::chrono::seconds(60));
  if (path == "eat") {
    std::string food(std::size_t{3} << 30U, 'x');
    return {false, true, food.substr(0, 1), ""};
  }
  if (path == "slow") std::this_thread::sleep_for(milliseconds(150));
  if (path == "large") return {false, true, std::string(5'000'000, 'x'), ""};
  return {false, true, path, ""};
}

Answer excuse(const std::string& path, const Loss& loss) {
  return {true, false, path + " " + loss.code, loss.message};
}

std::vector<std::string> run(const std::vector<std::string>& paths, PoolOptions options,
                             std::vector<std::string>* messages = nullptr) {
  std::vector<std::string> out;
  run_pool(
      paths, act, excuse,
      [&](const Answer& answer) {
        out.push_back(answer.bytes.substr(0, 40));
        if (messages != nullptr && answer.failed) messages->push_back(answer.message);
        return true;
      },
      options);
  return out;
}

TEST(Pool, AnswersComeInTheOrderOfThePaths) {
  std::vector<std::string> paths = {"slow"};
  for (int i = 0; i < 500; ++i) paths.push_back("p" + std::to_string(i));
  for (const std::size_t jobs : {1, 2, 7}) EXPECT_EQ(run(paths, {.jobs = jobs}), paths);
}

TEST(Pool, NoPathsNoAnswers) { EXPECT_TRUE(run({}, {.jobs = 3}).empty()); }

TEST(Pool, AWorkerThatDiesCostsOneDocument) {
  std::vector<std::string> messages;
  EXPECT_THAT(run({"a", "kill", "b", "crash", "exit", "c"}, {.jobs = 2}, &messages),
              ElementsAre("a", "kill crashed", "b", "crash crashed", "exit crashed", "c"));
  // The address sanitizer turns a segmentation fault into its own report and exit status.
  EXPECT_THAT(messages, ElementsAre(HasSubstr("signal 9"),
                                    AnyOf(HasSubstr("signal 11"), HasSubstr("exit status 1)")),
                                    HasSubstr("exit status 7")));
}

TEST(Pool, EveryWorkerMayDie) {
  EXPECT_EQ(run(std::vector<std::string>(20, "kill"), {.jobs = 3}),
            std::vector<std::string>(20, "kill crashed"));
}

TEST(Pool, AHangIsEndedInTime) {
  std::vector<std::string> messages;
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(run({"a", "hang", "b"}, {.jobs = 1, .wall_time = milliseconds(300)}, &messages),
              ElementsAre("a", "hang timed-out", "b"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  EXPECT_THAT(messages, ElementsAre("hang: not done after 0.3 s; give it more with --timeout, or "
                                    "cut it into parts"));
}

TEST(Pool, EachSlowStepStartsTheTimeAnew) {
  const Work slow = [](const std::string& path) {
    for (int i = 0; i < 6; ++i) {
      std::this_thread::sleep_for(milliseconds(200));
      tell_alive();
    }
    return Answer{false, true, path, ""};
  };
  std::vector<std::string> answers;
  run_pool({"a", "b"}, slow, excuse,
           [&](const Answer& answer) {
             answers.push_back(answer.bytes);
             return true;
           },
           {.jobs = 2, .wall_time = milliseconds(900)});
  EXPECT_THAT(answers, ElementsAre("a", "b"));
}

#ifndef __SANITIZE_ADDRESS__  // it reserves more address space than any limit
TEST(Pool, MemoryIsLimited) {
  std::vector<std::string> messages;
  EXPECT_THAT(run({"a", "eat", "b"}, {.jobs = 1, .memory_bytes = 1u << 30U}, &messages),
              ElementsAre("a", "eat out-of-memory", "b"));
  EXPECT_THAT(messages, ElementsAre(HasSubstr("--memory")));
}
#endif

TEST(Pool, LargeAnswersComeWhole) {
  std::size_t total = 0;
  run_pool({"large", "large", "a"}, act, excuse,
           [&](const Answer& answer) {
             total += answer.bytes.size();
             return true;
           },
           {.jobs = 2});
  EXPECT_EQ(total, 10'000'001u);
}

// A slow document holds back a window of answers, not all of them.
TEST(Pool, TheWindowIsBounded) {
  std::vector<std::string> paths(2000, "a");
  paths.front() = "slow";
  std::size_t most = 0, delivered = 0;
  run_pool(
      paths, act, excuse, [&](const Answer&) { return ++delivered > 0; }, {.jobs = 2},
      [&](std::size_t done, std::size_t) { most = std::max(most, done - delivered); });
  EXPECT_EQ(delivered, paths.size());
  EXPECT_LE(most, 64u);
}

TEST(Pool, TheSinkMayEndTheRun) {
  std::size_t taken = 0;
  const std::size_t done = run_pool(std::vector<std::string>(100, "a"), act, excuse,
                                    [&](const Answer&) { return ++taken < 5; }, {.jobs = 2});
  EXPECT_EQ(taken, 5u);
  EXPECT_EQ(done, 4u);
}

TEST(Pool, ASignalEndsTheRun) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  ASSERT_EQ(::write(ends[1], "x", 1), 1);
  const std::size_t done =
      run_pool({"hang", "hang"}, act, excuse, [](const Answer&) { return true; },
               {.jobs = 2, .stop_fd = ends[0]});
  EXPECT_EQ(done, 0u);
  ::close(ends[0]);
  ::close(ends[1]);
}

}  // namespace
}  // namespace kehoach::batch
