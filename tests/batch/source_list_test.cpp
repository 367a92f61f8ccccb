#include "batch/source_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace kehoach::batch {
namespace {

namespace fs = std::filesystem;

class SourceList : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("kehoach-list-" + std::to_string(::getpid()));
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void make(const std::string& name) {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name) << "x";
  }
  std::vector<std::string> names(const std::string& below = "") {
    std::vector<std::string> out;
    for (const std::string& path : list_sources({(root_ / below).string()}))
      out.push_back(fs::path(path).lexically_relative(root_).string());
    return out;
  }

  fs::path root_;
};

TEST_F(SourceList, AFolderIsWalkedInOrder) {
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "c/d/e.bin", "a.txt"}) make(name);
  EXPECT_THAT(names(), testing::ElementsAre("a/10.txt", "a/2.txt", "a.txt", "b.txt", "c/d/e.bin"));
}

TEST_F(SourceList, HiddenEntriesAndDataAreLeftOut) {
  for (const char* name : {".x.txt", ".git/a.txt", "a.gold.json", "a.json", "README.md", "a.txt"})
    make(name);
  EXPECT_THAT(names(), testing::ElementsAre("a.txt"));
}

TEST_F(SourceList, WhatBrowsersPutBesideAPageIsLeftOut) {
  for (const char* name : {"tin.html", "tin_files/quang-cao.html", "tin_files/logo.png", "cu.htm",
                           "cu.files/a.txt", "bao-cao_files/b.txt", "kieu.css"})
    make(name);
  EXPECT_THAT(names(), testing::ElementsAre("bao-cao_files/b.txt", "cu.htm", "tin.html"));
}

TEST_F(SourceList, LinksMakeNoLoop) {
  make("a/a.txt");
  fs::create_directory_symlink(root_ / "a", root_ / "a" / "again");
  fs::create_symlink(root_ / "a" / "a.txt", root_ / "link.txt");
  EXPECT_THAT(names(), testing::ElementsAre("a/a.txt", "link.txt"));
}

TEST_F(SourceList, AnEmptyFolderHoldsNothing) { EXPECT_TRUE(names().empty()); }

TEST(SourceNames, WhatIsNoFolderStaysAsItWasGiven) {
  EXPECT_THAT(list_sources({"-", "/nowhere/x", "/dev/null", "a.json"}),
              testing::ElementsAre("-", "/nowhere/x", "/dev/null", "a.json"));
}

}  // namespace
}  // namespace kehoach::batch
