#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Eval : public CommandLine {
 protected:
  // A document that says nothing, with gold that agrees, of the kind "text".
  void add(const std::string& name,
           const std::string& gold = R"({"kind": "text", "role": "none"})") {
    write(name + ".txt", "Trời hôm nay đẹp.\n");
    write(name + ".gold.json", gold);
  }
};

TEST_F(Eval, ScoresWhatLiesBesideGold) {
  add("d/a");
  add("d/sub/b");
  const Ran ran = run("kehoach eval d --format json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["schema"], "kehoach-eval/1");
  EXPECT_EQ(report["documents"].size(), 2u);
  EXPECT_THAT(run("kehoach eval d").out, HasSubstr("role"));
}

TEST_F(Eval, OfOneKind) {
  add("d/a");
  add("d/b", R"({"kind": "page", "role": "none"})");
  const json report = json::parse(run("kehoach eval d --kind page --format json").out);
  EXPECT_EQ(report["documents"].size(), 1u);
}

TEST_F(Eval, WhatNoReaderTakesIsCountedApart) {
  add("d/a");
  write("d/b.pdf", std::string("PK\x03\x04\x14\x00", 6));
  write("d/b.gold.json", R"({"kind": "digital", "role": "document"})");
  const Ran ran = run("kehoach eval d --format json");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err,
            "kehoach: skipped: no reader for an office file or archive (zip): 1 document\n");
  EXPECT_EQ(json::parse(ran.out)["documents"].size(), 1u);
}

TEST_F(Eval, GoldWithFaultsIsRefused) {
  add("d/a", R"({"kind": "text", "rol": "none"})");
  write("d/b.gold.json", "{");
  write("d/c.gold.json", R"({"kind": "text", "role": "none"})");
  const Ran ran = run("kehoach eval d");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, AllOf(HasSubstr("kehoach: d/a.gold.json: /rol: unknown key"),
                             HasSubstr("kehoach: d/b.gold.json: is no JSON"),
                             HasSubstr("kehoach: d/c.gold.json: there is no document of that name"),
                             HasSubstr("cannot score: 3 faults in gold files")));
}

TEST_F(Eval, AgainstAnOlderReport) {
  add("d/a", R"({"kind": "text", "role": "none"})");
  ASSERT_EQ(run("kehoach eval d --format json -o old.json").code, 0);
  add("d/a", R"({"kind": "text", "role": "document"})");
  const Ran ran = run("kehoach eval d --against old.json");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("d/a.txt"));
  EXPECT_TRUE(
      json::parse(run("kehoach eval d -f json --against old.json").out).contains("comparison"));
  EXPECT_EQ(run("kehoach eval d --against d/a.txt").code, 3);
  EXPECT_EQ(run("kehoach eval d --against nowhere.json").code, 3);
}

TEST_F(Eval, OneGoldFileOfTheCurrentFolder) {
  add("a");
  add("b");
  const Ran ran = run("kehoach eval a.gold.json --format json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(json::parse(ran.out)["documents"].size(), 1u);
}

TEST_F(Eval, AMissingFolder) {
  const Ran ran = run("kehoach eval nowhere");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("cannot look for gold files: nowhere: No such file"));
}

}  // namespace
}  // namespace kehoach::cli
