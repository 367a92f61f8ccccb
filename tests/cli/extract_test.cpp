#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <vector>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kPlan =
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố: 77/KH-UBND\nLâm Đồng, ngày 12 tháng 3 năm 2024\n"
    "KẾ HOẠCH\nCải thiện Chỉ số cải cách hành chính năm 2024\nI. MỤC TIÊU\n"
    "Phấn đấu Chỉ số cải cách hành chính năm 2024 tăng 3-4 bậc so với năm 2023.\n";

std::vector<json> records(const std::string& lines) {
  std::vector<json> out;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) out.push_back(json::parse(line));
  return out;
}

using Extract = CommandLine;

TEST_F(Extract, ARecordAPipeALine) {
  write("a.txt", kPlan);
  write("b.txt", kPlan);
  const Ran ran = run("kehoach extract a.txt b.txt | cat");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.err, "");
  const auto all = records(ran.out);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0]["source"]["path"], "a.txt");
  EXPECT_EQ(all[0]["id"], all[1]["id"]);
  EXPECT_EQ(all[0]["source"]["sha256"].get<std::string>().size(), 64u);
}

TEST_F(Extract, JsonIsAnArray) {
  write("a.txt", kPlan);
  EXPECT_EQ(json::parse(run("kehoach extract -f json a.txt").out).size(), 1u);
  EXPECT_EQ(json::parse(run("kehoach extract -f json a.txt a.txt").out).size(), 2u);
  run("mkdir -p empty");
  const Ran none = run("kehoach extract -f json empty");
  EXPECT_EQ(none.out, "[]\n");
  EXPECT_EQ(none.err, "kehoach: nothing to read: the folders hold no documents\n");
}

TEST_F(Extract, ReadsStandardInput) {
  write("a.txt", kPlan);
  const Ran piped = run("cat a.txt | kehoach extract -f jsonl -");
  const Ran named = run("kehoach extract -f jsonl a.txt");
  ASSERT_EQ(piped.code, 0) << piped.err;
  json from_pipe = records(piped.out).at(0), from_file = records(named.out).at(0);
  EXPECT_EQ(from_pipe["source"]["path"], "-");
  from_pipe["source"]["path"] = from_file["source"]["path"];
  EXPECT_EQ(from_pipe, from_file);
}

TEST_F(Extract, TextsOfSeveralSourcesHaveHeadings) {
  write("a.txt", "Một\n");
  write("b.txt", "Hai\n");
  EXPECT_EQ(run("kehoach extract --text a.txt").out, "Một\n");
  EXPECT_EQ(run("kehoach extract --text a.txt b.txt").out,
            "==> a.txt <==\nMột\n\n==> b.txt <==\nHai\n");
}

TEST_F(Extract, OutputGoesToAFile) {
  write("a.txt", kPlan);
  const Ran ran = run("kehoach extract -f jsonl a.txt -o x.jsonl && cat x.jsonl");
  EXPECT_EQ(records(ran.out).size(), 1u);
}

// script(1) gives the program a terminal of its own.
TEST_F(Extract, OnATerminalATableIsTheDefault) {
  write("a.txt", kPlan);
  const Ran piped = run("kehoach extract a.txt");
  EXPECT_EQ(piped.out.find("{\"schema\""), 0u);
  const Ran shown = run("script -qec 'kehoach extract a.txt' /dev/null");
  EXPECT_EQ(shown.code, 0);
  EXPECT_NE(shown.out.find("source"), std::string::npos);
  EXPECT_EQ(shown.out.find("{\"schema\""), std::string::npos);
}

TEST_F(Extract, FailEmpty) {
  write("a.txt", "Trời hôm nay đẹp.\n");
  EXPECT_EQ(run("kehoach extract -f jsonl a.txt").code, 0);
  EXPECT_EQ(run("kehoach extract -f jsonl --fail-empty a.txt").code, 1);
}

TEST_F(Extract, ColorsOnlyWhereAskedFor) {
  EXPECT_EQ(run("kehoach extract nowhere").err.find('\x1b'), std::string::npos);
  EXPECT_NE(run("kehoach --color always extract nowhere").err.find("\x1b[31m"), std::string::npos);
  EXPECT_NE(run("NO_COLOR=1 kehoach --color always extract nowhere").err.find("\x1b[31m"),
            std::string::npos);
}

TEST_F(Extract, AReaderThatLeavesIsNoError) {
  write("a.txt", kPlan);
  const Ran ran = run("kehoach extract -f jsonl $(yes a.txt | head -n 500) | head -n 1 | wc -l");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "1\n");
  EXPECT_EQ(ran.err, "");
}

TEST_F(Extract, OrderIsTheSameWithAnyNumberOfJobs) {
  for (int i = 0; i < 30; ++i) write("d/" + std::to_string(i) + ".txt", kPlan + std::to_string(i));
  const std::string one = run("kehoach extract -f jsonl -j 1 d").out;
  EXPECT_EQ(records(one).size(), 30u);
  EXPECT_EQ(run("kehoach extract -f jsonl -j 3 d").out, one);
}

TEST_F(Extract, AnInterruptEndsCleanly) {
  write("a.txt", kPlan);
  const Ran ran =
      run("mkfifo never; kehoach extract -f jsonl a.txt never -j 2 >done.jsonl & "
          "for i in $(seq 200); do [ -s done.jsonl ] && break; sleep 0.1; done; "
          "kill -TERM $!; wait $!; code=$?; cat done.jsonl; exit $code");
  EXPECT_EQ(ran.code, 130);
  EXPECT_EQ(records(ran.out).size(), 1u);
  EXPECT_EQ(ran.err, "kehoach: interrupted: 1 of 2 sources are done and written\n");
}

}  // namespace
}  // namespace kehoach::cli
