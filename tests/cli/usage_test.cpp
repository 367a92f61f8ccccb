#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

using Usage = CommandLine;

TEST_F(Usage, WrongUsageCannotRun) {
  struct Case {
    std::string command, says;
  };
  for (const Case& c :
       {Case{"kehoach", "a command is wanted"}, Case{"kehoach extract", "PATH"},
        Case{"kehoach extract a --format xml", "xml"},
        Case{"kehoach extract a --text --format json", "--text"},
        Case{"kehoach extract a --jobs 0", "jobs"},
        Case{"kehoach extract a --timeout 1e300", "timeout"},
        Case{"kehoach extract a --memory 99999999999999999", "memory"},
        Case{"kehoach extract a --memory -5", "memory"}, Case{"kehoach frobnicate", "frobnicate"},
        Case{"kehoach patterns", "a command is wanted"}}) {
    const Ran ran = run(c.command);
    EXPECT_EQ(ran.code, 3) << c.command;
    EXPECT_EQ(ran.out, "") << c.command;
    EXPECT_THAT(ran.err, HasSubstr("kehoach: wrong usage: ")) << c.command;
    EXPECT_THAT(ran.err, HasSubstr(c.says)) << c.command;
    EXPECT_THAT(ran.err, HasSubstr("; see kehoach --help\n")) << c.command;
  }
}

TEST_F(Usage, HelpHasExamples) {
  const Ran ran = run("kehoach --help");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("kehoach extract plan.txt"));
  EXPECT_THAT(ran.out, HasSubstr("Exit codes:"));
  for (const char* command : {"extract", "eval", "patterns", "schema"})
    EXPECT_EQ(run(std::string("kehoach ") + command + " --help").code, 0) << command;
  EXPECT_THAT(run("kehoach search --help").out, Not(HasSubstr("extract")));  // its own alone
}

TEST_F(Usage, VersionNamesToolPatternsAndLibraries) {
  const Ran ran = run("kehoach --version");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, MatchesRegex("kehoach [0-9.]+\npatterns [0-9.]+\\+[0-9a-f]+\n([a-z0-9-]+ "
                                    "[so.0-9]+\n)+"));
  for (const char* library : {"icu 7", "poppler 2", "tesseract 5", "leptonica 1", "sqlite 3"})
    EXPECT_THAT(ran.out, HasSubstr("\n" + std::string(library)));
}

TEST_F(Usage, SchemaIsJson) {
  const Ran ran = run("kehoach schema");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(nlohmann::json::parse(ran.out)["$schema"], "http://json-schema.org/draft-07/schema#");
}

}  // namespace
}  // namespace kehoach::cli
