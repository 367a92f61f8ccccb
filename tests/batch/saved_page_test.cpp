#include "batch/saved_page.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace kehoach::batch {
namespace {

namespace fs = std::filesystem;

class SavedPage : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("kehoach-page-" + std::to_string(::getpid()));
    for (const char* name : {"trang.html", "ke hoach 12.pdf", "trang_files/phu-luc.xlsx"}) {
      fs::create_directories((root_ / name).parent_path());
      std::ofstream(root_ / name) << "x";
    }
  }
  void TearDown() override { fs::remove_all(root_); }

  // The path below the root, "-" where no file was found.
  std::string found(const std::string& href, const std::string& label = "tại đây") {
    std::vector<plan::Attachment> attachments = {
        {href.empty() ? std::nullopt : std::optional(href), label, {}}};
    find_local_files((root_ / "trang.html").string(), attachments);
    const auto& path = attachments[0].path;
    return path ? fs::path(*path).lexically_relative(root_).string() : "-";
  }

  fs::path root_;
};

TEST_F(SavedPage, FilesBesideItAndInItsFolderAreFound) {
  EXPECT_EQ(found("https://example.vn/vb/ke%20hoach%2012.pdf"), "ke hoach 12.pdf");
  EXPECT_EQ(found("https://example.vn/tai.ashx?id=3&file=/vb/ke%20hoach%2012.pdf"),
            "ke hoach 12.pdf");
  EXPECT_EQ(found("https://example.vn/tai/77", "ke hoach 12.pdf"), "ke hoach 12.pdf");
  EXPECT_EQ(found("", "ke hoach 12.pdf"), "ke hoach 12.pdf");
  EXPECT_EQ(found("https://example.vn/phu-luc.xlsx"), "trang_files/phu-luc.xlsx");
}

TEST_F(SavedPage, NothingLeadsOutOfTheFolderOrToThePageItself) {
  EXPECT_EQ(found("https://example.vn/khac.pdf"), "-");
  EXPECT_EQ(found("https://example.vn/x?f=..%2F..%2Fetc%2Fpasswd.pdf"), "-");
  EXPECT_EQ(found("https://example.vn/trang.html"), "-");
  EXPECT_EQ(found("https://example.vn/"), "-");
}

TEST(SavedPageFolder, IsKnownByThePageBesideIt) {
  EXPECT_TRUE(is_page_folder("tin_files", {"tin.html"}));
  EXPECT_TRUE(is_page_folder("tin.files", {"tin.htm"}));
  EXPECT_FALSE(is_page_folder("tin_files", {"khac.html"}));
  EXPECT_FALSE(is_page_folder("_files", {".html"}));
}

}  // namespace
}  // namespace kehoach::batch
