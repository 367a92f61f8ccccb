// Runs the built binary as a user does: through a shell, in a scratch folder of its own.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace kehoach::cli {

struct Ran {
  int code = -1;
  std::string out, err;
};

inline std::string file_text(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

class CommandLine : public testing::Test {
 protected:
  CommandLine() {
    const char* base = std::getenv("TMPDIR");
    scratch_ = std::filesystem::path(base != nullptr ? base : "/tmp") /
               ("kehoach-cli-" + std::to_string(::getpid()));
    std::filesystem::create_directories(scratch_);
  }
  ~CommandLine() override { std::filesystem::remove_all(scratch_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const std::filesystem::path path = scratch_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return name;
  }

  // `command` may use pipes; `kehoach` is the built one; the scratch folder is the current one.
  Ran run(const std::string& command) const {
    const std::string binary = std::filesystem::path(KEHOACH_BINARY).parent_path().string();
    const std::string shell = "cd '" + scratch_.string() + "' && export PATH='" + binary +
                              "':\"$PATH\" && { " + command + "\n} >.out 2>.err </dev/null";
    const int status = std::system(shell.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
            file_text(scratch_ / ".out"), file_text(scratch_ / ".err")};
  }

  std::filesystem::path scratch_;
};

}  // namespace kehoach::cli
