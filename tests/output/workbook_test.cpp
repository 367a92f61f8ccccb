// Workbooks are unpacked with cmake, which the build has anyway, and looked at as XML.
#include "output/sheets/workbook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"

namespace kehoach::output {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class WorkbookTest : public testing::Test {
 protected:
  WorkbookTest()
      : folder_(std::filesystem::temp_directory_path() /
                ("kehoach-workbook-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
  }
  ~WorkbookTest() override { std::filesystem::remove_all(folder_); }

  std::string path() const { return (folder_ / "a.xlsx").string(); }

  Workbook book(std::vector<std::int64_t> documents, WorkbookLimits limits = {}) const {
    return Workbook(path(), folder_.string(),
                    {{"documents", {{"document", 10}, {"title", 40}}},
                     {"targets", {{"document", 10}, {"value", 12}}}},
                    std::move(documents), limits);
  }

  // One part of the file, as XML.
  std::string part(const std::string& name) const {
    const std::string unpack = "cd '" + folder_.string() + "' && cmake -E tar xf a.xlsx";
    EXPECT_EQ(std::system(unpack.c_str()), 0);
    std::ostringstream text;
    text << std::ifstream(folder_ / name, std::ios::binary).rdbuf();
    return text.str();
  }

  std::filesystem::path folder_;
};

TEST_F(WorkbookTest, CellsKeepTheirKinds) {
  Workbook it = book({4, 9});
  it.add(0, {DocumentLink{4}, std::string("Cải cách <hành chính> & \"số\"")});
  it.add(1, {DocumentLink{4}, 88.46});
  it.add(0, {DocumentLink{9}, IsoDate{"2024-03-12"}});
  it.add(1, {DocumentLink{9}, true});
  it.add(1, {DocumentLink{9}, std::string("=1+1")});
  it.finish();
  EXPECT_THAT(it.notes(), ElementsAre());
  const std::string documents = part("xl/worksheets/sheet1.xml");
  EXPECT_THAT(documents, HasSubstr("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\""));
  EXPECT_THAT(documents, HasSubstr("<t>Cải cách &lt;hành chính&gt; &amp; \"số\"</t>"));
  EXPECT_THAT(documents, HasSubstr("<v>45363</v>"));  // days since the end of 1899
  EXPECT_THAT(documents, HasSubstr("<autoFilter ref=\"A1:B3\"/>"));
  const std::string targets = part("xl/worksheets/sheet2.xml");
  EXPECT_THAT(targets, HasSubstr("<c r=\"B2\"><v>88.4599"));
  EXPECT_THAT(targets, HasSubstr("<c r=\"B3\" t=\"b\"><v>1</v></c>"));
  EXPECT_THAT(targets, HasSubstr("<t>=1+1</t>"));
  EXPECT_THAT(targets, HasSubstr("<hyperlink ref=\"A3\" location=\"'documents'!A3\""));
  EXPECT_THAT(targets, HasSubstr("><v>9</v></c>"));
}

TEST_F(WorkbookTest, ControlCharactersAndOldDaysDoNotBreakIt) {
  Workbook it = book({1});
  it.add(0, {DocumentLink{1}, std::string("a\x01\x1b"
                                          "b_x0041_\nc",
                                          13)});
  it.add(0, {DocumentLink{1}, IsoDate{"1899-01-01"}});
  it.finish();
  const std::string xml = part("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr("a\xEF\xBF\xBD\xEF\xBF\xBD"
                             "b"));
  EXPECT_THAT(xml, HasSubstr("1899-01-01"));
}

TEST_F(WorkbookTest, LongTextsAreCutAndSaid) {
  Workbook it = book({1});
  std::string most;
  for (int i = 0; i < 32767; ++i) most += "ế";
  it.add(0, {DocumentLink{1}, most});
  it.add(0, {DocumentLink{1}, std::string(1'000'000, 'x')});
  it.finish();
  const std::string xml = part("xl/worksheets/sheet1.xml");
  EXPECT_THAT(xml, HasSubstr(most));
  EXPECT_THAT(xml, HasSubstr("xxx … [cut: 1000000 characters]</t>"));
  EXPECT_THAT(it.notes(), ElementsAre("1 text(s) longer than the 32767 characters of a cell were "
                                      "cut; csv and jsonl hold them whole"));
}

TEST_F(WorkbookTest, MoreRowsThanASheetHolds) {
  Workbook it = book({1, 2, 3}, {3, 65530, 32767});
  for (int i = 1; i <= 5; ++i) it.add(1, {DocumentLink{1}, std::int64_t{i}});
  it.finish();
  EXPECT_THAT(part("xl/workbook.xml"), HasSubstr("name=\"targets (3)\""));
  EXPECT_THAT(part("xl/worksheets/sheet4.xml"), HasSubstr("<v>5</v>"));
  EXPECT_THAT(it.notes(), ElementsAre("2 more sheets were needed: a sheet holds 3 rows"));
}

TEST_F(WorkbookTest, MoreIdsThanLinks) {
  Workbook it = book({1}, {1000, 2, 32767});
  for (int i = 0; i < 4; ++i) it.add(1, {DocumentLink{1}, 1.5});
  it.add(1, {DocumentLink{99}, 1.5});  // not in this workbook: a plain number, nothing lost
  it.finish();
  EXPECT_THAT(it.notes(), ElementsAre("2 ids are plain numbers: a sheet holds 2 links"));
  EXPECT_THAT(part("xl/worksheets/sheet2.xml"), HasSubstr("<v>99</v>"));
}

TEST_F(WorkbookTest, AFileThatCannotBeWritten) {
  Workbook it("/dev/full", folder_.string(), {{"documents", {{"document", 10}}}}, {1});
  it.add(0, {DocumentLink{1}});
  EXPECT_THROW(it.finish(), base::Error);
}

// No file may grow beyond `bytes`, as if the disk were full, while it lives.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FileLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, signal_);
  }

 private:
  void (*signal_)(int);
  rlimit before_{};
};

// 2,000 rows take about 120 kB as they are spooled and 260 kB as a sheet with its links; packed,
// a tenth. So the first limit stops the spool, the others the sheet that the library puts together.
TEST_F(WorkbookTest, NoRowIsLostInSilenceOnAFullDisk) {
  for (const rlim_t limit : {50'000, 150'000, 200'000, 240'000}) {
    const auto write = [&] {
      const FileLimit full(limit);
      Workbook it = book({1});
      for (int i = 0; i < 2000; ++i) it.add(1, {DocumentLink{1}, 1.5});
      it.finish();
    };
    EXPECT_THROW(write(), base::Error) << limit;
  }
}

}  // namespace
}  // namespace kehoach::output
