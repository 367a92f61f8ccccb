// Workers and the main process killed at random moments: the archive ends equal to that of an
// undisturbed run. KEHOACH_KILLS says how many kills (tools/bench kill: 200).
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include <random>
#include <thread>

#include "../store/archive_dump.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

constexpr int kDocuments = 40;
constexpr int kKillsOfOneArchive = 5;

int kills_wanted() {
  const char* kills = std::getenv("KEHOACH_KILLS");
  return kills != nullptr ? std::atoi(kills) : 10;
}

class Kill : public CommandLine {
 protected:
  // Documents of some weight, each unlike the others; one in ten cannot be read.
  void write_documents() const {
    for (int i = 0; i < kDocuments; ++i) {
      std::string text = "UBND TỈNH ĐẮK LẮK\nSố: " + std::to_string(i + 1) +
                         "/KH-UBND\nĐắk Lắk, ngày 15 tháng 7 năm 2022\nKẾ HOẠCH\nCải thiện Chỉ số "
                         "hài lòng năm 2022\nCăn cứ Kế hoạch số " +
                         std::to_string((i + 7) % kDocuments + 1) +
                         "/KH-UBND ngày 15/7/2022 của UBND tỉnh Đắk Lắk;\n\nI. MỤC TIÊU\n";
      for (int line = 0; line < 40; ++line)
        text += std::to_string(line + 1) + ". Năm 2022 Chỉ số hài lòng tăng " +
                std::to_string(i + line) + "% so với năm 2021, do Sở Nội vụ chủ trì.\n";
      if (i % 10 == 9) text = std::string("\0\1\2\3", 4) + std::to_string(i);
      write("p/" + std::to_string(100 + i) + ".txt", text);
    }
  }

  std::string archive_path(const std::string& name) const { return (scratch_ / name).string(); }

  pid_t start(const std::string& archive) const {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string log = archive_path("log");
    if (std::freopen(log.c_str(), "a", stderr) == nullptr) ::_exit(126);
    ::execl(KEHOACH_BINARY, "kehoach", "ingest", "-j", "2", "--retry-failed", "--archive",
            archive.c_str(), archive_path("p").c_str(), nullptr);
    ::_exit(127);
  }

  static std::vector<pid_t> workers_of(pid_t pid) {
    const std::string id = std::to_string(pid);
    std::istringstream list(file_text("/proc/" + id + "/task/" + id + "/children"));
    return {std::istream_iterator<pid_t>(list), std::istream_iterator<pid_t>()};
  }

  static bool has_ended(pid_t pid) { return ::waitpid(pid, nullptr, WNOHANG) == pid; }

  // Kills the run or a worker of it within `span`. False if it was done before.
  bool disturb(pid_t pid, std::mt19937& random, std::chrono::microseconds span) {
    std::this_thread::sleep_for(span * static_cast<int>(random() % 1000) / 1000);
    if (has_ended(pid)) return false;
    const std::vector<pid_t> workers = workers_of(pid);
    if (random() % 2 == 0 && !workers.empty()) {
      ::kill(workers[random() % workers.size()], SIGKILL);
      ++worker_kills_;
      ::waitpid(pid, nullptr, 0);  // goes on without it
    } else {
      ::kill(pid, SIGKILL);
      ++main_kills_;
      ::waitpid(pid, nullptr, 0);
    }
    return true;
  }

  std::string dump(const std::string& archive) const {
    store::Archive opened = store::Archive::open(archive, store::Archive::Access::kWrite);
    store::Statement check = opened.prepare("PRAGMA integrity_check");
    EXPECT_TRUE(check.step());
    EXPECT_EQ(check.text(0), "ok");
    check.reset();
    return store::archive_dump(opened);
  }

  int worker_kills_ = 0, main_kills_ = 0;
};

TEST_F(Kill, LeavesNoTrace) {
  write_documents();
  const auto begin = std::chrono::steady_clock::now();
  ::waitpid(start(archive_path("whole.db")), nullptr, 0);
  const auto span = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);
  const std::string whole = dump(archive_path("whole.db"));
  ASSERT_THAT(whole, testing::HasSubstr("/KH-UBND"));

  std::mt19937 random(7);
  const int wanted = kills_wanted();
  int kills = 0;
  for (int n = 0; kills < wanted && n < 2 * wanted; ++n) {
    const std::string archive = archive_path("killed-" + std::to_string(n) + ".db");
    for (int i = 0; i < kKillsOfOneArchive && kills < wanted; ++i)
      if (disturb(start(archive), random, span)) ++kills;
    // What lost its worker twice is recorded as failed: the last run tries it again.
    for (int i = 0; i < 2; ++i) ::waitpid(start(archive), nullptr, 0);
    EXPECT_EQ(dump(archive), whole) << archive << "\n" << file_text(archive_path("log"));
    std::filesystem::remove(archive);
  }
  EXPECT_EQ(kills, wanted);
  std::cout << kills << " kills: " << main_kills_ << " of the run, " << worker_kills_
            << " of a worker\n";
}

}  // namespace
}  // namespace kehoach::cli
