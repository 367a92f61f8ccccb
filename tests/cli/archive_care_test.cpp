// What commands must not do to an archive, and what they do with one that is hard to read.
#include <gmock/gmock.h>

#include "made_archive.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class ArchiveCare : public MadeArchive {
 protected:
  void put_plans() const {
    write("lam-dong.txt", kLamDong);
    write("ha-giang.txt", kHaGiang);
    put("lam-dong.txt ha-giang.txt");
  }
  std::string error(const std::string& command) const {
    const Ran ran = run(command);
    EXPECT_EQ(ran.code, 3) << command;
    EXPECT_EQ(ran.out, "") << command;
    return ran.err;
  }
};

TEST_F(ArchiveCare, NoAnswerIsWrittenOverIt) {
  put_plans();
  std::filesystem::create_symlink("a.db", scratch_ / "link.db");
  const std::string before = file_text(scratch_ / "a.db");
  for (const char* command :
       {"search x --archive a.db -o a.db", "search x --archive a.db --save a.db",
        "search x --archive a.db -o link.db", "search x --archive link.db -o ./a.db",
        "search x --archive a.db -o \"$PWD/a.db-wal\"",
        "ingest ha-giang.txt --archive a.db --report a.db", "tasks --archive a.db -o a.db",
        "tasks --archive a.db -f csv -o a.db-ingest", "show 1 --archive a.db -o a.db",
        "open 1 --archive a.db -o a.db", "similar 1 --archive a.db -o a.db",
        "cited 1 --archive a.db -o a.db", "targets --archive a.db -o a.db",
        "report --archive a.db -o a.db", "export --archive a.db -f jsonl -o a.db",
        "export --archive a.db -f xlsx -o link.db"}) {
    SCOPED_TRACE(command);
    EXPECT_THAT(error(std::string("kehoach ") + command), HasSubstr("the archive; name another"));
    EXPECT_EQ(file_text(scratch_ / "a.db"), before);
  }
  EXPECT_THAT(error("kehoach ingest ha-giang.txt --archive new.db --report new.db"),
              HasSubstr("new.db: is the archive"));
  EXPECT_FALSE(std::filesystem::exists(scratch_ / "new.db"));
}

TEST_F(ArchiveCare, IsReadInAFolderThatCannotBeWritten) {
  put_plans();
  const std::string folder = "kệ #1?%20";
  std::filesystem::create_directories(scratch_ / folder);
  std::filesystem::copy(scratch_ / "a.db", scratch_ / folder / "a.db");
  // Permissions bind root too, once it has no capabilities.
  const std::string bound = ::geteuid() == 0 ? "setpriv --inh-caps=-all --bounding-set=-all " : "";
  const Ran ran = run("chmod 555 '" + folder + "' && " + bound + "kehoach search --archive '" +
                      folder + "/a.db' -f csv; chmod 755 '" + folder + "'");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("77/KH-UBND")) << ran.err;
  // What stands in a log only must not be left out in silence.
  write(folder + "/a.db-wal", std::string(100, 'x'));
  const Ran logged = run("chmod 555 '" + folder + "'; " + bound + "kehoach search --archive '" +
                         folder + "/a.db' -f csv; chmod 755 '" + folder + "'");
  EXPECT_EQ(logged.out, "");
  EXPECT_THAT(logged.err, HasSubstr("a.db: cannot be"));
}

TEST_F(ArchiveCare, AReadingThatFailsLeavesNoEmptyAnswer) {
  put_plans();
  std::string bytes = file_text(scratch_ / "a.db");
  for (std::size_t page = 8192; page + 100 < bytes.size(); page += 4096)
    bytes.replace(page, 100, std::string(100, 'x'));
  write("b.db", bytes);
  write("before.csv", "before\n");
  for (const char* command : {"tasks --archive b.db -f csv", "targets --archive b.db -f csv",
                              "search hài --archive b.db -f csv", "show 1 --archive b.db",
                              "export --archive b.db -f jsonl"}) {
    SCOPED_TRACE(command);
    error(std::string("kehoach ") + command + " -o new.csv");
    EXPECT_FALSE(std::filesystem::exists(scratch_ / "new.csv"));
    error(std::string("kehoach ") + command + " -o before.csv");
    EXPECT_EQ(file_text(scratch_ / "before.csv"), "before\n");
  }
}

TEST_F(ArchiveCare, ADamagedOneIsCheckedToTheEnd) {
  put_plans();
  std::string bytes = file_text(scratch_ / "a.db");
  std::int64_t root = 0, page = 0;
  {
    store::Archive archive =
        store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kRead);
    store::Statement where =
        archive.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'contents'");
    ASSERT_TRUE(where.step());
    root = where.integer(0);
    store::Statement size = archive.prepare("PRAGMA page_size");
    ASSERT_TRUE(size.step());
    page = size.integer(0);
  }
  const auto begin = static_cast<std::size_t>((root - 1) * page);
  bytes.replace(begin, static_cast<std::size_t>(page),
                std::string(static_cast<std::size_t>(page), 'x'));
  write("a.db", bytes);
  const Ran ran = run("kehoach check --archive a.db -f json");
  EXPECT_EQ(ran.code, 2) << ran.err;
  const json said = json::parse(ran.out);
  EXPECT_EQ(said["sources"], 2);  // what comes last
  EXPECT_THAT(said["findings"].dump(), HasSubstr("database-damaged"));
}

