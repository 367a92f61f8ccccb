// Pages as browsers save them, in folders as people keep them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string kPage =
    "<!-- saved from url=(0033)https://eakar.example.vn/tin/5.html -->\n<html><head><title>Trồng "
    "cây</title></head>\n<body><div class=content><h1>Huyện Ea Kar trồng cây xanh ven đường</h1>\n"
    "<p>Ngày 15/7/2022, UBND huyện Ea Kar ban hành Kế hoạch số 42/KH-UBND về trồng cây xanh năm "
    "2022.</p>\n<p>Các xã báo cáo kết quả. <a href='/vb/42-kh.pdf'>Kế hoạch</a>, <a "
    "href='trong_files/bieu.xlsx'>biểu</a>, <a href='/vb/43.pdf'>văn bản khác</a>.</p>\n"
    "</div></body></html>\n";

class SavedPages : public CommandLine {
 protected:
  json records(const std::string& arguments) {
    const Ran ran = run("kehoach extract -f json " + arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return json::parse(ran.out, nullptr, false);
  }
};

TEST_F(SavedPages, TheBrowsersFolderIsNoSourceAndFilesBesideThePageAreNamed) {
  write("luu/trong.html", kPage);
  write("luu/trong_files/quang-cao.html", "<p>Kế hoạch số 9/KH-UBND tăng 5%</p>");
  write("luu/trong_files/bieu.xlsx", "x");
  write("luu/42-kh.pdf.txt", "Kế hoạch");
  const json all = records("luu");
  ASSERT_EQ(all.size(), 2u);
  const json& source = all[1]["source"];
  EXPECT_EQ(source["path"], "luu/trong.html");
  EXPECT_EQ(source["url"], "https://eakar.example.vn/tin/5.html");
  EXPECT_EQ(source["attachments"],
            json({{{"href", "https://eakar.example.vn/vb/42-kh.pdf"}, {"label", "Kế hoạch"}},
                  {{"href", "https://eakar.example.vn/tin/trong_files/bieu.xlsx"},
                   {"label", "biểu"},
                   {"path", "luu/trong_files/bieu.xlsx"}},
                  {{"href", "https://eakar.example.vn/vb/43.pdf"}, {"label", "văn bản khác"}}}));
  EXPECT_EQ(all[1]["document"]["number"]["value"], "42/KH-UBND");
}

TEST_F(SavedPages, ExplainNamesTheLineAndColumnOfTheFile) {
  write("trong.html", kPage);
  EXPECT_THAT(run("kehoach extract -f explain trong.html").out,
              HasSubstr("trong.html:4:47 \"Kế hoạch số 42/KH-UBND\""));
}

TEST_F(SavedPages, AnEmptyShellIsReadAndSaidToBeOne) {
  write("vo.html", "<html><body><div id=root></div><script src=app.js></script></body></html>");
  const json record = records("vo.html")[0];
  EXPECT_EQ(record["role"], "none");
  EXPECT_EQ(record["diagnostics"][0]["code"], "empty-shell");
  EXPECT_THAT(record["diagnostics"][0]["message"].get<std::string>(),
              HasSubstr("save it from there and read that file"));
}

}  // namespace
}  // namespace kehoach::cli
