// Every command in README.md's console blocks, run at the root of the repository: the output must
// be what stands there. KEHOACH_UPDATE_README=1 writes what the commands print now.
#include <gtest/gtest.h>

#include "run_command.h"

namespace kehoach::cli {
namespace {

const std::filesystem::path kReadme = std::filesystem::path(KEHOACH_ROOT) / "README.md";

bool updating() { return std::getenv("KEHOACH_UPDATE_README") != nullptr; }

class Readme : public CommandLine {
 protected:
  // README.md with the output of every command as it is now.
  std::string run_all() {
    std::istringstream lines(file_text(kReadme));
    std::string out;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with("```")) inside = line == "```console";
      const bool command = inside && line.starts_with("$ ");
      if (!inside || command || line.starts_with("```")) out += line + "\n";
      if (!command) continue;
      out += run("cd '" KEHOACH_ROOT "' && " + line.substr(2)).out;
      ++commands_;
    }
    return out;
  }

  int commands_ = 0;
};

TEST_F(Readme, CommandsPrintWhatItSays) {
  const std::string now = run_all();
  EXPECT_GE(commands_, 5);
  if (updating()) std::ofstream(kReadme, std::ios::binary) << now;
  EXPECT_EQ(file_text(kReadme), now);
}

TEST_F(Readme, IsNotBeingUpdated) {
  EXPECT_FALSE(updating()) << "README.md was rewritten: look at it, then unset the variable";
}

}  // namespace
}  // namespace kehoach::cli
