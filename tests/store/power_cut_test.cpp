// The power fails at any write: the archive is whole, holds the transactions of some earlier
// moment, and doing the rest again gives what an undisturbed run gives.
#include <gtest/gtest.h>

#include "archive_dump.h"
#include "base/error.h"
#include "power_cut_vfs.h"
#include "scratch_archive.h"

namespace kehoach::store {
namespace {

constexpr int kDocuments = 12;
constexpr int kInOne = 3;  // documents of one transaction

Json record_of(int n) {
  Json record = made_record("bytes " + std::to_string(n),
                            {std::to_string(n) + "/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-07-15"});
  record["citations"] = {citation(std::to_string(n + 1) + "/KH-UBND", "2022-07-15", "")};
  return record;
}

Archive open() {
  return Archive::open("/archive.db", Archive::Access::kCreate, PowerCutVfs::kName);
}

// Stores what is not there yet, some in each transaction.
void ingest(Archive& archive) {
  Transaction first(archive);
  const std::int64_t run =
      start_run(archive, {"ingest", "2026-01-01T00:00:00Z", {"k", "p", {}}, "{}"});
  first.commit();
  for (int n = 0; n < kDocuments; n += kInOne) {
    Transaction transaction(archive);
    for (int i = n; i < n + kInOne; ++i) {
      const Json record = record_of(i);
      if (version_of(archive, record["source"]["sha256"].get<std::string>())) continue;
      // A text of several pages of the database.
      put_record(archive, pack(record, std::string(20'000, static_cast<char>('a' + i)), "m"), run);
    }
    transaction.commit();
  }
}

std::string undisturbed() {
  PowerCutVfs vfs;
  Archive archive = open();
  ingest(archive);
  return archive_dump(archive);
}

// Until the power fails. False: it did not.
bool ingest_until_cut() {
  try {
    Archive archive = open();
    ingest(archive);
    return false;
  } catch (const base::Error&) {
    return true;
  }
}

std::int64_t count_of(Archive& archive, const char* sql) {
  Statement statement = archive.prepare(sql);
  return statement.step() ? statement.integer(0) : -1;
}

TEST(PowerCut, LeavesAWholeArchiveThatGoesOn) {
  const std::string whole = undisturbed();
  int cuts = 0;
  for (int after = 1; after < 4000; after += 1 + after / 8) {
    PowerCutVfs vfs;
    vfs.cut_after(after);
    if (!ingest_until_cut()) break;
    ++cuts;
    vfs.restart(static_cast<unsigned>(after));
    Archive archive = open();
    Statement check = archive.prepare("PRAGMA integrity_check");
    ASSERT_TRUE(check.step());
    ASSERT_EQ(check.text(0), "ok") << "cut after " << after;
    check.reset();
    const std::int64_t kept = count_of(archive, "SELECT count(*) FROM versions");
    EXPECT_EQ(kept % kInOne, 0) << "a transaction in parts, cut after " << after;
    EXPECT_EQ(kept, count_of(archive, "SELECT count(*) FROM contents"));
    ingest(archive);
    EXPECT_EQ(archive_dump(archive), whole) << "cut after " << after;
  }
  EXPECT_GT(cuts, 20);
}

}  // namespace
}  // namespace kehoach::store