TEST_F(ArchiveCare, FiltersThatNameNothing) {
  put_plans();
  EXPECT_EQ(error("kehoach search --archive a.db --issuer '---'"),
            "kehoach: wrong usage: --issuer \"---\": a name with letters or digits is wanted\n");
  for (const char* filter : {"--province ''", "--type ' '", "--lead '…'", "--indicator '%'",
                             "--cites /", "--year ''", "--year ..", "--due ''"})
    for (const char* command : {"search", "tasks", "targets"})
      EXPECT_THAT(error(std::string("kehoach ") + command + " --archive a.db " + filter),
                  HasSubstr("wrong usage: "))
          << filter;
}

TEST_F(ArchiveCare, WhatATableSaysIsToldBesideLinesToo) {
  put_plans();
  for (const char* form : {"jsonl", "csv"})
    EXPECT_THAT(run("kehoach search --archive a.db 'hài lonh' -f " + std::string(form)).err,
                HasSubstr("did you mean: hài l"));
  EXPECT_EQ(run("kehoach search --archive a.db 'hài lonh' -f json").err, "");
}

TEST_F(ArchiveCare, ASavedSearchIsTheSearchAlone) {
  put_plans();
  EXPECT_EQ(run("kehoach search --archive a.db 'hài lòng' -o out.jsonl --save s.txt").code, 0);
  EXPECT_EQ(file_text(scratch_ / "s.txt"),
            "# kehoach search @THIS-FILE\nhài lòng\n--archive a.db\n");
  EXPECT_EQ(run("kehoach search @s.txt -o again.jsonl").code, 0);
  EXPECT_EQ(file_text(scratch_ / "again.jsonl"), file_text(scratch_ / "out.jsonl"));
  EXPECT_THAT(error("kehoach search --archive a.db '#1' --save t.txt"),
              HasSubstr("cannot save #1"));
  EXPECT_FALSE(std::filesystem::exists(scratch_ / "t.txt"));
  write("long.txt", std::string(1 << 17, 'a'));
  EXPECT_THAT(error("kehoach search @long.txt"), HasSubstr("larger than 64 KiB"));
}

TEST_F(ArchiveCare, CorrectionsByNumberAndThoseInForce) {
  put_plans();
  const std::string correct = "kehoach correct --archive a.db 77/KH-UBND ";
  EXPECT_EQ(run(correct + "issue_date 2024-03-13 --by Lan").out,
            "document 1 /document/issue_date: 2024-03-12 → 2024-03-13\n");
  EXPECT_EQ(run(correct + "issue_date 2024-03-14 --by Lan").code, 0);
  const json shown = json::parse(run("kehoach show 1 --archive a.db -f json").out);
  ASSERT_EQ(shown["corrections"].size(), 1u);
  EXPECT_EQ(shown["corrections"][0]["value"], "2024-03-14");
  EXPECT_EQ(shown["corrections"][0]["extracted"], "2024-03-12");
  EXPECT_THAT(run("kehoach show 1 --archive a.db").out,
              HasSubstr("/document/issue_date = \"2024-03-14\""));
  EXPECT_THAT(run("kehoach correct --archive a.db 1/KH-UBND type x --by Lan").err,
              HasSubstr("has no document 1/KH-UBND"));
}

TEST_F(ArchiveCare, FiguresAreShownAsTheyAreBounded) {
  put_plans();
  const std::string shown = run("kehoach show 1 --archive a.db").out;
  EXPECT_THAT(shown, HasSubstr("reach > 95.5 percent"));
  EXPECT_THAT(shown, HasSubstr("increase 3-4 rank, 2023 → 2024"));
}

TEST_F(ArchiveCare, SourcesOfADocumentThatDoNotAgree) {
  put_plans();
  EXPECT_THAT(run("kehoach show 2 --archive a.db").out, Not(HasSubstr("differences")));
  std::string other = kHaGiang;
  const std::string title = "Nâng cao mức độ hài lòng";
  write("copy.txt", other.replace(other.find(title), title.size(), "Nâng cao sự hài lòng"));
  put("copy.txt");
  EXPECT_THAT(run("kehoach show 15/KH-UBND --archive a.db").out,
              HasSubstr("/document/title, version 3: Nâng cao sự hài lòng"));
  const json shown = json::parse(run("kehoach show 15/KH-UBND --archive a.db -f json").out);
  EXPECT_THAT(shown["differences"].dump(), HasSubstr("/document/title"));
}

TEST_F(ArchiveCare, NoFileOfTheUserIsTakenForWriting) {
  put_plans();
  write("report.html.part", "mine");
  EXPECT_EQ(run("kehoach report --archive a.db -o report.html").code, 0);
  EXPECT_EQ(file_text(scratch_ / "report.html.part"), "mine");
  EXPECT_FALSE(std::filesystem::exists(scratch_ / "report.html-2.part"));
}

TEST_F(ArchiveCare, SaysWhichFolderIsMissing) {
  put_plans();
  EXPECT_EQ(error("kehoach ingest ha-giang.txt --archive no/x.db"),
            "kehoach: no/x.db: no archive can be made there: there is no folder no; make it, or "
            "name another place with --archive\n");
  EXPECT_EQ(error("kehoach search hài --archive a.db -o no/x.jsonl"),
            "kehoach: cannot write the results: no/x.jsonl: there is no folder no; make it or name "
            "another place with --output\n");
  EXPECT_THAT(error("kehoach search '(((' --archive a.db"),
              HasSubstr("a bracket is opened here and nothing stands behind it\n  (((\n    ^\n"));
}

}  // namespace
}  // namespace kehoach::cli
