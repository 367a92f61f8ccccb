// What hostile, broken and missing sources give: each its own record, and the right exit code.
#include <gmock/gmock.h>

#include <chrono>
#include <nlohmann/json.hpp>

#include "../schema/schema_faults.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class BadInput : public CommandLine {
 protected:
  struct Outcome {
    int code;
    std::string err;
    json record;
    std::string diagnostic(const std::string& code_) const {
      for (const json& entry : record["diagnostics"])
        if (entry["code"] == code_) return entry["message"];
      return "no diagnostic " + code_ + " in " + record["diagnostics"].dump();
    }
  };

  Outcome extract(const std::string& path, const std::string& options = "") const {
    const Ran ran = run("kehoach extract -f jsonl " + options + " " + path);
    Outcome out{ran.code, ran.err, json::parse(ran.out, nullptr, false)};
    EXPECT_FALSE(out.record.is_discarded()) << ran.out << ran.err;
    EXPECT_THAT(schema_faults(out.record), testing::IsEmpty());
    EXPECT_EQ(out.record["source"]["path"], path);
    return out;
  }
};

TEST_F(BadInput, AnEmptyFileIsNoFailure) {
  const Outcome out = extract(write("empty.txt", ""));
  EXPECT_EQ(out.code, 0);
  EXPECT_EQ(out.record["role"], "none");
  EXPECT_EQ(out.record["source"]["bytes"], 0);
  EXPECT_THAT(out.diagnostic("empty"), HasSubstr("no text"));
}

TEST_F(BadInput, BinaryGarbage) {
  std::string bytes;
  unsigned state = 1;
  for (int i = 0; i < 50'000; ++i) {
    state = state * 1'664'525 + 1'013'904'223;
    bytes += static_cast<char>(state >> 24U);
  }
  const Outcome out = extract(write("garbage.bin", bytes));
  EXPECT_EQ(out.code, 2);
  const std::string expected =
      "garbage.bin: is binary data of an unknown kind, which kehoach cannot read; it reads a PDF, "
      "an image (PNG, JPEG, TIFF), a web page, plain text (UTF-8 or UTF-16)";
  EXPECT_EQ(out.diagnostic("unsupported"), expected);
  EXPECT_THAT(out.err, HasSubstr("kehoach: " + expected + "\n"));
  EXPECT_EQ(out.record["source"]["sha256"].get<std::string>().size(), 64u);
}

TEST_F(BadInput, KnownKindsAreNamed) {
  struct Case {
    std::string name, bytes, what;
  };
  for (const Case& c : {Case{"a.docx", std::string("PK\x03\x04\x14\x00", 6), "an office file"},
                        Case{"a.gz", "\x1f\x8b\x08", "a compressed file"}})
    EXPECT_THAT(extract(write(c.name, c.bytes)).diagnostic("unsupported"),
                HasSubstr("is " + c.what));
}

TEST_F(BadInput, AnImageWithoutPixels) {
  const Outcome out = extract(write("a.png", "\x89PNG\r\n\x1a\n"));
  EXPECT_EQ(out.code, 2);
  EXPECT_EQ(out.diagnostic("broken"),
            "a.png: no page can be read from the image, it is broken; get the file again from "
            "where it was published");
}

TEST_F(BadInput, APdfWithoutAPage) {
  const Outcome out = extract(write("a.pdf", "%PDF-1.4\n%\xe2\xe3"));
  EXPECT_EQ(out.code, 2);
  EXPECT_EQ(out.diagnostic("broken"),
            "a.pdf: no page can be read from the PDF, its structure is damaged beyond repair; get "
            "the file again from where it was published");
}

TEST_F(BadInput, InvalidUtf8IsReadAndCounted) {
  const Outcome out = extract(write("a.txt",
                                    "Kế ho\xff"
                                    "ạch tăng \xc4 hạng\n"));
  EXPECT_EQ(out.code, 0);
  EXPECT_THAT(out.diagnostic("invalid-utf8"), HasSubstr("2 "));
}

TEST_F(BadInput, TwoHundredMegabytes) {
  const Ran made =
      run("yes 'Phấn đấu năm 2022 tăng 5-7 bậc so với năm 2021.' | head -c 200000000 > big.txt");
  ASSERT_EQ(made.code, 0);
  const Outcome out = extract("big.txt", "--timeout 600");
  EXPECT_EQ(out.code, 0) << out.err;
  EXPECT_EQ(out.record["source"]["bytes"], 200'000'000);
  EXPECT_THAT(out.diagnostic("text-cut"), HasSubstr("of 200000000 bytes"));
}

