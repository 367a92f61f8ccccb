#include <gmock/gmock.h>

#include "made_archive.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Check : public MadeArchive {
 protected:
  void put_plans() const {
    write("lam-dong.txt", kLamDong);
    write("ha-giang.txt", kHaGiang);
    put("lam-dong.txt ha-giang.txt");
  }
  Ran check(const std::string& rest = "") const {
    return run("kehoach check --archive a.db -f json " + rest);
  }
  // Codes of errors and warnings.
  std::vector<std::string> codes(const std::string& rest = "") const {
    std::vector<std::string> out;
    const json said = json::parse(check(rest).out);
    for (const json& one : said["findings"])
      if (one["severity"] != "info") out.push_back(one["code"]);
    return out;
  }
  void sql(const std::string& statements) const {
    store::Archive archive =
        store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kWrite);
    archive.execute("PRAGMA foreign_keys=OFF; " + statements);
  }
};

TEST_F(Check, ASoundArchive) {
  put_plans();
  const Ran ran = run("kehoach check --archive a.db");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out, "2 files and 2 versions looked at: 0 errors, 0 warnings\n");
}

TEST_F(Check, OneOfEach) {
  write("lam-dong.txt", kLamDong);
  run("kehoach ingest -q lam-dong.txt --archive a.db");
  std::filesystem::remove(scratch_ / "lam-dong.txt");
  EXPECT_THAT(run("kehoach check --archive a.db").out,
              HasSubstr("1 file and 1 version looked at: 1 error, 0 warnings\n"));
}

TEST_F(Check, FilesThatChangedOrWent) {
  put_plans();
  std::filesystem::remove(scratch_ / "lam-dong.txt");
  std::string same_size = kHaGiang;
  same_size.back() = ' ';
  write("ha-giang.txt", same_size);
  const Ran ran = run("COLUMNS=100 kehoach check --archive a.db");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, HasSubstr("error     source-missing  "));
  EXPECT_THAT(ran.out, HasSubstr("2 files and 2 versions looked at: 2 errors, 0 warnings\n"));
  EXPECT_THAT(codes(), ElementsAre("source-missing", "source-changed"));
  EXPECT_THAT(codes("--quick"), ElementsAre("source-missing"));  // size and time say nothing here
}

TEST_F(Check, WhatTheDatabaseHolds) {
  put_plans();
  sql("UPDATE contents SET text = zeroblob(8) WHERE version_id = 1;"
      "UPDATE versions SET text_sha256 = 'other' WHERE id = 2;"
      "UPDATE targets SET version_id = 77 WHERE id = 1");
  const json said = json::parse(check().out);
  EXPECT_THAT(codes(), ElementsAre("row-without-parent", "content-damaged", "content-damaged"));
  EXPECT_EQ(said["findings"][0]["subject"], "targets row 1");
  EXPECT_THAT(said["findings"][2]["message"].get<std::string>(),
              HasSubstr("its text is not the one that was hashed"));
}

TEST_F(Check, Orphans) {
  put_plans();
  EXPECT_EQ(run("kehoach correct --archive a.db 1 targets/0/min 3,5 --by Lan").code, 0);
  sql("UPDATE corrections SET anchor = '{\"print\": \"x\"}';"
      "UPDATE sources SET version_id = NULL WHERE id = 2;"
      "INSERT INTO documents (key, role) VALUES ('k', 'none')");
  EXPECT_THAT(codes(), ElementsAre("document-without-version", "source-without-version",
                                   "correction-rests"));
}

TEST_F(Check, Duplicates) {
  put_plans();
  EXPECT_EQ(run("kehoach correct --archive a.db 2 number 77/KH-UBND --by Lan && kehoach correct"
                " --archive a.db 2 issuer 'UBND tỉnh Lâm Đồng' --by Lan")
                .code,
            0);
  const Ran ran = check();
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(codes(), ElementsAre("duplicate-number"));
  EXPECT_EQ(json::parse(ran.out)["findings"][0]["subject"], "documents 1, 2");
}

// "Sở Nội vụ" may be any province's: only one day of issue makes two papers the same.
TEST_F(Check, PapersOfAnOfficeWithoutPlaceAreNoDuplicates) {
  put_plans();
  const auto office = [&](const std::string& date) {
    sql("UPDATE documents SET number_key = '77/kh-snv', issuer = 'Sở Nội vụ', issuer_key = "
        "'sở nội vụ', issuer_level = 'province', unit_code = NULL, province = NULL, year = 2024,"
        " issue_date = CASE id WHEN 1 THEN '2024-03-12' ELSE " +
        date + " END");
    return codes();
  };
  EXPECT_THAT(office("'2024-04-01'"), testing::IsEmpty());
  EXPECT_THAT(office("NULL"), testing::IsEmpty());
  EXPECT_THAT(office("'2024-03-12'"), ElementsAre("duplicate-number"));
}

TEST_F(Check, TheFullTextIndex) {
  put_plans();
  const auto found = [&](const std::string& statements, const std::string& rest = "") {
    sql(statements);
    const json said = json::parse(check(rest).out);
    std::vector<std::string> out;
    for (const json& one : said["findings"])
      if (one["check"] == "search-index") out.push_back(one["subject"]);
    return out;
  };
  EXPECT_THAT(found("SELECT 1"), testing::IsEmpty());
  // Another word in the index than in the text, which only reading all of it shows.
  const std::string other =
      "INSERT INTO document_text (rowid, head, body, facets) SELECT id, '', 'lạ|la', '' FROM"
      " search_rows WHERE document_id = 2";
  EXPECT_THAT(found(other, "--quick"), testing::IsEmpty());
  EXPECT_THAT(found("SELECT 1"), ElementsAre("document 2"));
  EXPECT_THAT(found("DELETE FROM search_rows WHERE document_id = 1", "--quick"),
              ElementsAre("document 1", HasSubstr("a.db")));
  const Ran ran = run("kehoach reindex --search-index --archive a.db");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(found("SELECT 1"), testing::IsEmpty());
  EXPECT_THAT(run("kehoach search --archive a.db 'hài lòng'").out, HasSubstr("15/KH-UBND"));
}

TEST_F(Check, ADatabaseThatIsNone) {
  write("a.db", std::string(5000, 'x'));
  const Ran ran = check();
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("a.db"));
}

}  // namespace
}  // namespace kehoach::cli
