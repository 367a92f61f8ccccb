// Records → documents, versions, links.
#include "store/put_record.h"

#include "scratch_archive.h"
#include "store/relations.h"

namespace kehoach::store {
namespace {

class PutRecord : public ScratchArchive {
 protected:
  PutRecord() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
  }

  Stored put(const std::string& bytes, const Made& made) {
    return store::put(archive_, made_record(bytes, made), run_);
  }
  std::string rows(const std::string& sql) { return ScratchArchive::rows(archive_, sql); }

  Archive archive_;
  std::int64_t run_ = 0;
};

const Made kPlan = {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-07-15"};

TEST_F(PutRecord, GivesTheDocumentsRow) {
  put("a", kPlan);
  EXPECT_EQ(rows("SELECT key, number, serial, doc_type_code, year, issuer, province, role,"
                 " current_version FROM documents"),
            "142/kh-ubnd|ubnd tỉnh đắk lắk|2022|142/KH-UBND|142|KH|2022|UBND tỉnh Đắk Lắk|Đắk Lắk|"
            "document|1\n");
  EXPECT_EQ(rows("SELECT path, value, text_end FROM fields WHERE path = '/document/number'"),
            "/document/number|142/KH-UBND|3\n");
}

TEST_F(PutRecord, WhatItKeepsCanBeReadBack) {
  const Json record = made_record("a", kPlan);
  const Stored stored = store::put(archive_, record, run_, "một hai ba");
  EXPECT_EQ(stored_record(archive_, stored.version), record);
  EXPECT_EQ(stored_text(archive_, stored.version), "một hai ba");
  EXPECT_EQ(stored_model(archive_, stored.version), "model");
}

struct Same {
  const char* what;
  Made first, second;
  bool same;
};

TEST_F(PutRecord, ADocumentIsNumberIssuerAndYear) {
  const std::vector<Same> cases = {
      {"the same", kPlan, kPlan, true},
      {"case, tone, zeros", kPlan, {"0142/kh-UBND", "UBND TỈNH ĐẮK LẮK", "2022-07-15"}, true},
      {"another day of the year", kPlan, {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-08-01"}, true},
      {"another year", kPlan, {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2023-07-15"}, false},
      {"another issuer", kPlan, {"142/KH-UBND", "UBND tỉnh Gia Lai", "2022-07-15"}, false},
      {"the number alone", {"142/KH-UBND", "", ""}, {"142/KH-UBND", "", ""}, false},
      {"no year",
       {"142/KH-UBND", "UBND tỉnh Gia Lai", ""},
       {"142/KH-UBND", "UBND tỉnh Gia Lai", ""},
       false},
      {"no symbol",
       {"142", "UBND tỉnh Gia Lai", "2022-07-15"},
       {"142", "UBND tỉnh Gia Lai", "2022-07-15"},
       false},
      {"a page about it",
       kPlan,
       {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-07-15", "about"},
       false},
  };
  int n = 0;
  for (const Same& test : cases) {
    Archive archive = Archive::open(path(std::to_string(++n)), Archive::Access::kCreate);
    Transaction transaction(archive);
    const auto run_id = start_run(archive, made_run());
    transaction.commit();
    const Stored first = store::put(archive, made_record("a", test.first), run_id);
    const Stored second = store::put(archive, made_record("b", test.second), run_id);
    EXPECT_EQ(first.document == second.document, test.same) << test.what;
  }
}

TEST_F(PutRecord, TheSameBytesAreOneVersion) {
  const Stored first = put("a", kPlan);
  const Stored again = put("a", kPlan);
  EXPECT_EQ(first.version, again.version);
  EXPECT_EQ(rows("SELECT (SELECT count(*) FROM versions), (SELECT count(*) FROM fields)"), "1|5\n");
}

TEST_F(PutRecord, AnotherReadingMayFindAnotherDocument) {
  const Stored plan = put("a", kPlan);
  const Stored unread = put("b", {"", "", ""});
  const Stored read = put("b", kPlan);
  EXPECT_EQ(read.version, unread.version);
  EXPECT_EQ(read.document, plan.document);
  EXPECT_EQ(rows("SELECT id, key, current_version, merged_into FROM documents WHERE id = 2"),
            "2|merged:2|-|1\n");
  const Stored renumbered = put("c", {"", "", ""});
  const Stored kept = put("c", {"9/KH-UBND", "UBND tỉnh Gia Lai", "2022-07-15"});
  EXPECT_EQ(renumbered.document, kept.document);
}

TEST_F(PutRecord, FollowsDocumentsThatWereFoundToBeOthersToTheEnd) {
  const Made other = {"9/KH-UBND", "UBND tỉnh Gia Lai", "2022-07-15"};
  put("a", {"", "", ""});
  put("b", kPlan);
  put("a", kPlan);  // 1 is 2
  put("c", other);
  put("a", other);
  put("b", other);  // 2 is 3
  EXPECT_EQ(live_document(archive_, 1), 3);
  EXPECT_EQ(live_document(archive_, 3), 3);
  EXPECT_EQ(live_document(archive_, 99), std::nullopt);
}

TEST_F(PutRecord, LinksACitationAlsoWhenTheCitedComesLater) {
  Json citing = made_record("a", {"7/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-09-01"});
  citing["citations"] = {citation("142/KH-UBND", "2022-07-15", ""),
                         citation("142/KH-UBND", "", "UBND tỉnh Đắk Lắk"),
                         citation("142/KH-UBND", "2022-07-16", "UBND tỉnh Đắk Lắk"),
                         citation("142/KH-UBND", "2022-07-15", "UBND tỉnh Gia Lai"),
                         citation("142/KH-UBND", "2022-07-15", "UBND tỉnh Đắk Lắk", "attached-to")};
  store::put(archive_, citing, run_);
  const std::string links = "SELECT kind, position, to_document FROM links ORDER BY position";
  EXPECT_EQ(rows(links), "cites|0|-\ncites|2|-\ncites|3|-\nattached-to|4|-\n");
  put("b", kPlan);
  EXPECT_EQ(rows(links), "cites|0|2\ncites|2|-\ncites|3|-\nattached-to|4|2\n");
  put("c", {"142/KH-UBND", "UBND tỉnh Gia Lai", "2022-07-15"});
  EXPECT_EQ(rows(links), "cites|0|-\ncites|2|-\ncites|3|3\nattached-to|4|2\n")
      << "two fit the first";
}

TEST_F(PutRecord, LinksFollowARoleThatChanges) {
  Json citing = made_record("a", {"7/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-09-01"});
  citing["citations"] = {citation("142/KH-UBND", "2022-07-15", "UBND tỉnh Đắk Lắk")};
  store::put(archive_, citing, run_);
  Made page = kPlan;
  page.role = "about";
  put("b", page);
  EXPECT_EQ(rows("SELECT to_document FROM links WHERE kind = 'cites'"), "-\n");
  put("b", kPlan);
  EXPECT_EQ(rows("SELECT to_document FROM links WHERE kind = 'cites'"), "2\n");
}

TEST_F(PutRecord, AnAttachmentGoesWhereItsContentGoes) {
  const Stored unread = put("b", {"", "", ""});
  Source source;
  source.path = "/p/b";
  source.state = "read";
  source.version = unread.version;
  source.run = run_;
  Transaction transaction(archive_);
  put_source(archive_, source);
  transaction.commit();
  Json page = made_record("page", {"", "", ""});
  page["source"]["attachments"] = {{{"path", "/p/b"}}};
  store::put(archive_, page, run_);
  const Stored plan = put("c", kPlan);
  put("b", kPlan);
  EXPECT_EQ(rows("SELECT to_document FROM links"), std::to_string(plan.document) + "\n");
}

TEST_F(PutRecord, LinksAPageToThePlanThatItReports) {
  put("a", kPlan);
  put("b", {"142", "UBND tỉnh Đắk Lắk", "2022-07-15", "about"});
  put("c", {"142", "UBND tỉnh Gia Lai", "2022-07-15", "about"});
  EXPECT_EQ(rows("SELECT from_version, kind, to_document FROM links"),
            "2|reports|1\n3|reports|-\n");
}

TEST_F(PutRecord, ShowsWhereSourcesDiffer) {
  const Stored first = put("a", kPlan);
  Made other = kPlan;
  other.title = "Kế hoạch khác";
  const Stored second = put("b", other);
  Transaction transaction(archive_);
  for (const Stored& stored : {first, second}) {
    Source source;
    source.path = "/p/" + std::to_string(stored.version);
    source.state = "read";
    source.version = stored.version;
    source.run = run_;
    put_source(archive_, source);
  }
  transaction.commit();
  EXPECT_EQ(rows("SELECT field, version_id, value FROM document_differences ORDER BY version_id"),
            "/document/title|1|Kế hoạch thử\n/document/title|2|Kế hoạch khác\n");
  EXPECT_EQ(rows("SELECT document_id, path FROM document_sources"), "1|/p/1\n1|/p/2\n");
}

}  // namespace
}  // namespace kehoach::store
