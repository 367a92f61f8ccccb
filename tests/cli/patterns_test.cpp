#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::MatchesRegex;

class Patterns : public CommandLine {
 protected:
  std::string rule(const std::string& pattern, const std::string& more = "") const {
    return "[[token]]\nid = \"test.rule\"\ntype = \"test\"\ndescription = \"A test.\"\n"
           "pattern = '''" +
           pattern + "'''\n" + more +
           "examples = [{text = \"xin chào\", match = \"chào\"}]\ncounter = [\"tạm biệt\"]\n";
  }
};

TEST_F(Patterns, TheBuiltInPackIsGood) {
  const Ran ran = run("kehoach patterns check");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr(" token rules, "));
  EXPECT_THAT(ran.out, HasSubstr(" counter-examples\nall good\n"));
}

TEST_F(Patterns, ALayerIsCheckedToo) {
  write("layer/tokens/test.toml", rule("chào"));
  EXPECT_EQ(run("kehoach patterns check --patterns layer").code, 0);
  const Ran shown = run("kehoach patterns show test.rule --patterns layer");
  EXPECT_EQ(shown.code, 0);
  EXPECT_EQ(shown.out,
            "test.rule\n  A test.\n  token rule, finds test, priority 0, tokens/test.toml:1\n"
            "pattern\n  chào\nexamples\n  \"xin chào\"  matches \"chào\"\n"
            "counter-examples\n  \"tạm biệt\"\n");
  EXPECT_THAT(run("kehoach patterns list --patterns layer").out, HasSubstr("test.rule"));
}

TEST_F(Patterns, AFailingExampleIsNamed) {
  write("layer/tokens/test.toml", rule("biệt"));
  const Ran ran = run("kehoach patterns check --patterns layer");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("kehoach: tokens/test.toml:1: test.rule: "));
  EXPECT_THAT(ran.out, HasSubstr(" failed\n"));
}

TEST_F(Patterns, ABrokenRegexSaysFileRuleAndCaret) {
  write("layer/tokens/test.toml", rule("chào(("));
  for (const char* command :
       {"kehoach patterns check", "kehoach extract /dev/null", "kehoach eval ."}) {
    const Ran ran = run(std::string(command) + " --patterns layer");
    EXPECT_EQ(ran.code, 3) << command;
    EXPECT_THAT(ran.err, AllOf(HasSubstr("tokens/test.toml:"), HasSubstr("test.rule"),
                               HasSubstr("^"), HasSubstr("missing ')'")))
        << command;
  }
}

TEST_F(Patterns, ACycleOfFragmentsIsRefused) {
  write("layer/fragments.toml", "[fragments]\na = '{b}'\nb = '{a}'\n");
  write("layer/tokens/test.toml", rule("{a}"));
  const Ran ran = run("kehoach extract /dev/null --patterns layer");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, AllOf(HasSubstr("fragment"), HasSubstr("fragments.toml")));
}

TEST_F(Patterns, AFolderThatIsNone) {
  EXPECT_THAT(run("kehoach extract /dev/null --patterns nowhere").err,
              HasSubstr("cannot read the pattern folder: nowhere: No such file"));
  run("mkdir bare");
  const Ran bare = run("kehoach extract /dev/null --patterns bare");
  EXPECT_EQ(bare.code, 3);
  EXPECT_THAT(bare.err, HasSubstr("no patterns: bare: holds no *.toml file"));
}

TEST_F(Patterns, AnUnknownRule) {
  const Ran ran = run("kehoach patterns show no.rule");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.err,
            "kehoach: no such rule: no.rule: is in no pattern file; `kehoach patterns "
            "list` names all\n");
}

}  // namespace
}  // namespace kehoach::cli
