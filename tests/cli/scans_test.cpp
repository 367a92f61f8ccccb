// The scans of the corpus, beside their gold. Reading an image takes seconds: two of them stand
// here for the others, one poor in pixels, one in black and white with a table of tasks.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "../schema/schema_faults.h"
#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;

struct Case {
  const char* name;
  const char* file;
  double least;      // F1 of all its values
  double precision;  // a wrong value is worse than a missing one
};

void PrintTo(const Case& test, std::ostream* out) { *out << test.name; }

class Scans : public CommandLine, public testing::WithParamInterface<Case> {};

TEST_P(Scans, AreReadLikeTheirGold) {
  const std::string scan = KEHOACH_ROOT "/corpus/scans/" + std::string(GetParam().file);
  const Ran ran = run("kehoach eval --format json '" + scan + ".gold.json'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json of = json::parse(ran.out)["overall"];
  EXPECT_GE(of["f1"], GetParam().least) << of;
  EXPECT_GE(of["precision"], GetParam().precision) << of;
}

const Case kCases[] = {
    {"At150Dpi", "s-so-van-hoa-thai-binh-2008.clean-150", 0.93, 0.95},
    {"TasksInATableAt300Dpi", "s-so-du-lich-khanh-hoa-2025.fax-300", 0.94, 0.95},
};

INSTANTIATE_TEST_SUITE_P(Corpus, Scans, testing::ValuesIn(kCases),
                         [](const auto& test) { return test.param.name; });

using ScanRecord = CommandLine;

TEST_F(ScanRecord, IsValid) {
  const Ran ran = run("kehoach extract -f jsonl '" KEHOACH_ROOT
                      "/corpus/scans/s-so-van-hoa-thai-binh-2008.clean-150.pdf'");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json record = json::parse(ran.out);
  EXPECT_TRUE(schema_faults(record).empty());
  EXPECT_EQ(record["source"]["text_origin"], "ocr");
}

}  // namespace
}  // namespace kehoach::cli
