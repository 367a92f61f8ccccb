#include "store/archive.h"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>

#include "base/error.h"
#include "scratch_archive.h"
#include "store/migration.h"

namespace kehoach::store {
namespace {

using testing::HasSubstr;

class ArchiveFile : public ScratchArchive {
 protected:
  std::string refusal(Archive::Access access) const {
    try {
      Archive::open(path(), access);
    } catch (const base::Error& error) {
      return error.code() + ": " + error.what();
    }
    return "opened";
  }
};

TEST_F(ArchiveFile, IsMadeAtItsNewestForm) {
  Archive archive = Archive::open(path(), Archive::Access::kCreate);
  EXPECT_EQ(archive.version(), static_cast<int>(migrations().size()));
  EXPECT_EQ(rows(archive, "PRAGMA application_id"), std::to_string(kApplicationId) + "\n");
  EXPECT_EQ(rows(archive, "PRAGMA journal_mode"), "wal\n");
  EXPECT_EQ(rows(archive, "PRAGMA integrity_check"), "ok\n");
}

TEST_F(ArchiveFile, ThatIsNotThereIsNotMadeByReaders) {
  EXPECT_THAT(refusal(Archive::Access::kRead), HasSubstr("archive-missing: " + path()));
  EXPECT_THAT(refusal(Archive::Access::kWrite), HasSubstr("there is no such archive"));
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(ArchiveFile, OfANewerKehoachIsRefused) {
  Archive::open(path(), Archive::Access::kCreate).execute("PRAGMA user_version=999");
  EXPECT_THAT(refusal(Archive::Access::kWrite),
              HasSubstr("was made by a newer kehoach (form 999, this one knows up to"));
}

TEST_F(ArchiveFile, OfSomethingElseIsRefused) {
  {
    sqlite3* database = nullptr;
    sqlite3_open(path().c_str(), &database);
    sqlite3_exec(database, "CREATE TABLE t (x)", nullptr, nullptr, nullptr);
    sqlite3_close(database);
  }
  EXPECT_THAT(refusal(Archive::Access::kCreate), HasSubstr("archive-foreign: "));
  std::ofstream(path(), std::ios::binary) << std::string(5000, 'x');
  EXPECT_THAT(refusal(Archive::Access::kCreate), HasSubstr("archive-corrupt: "));
}

TEST_F(ArchiveFile, IsNoFolderAndNoPipe) {
  const auto refused = [&](const std::string& what) {
    for (const auto access :
         {Archive::Access::kRead, Archive::Access::kWrite, Archive::Access::kCreate})
      EXPECT_THAT(refusal(access),
                  HasSubstr("archive-no-file: " + path() + ": is " + what + ", an archive"));
  };
  std::filesystem::create_directory(path());
  refused("a folder");
  std::filesystem::remove(path());
  ASSERT_EQ(::mkfifo(path().c_str(), 0600), 0);
  refused("a pipe or device");  // and is not waited for
}

TEST_F(ArchiveFile, WhatIsNotCommittedIsNotThere) {
  Archive archive = Archive::open(path(), Archive::Access::kCreate);
  {
    Transaction transaction(archive);
    start_run(archive, made_run());
  }
  EXPECT_EQ(rows(archive, "SELECT count(*) FROM runs"), "0\n");
  Transaction transaction(archive);
  start_run(archive, made_run());
  transaction.commit();
  EXPECT_EQ(rows(archive, "SELECT kind, state FROM runs"), "ingest|running\n");
}

}  // namespace
}  // namespace kehoach::store