TEST_F(BadInput, OneLineOfFiftyMegabytes) {
  ASSERT_EQ(run("yes 'tăng 5% và ' | head -c 50000000 | tr -d '\\n' > line.txt").code, 0);
  const Outcome out = extract("line.txt", "--timeout 600");
  EXPECT_EQ(out.code, 0) << out.err;
  EXPECT_THAT(out.diagnostic("text-cut"), HasSubstr("bytes"));
}

TEST_F(BadInput, LargerThanTheLimit) {
  ASSERT_EQ(run("truncate -s 300M huge.txt").code, 0);
  const Outcome out = extract("huge.txt");
  EXPECT_EQ(out.code, 2);
  EXPECT_EQ(
      out.diagnostic("too-large"),
      "huge.txt: larger than 256 MiB, the most that is read of one source; cut it into parts");
}

TEST_F(BadInput, AMissingPath) {
  const Outcome out = extract("no/such/folder");
  EXPECT_EQ(out.code, 2);
  EXPECT_EQ(out.diagnostic("missing"), "no/such/folder: there is no such file; check the path");
  EXPECT_EQ(out.record["id"], nullptr);
}

TEST_F(BadInput, AFileNameSteersNoTerminal) {
  const Ran ran = run("kehoach extract -f table \"$(printf 'a\\033[2Jb')\" >/dev/null");
  EXPECT_THAT(ran.err, HasSubstr("kehoach: a?[2Jb: there is no such file; check the path\n"));
}

// Root may read files of any permission; this one fails for everybody.
TEST_F(BadInput, AnUnreadableFile) {
  const Outcome out = extract("/proc/self/mem");
  EXPECT_EQ(out.code, 2);
  EXPECT_THAT(out.diagnostic("unreadable"), HasSubstr("/proc/self/mem: cannot be read: "));
}

TEST_F(BadInput, AFileWithoutPermission) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read it";
  write("secret.txt", "x");
  std::filesystem::permissions(scratch_ / "secret.txt", std::filesystem::perms::none);
  EXPECT_THAT(extract("secret.txt").diagnostic("unreadable"), HasSubstr("Permission denied"));
}

TEST_F(BadInput, OneBadFileStopsNothing) {
  write("d/a.txt", "Một kế hoạch.\n");
  write("d/b.bin", std::string(1000, '\0'));
  write("d/c.txt", "Hai kế hoạch.\n");
  const Ran ran = run("kehoach extract -f jsonl d");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 3);
  EXPECT_THAT(ran.err, HasSubstr("3 sources: 2 read, 1 failed; something found in"));
  EXPECT_EQ(run("kehoach -q extract -f jsonl d").err, "");
}

TEST_F(BadInput, AHangCostsOneDocument) {
  write("a.txt", "Một kế hoạch.\n");
  const Ran ran = run("mkfifo never; kehoach extract -f jsonl --timeout 0.5 never a.txt");
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 2);
  EXPECT_THAT(ran.err, HasSubstr("never: not done after 0.5 s"));
}

TEST_F(BadInput, AFullDisk) {
  write("a.txt", "Một kế hoạch.\n");
  const std::string why =
      "No space left on device; free space there or name another place with --output\n";
  const Ran to_output = run("kehoach extract -f jsonl a.txt >/dev/full");
  EXPECT_EQ(to_output.code, 3);
  EXPECT_EQ(to_output.err, "kehoach: cannot write the results: standard output: " + why);
  for (const char* format : {"json", "table", "explain"})
    EXPECT_EQ(run("kehoach extract a.txt -o /dev/full -f " + std::string(format)).code, 3);
}

TEST_F(BadInput, ASourceIsNotWrittenOver) {
  write("d/a.txt", "Một kế hoạch.\n");
  for (const char* paths : {"d/a.txt", "d"}) {
    const Ran ran = run("kehoach extract -o d/../d/a.txt " + std::string(paths));
    EXPECT_EQ(ran.code, 3);
    EXPECT_EQ(
        ran.err,
        "kehoach: cannot write the results: d/../d/a.txt: is one of the sources; name another "
        "place with --output\n");
  }
  EXPECT_EQ(run("cat d/a.txt").out, "Một kế hoạch.\n");
}

TEST_F(BadInput, AnOutputThatCannotBe) {
  const Ran ran = run("kehoach extract /dev/null -o no/such/out");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err,
              HasSubstr("cannot write the results: no/such/out: there is no folder no/such;"));
}

}  // namespace
}  // namespace kehoach::cli
