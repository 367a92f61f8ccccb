#include <gmock/gmock.h>

#include "made_archive.h"

namespace kehoach::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

using Report = MadeArchive;

TEST_F(Report, SaysWhatStandsInTheArchive) {
  write("lam-dong.txt", kLamDong);
  write("hong.pdf", "%PDF-1.4\nbroken");
  const Ran ran =
      run("kehoach -q ingest lam-dong.txt hong.pdf --archive a.db --report page.html; kehoach "
          "report --archive a.db -o again.html");
  EXPECT_EQ(ran.code, 0) << ran.err;
  const std::string page = file_text(scratch_ / "page.html");
  EXPECT_THAT(page, HasSubstr("<dt>documents</dt><dd>1</dd>"));
  EXPECT_THAT(page, HasSubstr("<title>2024: 1</title>"));
  EXPECT_THAT(page, HasSubstr("<title>Lâm Đồng: 1</title>"));
  EXPECT_THAT(page, HasSubstr("<title>Kế hoạch: 1</title>"));
  EXPECT_THAT(page, HasSubstr("<h2>Failures: 1</h2>"));
  EXPECT_THAT(page, HasSubstr("<td>broken</td>"));
  EXPECT_THAT(page, HasSubstr("Last run: ingest, 20"));
  for (const char* outside : {"http:", "https:", "<script", "<link", "@import", "url("})
    EXPECT_THAT(page, Not(HasSubstr(outside)));
}

TEST_F(Report, DocumentsWithoutProvinceOrYear) {
  write("lam-dong.txt", kLamDong);
  auto record = nlohmann::ordered_json::parse(run("kehoach extract -f jsonl lam-dong.txt").out);
  record["document"]["issuer"]["unit"] = nullptr;
  record["document"]["issuer"]["level"] = "central";
  put_record(record);
  EXPECT_THAT(run("kehoach report --archive a.db").out, HasSubstr("<title>(central): 1</title>"));
  EXPECT_EQ(run("kehoach correct --archive a.db 1 issuer.level --none --by Lan").code, 0);
  EXPECT_EQ(run("kehoach correct --archive a.db 1 issue_date --none --by Lan").code, 0);
  const std::string page = run("kehoach report --archive a.db").out;
  EXPECT_THAT(page, Not(HasSubstr("(central)")));
  const std::string bar = "<title>(not said): 1</title>";  // of provinces, and of years
  EXPECT_THAT(page.substr(page.find(bar) + bar.size()), HasSubstr(bar));
}

TEST_F(Report, EscapesWhatDocumentsSay) {
  write("lam-dong.txt", kLamDong);
  auto record = nlohmann::ordered_json::parse(run("kehoach extract -f jsonl lam-dong.txt").out);
  record["document"]["title"]["value"] = "<script>alert('\x01')</script>";
  record["document"]["title"]["confidence"] = 0.3;
  record["document"]["issuer"]["unit"]["province"] = "\"><b>";
  put_record(record);
  const std::string page = run("kehoach report --archive a.db").out;
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(&#39;\xEF\xBF\xBD&#39;)&lt;/script&gt;"));
  EXPECT_THAT(page, HasSubstr("<title>&quot;&gt;&lt;b&gt;: 1</title>"));
  EXPECT_THAT(page, HasSubstr("<td class=\"number\">0.30</td>"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST_F(Report, AnEmptyArchive) {
  put_nothing();
  const Ran ran = run("kehoach report --archive a.db");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("Nothing to show."));
  EXPECT_THAT(ran.out, HasSubstr("Every file could be read."));
}

TEST_F(Report, AFullDisk) {
  put_nothing();
  write("page.html", "before\n");
  const Ran ran =
      run("trap '' XFSZ; ulimit -f 1; kehoach report --archive a.db --output page.html");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(file_text(scratch_ / "page.html"), "before\n");
}

}  // namespace
}  // namespace kehoach::cli
