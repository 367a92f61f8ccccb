#include "store/corrections/corrections.h"

#include "base/error.h"
#include "scratch_archive.h"
#include "store/archived_record.h"
#include "store/corrections/correctable.h"

namespace kehoach::store {
namespace {

Json target(const std::string& printed, int start, const std::string& words) {
  return {
      {"indicator", {{"code", nullptr}, {"name", "tỷ lệ"}}},
      {"change", "reach"},
      {"unit", "percent"},
      {"min", 5},
      {"printed", printed},
      {"confidence", 0.8},
      {"rule", "test"},
      {"evidence", {{{"source", "text"}, {"text", words}, {"start", start}, {"end", start + 10}}}}};
}

class Corrections : public ScratchArchive {
 protected:
  Corrections() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
    read({target("5%", 10, "đạt 5%"), target("7%", 40, "đạt 7%, xếp thứ 3"),
          target("thứ 3", 40, "đạt 7%, xếp thứ 3")});
  }

  // Reads the plan (anew) with these targets.
  void read(const Json& targets) {
    Json record = made_record("a", {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-07-15"});
    record["targets"] = targets;
    put(archive_, record, run_);
  }
  void correct(const std::string& field, const Json& value, const std::string& by = "Lan",
               const Json& parts = Json::object()) {
    Transaction transaction(archive_);
    Correction one;
    one.document = 1;
    one.field = correctable_field(field);
    one.value = value;
    one.parts = parts;
    one.by = by;
    one.at = "2026-02-03T04:05:06Z";
    put_correction(archive_, one);
    transaction.commit();
  }
  bool undo(const std::string& field) {
    Transaction transaction(archive_);
    const bool done =
        undo_correction(archive_, 1, correctable_field(field), "Minh", "2026-03-04T05:06:07Z")
            .has_value();
    transaction.commit();
    return done;
  }
  Json record() { return archived_record(archive_, 1)->record; }
  std::string rows(const std::string& sql) { return ScratchArchive::rows(archive_, sql); }

  Archive archive_;
  std::int64_t run_ = 0;
};

TEST_F(Corrections, StandBesideWhatWasExtracted) {
  correct("issue_date", "2022-07-25");
  const Json field = record()["document"]["issue_date"];
  EXPECT_EQ(field["value"], "2022-07-25");
  EXPECT_EQ(field["confidence"], 1.0);
  EXPECT_EQ(field["rule"], "correction");
  EXPECT_EQ(field["evidence"][0], Json({{"source", "person"}, {"text", "Lan"}}));
  EXPECT_EQ(field["evidence"][1]["text"], "2022-07-15");
  EXPECT_EQ(record()["corrections"],
            Json::parse(R"([{"field": "/document/issue_date", "value": "2022-07-25",
                             "extracted": "2022-07-15", "by": "Lan",
                             "at": "2026-02-03T04:05:06Z", "note": null}])"));
  EXPECT_EQ(rows("SELECT issue_date FROM documents"), "2022-07-25\n");
  EXPECT_EQ(rows("SELECT value FROM fields WHERE path = '/document/issue_date'"), "2022-07-15\n");
}

TEST_F(Corrections, HoldOverEveryReading) {
  correct("title", "Tên đúng");
  correct("targets/0/min", 6);
  read({target("9%", 5, "đạt 9%"), target("5%", 30, "đạt 5%")});
  EXPECT_EQ(record()["document"]["title"]["value"], "Tên đúng");
  EXPECT_EQ(record()["targets"][0]["min"], 5);
  EXPECT_EQ(record()["targets"][1]["min"], 6);  // found by its words
  EXPECT_EQ(record()["corrections"][1]["field"], "/targets/1/min");
  EXPECT_EQ(rows("SELECT position, min FROM targets ORDER BY position"), "0|5.0\n1|6.0\n");
}

TEST_F(Corrections, OfAnEntryThatIsNotReadAnyMoreRest) {
  correct("targets/0/min", 6);
  read(Json::array({target("9%", 5, "đạt 9%")}));
  EXPECT_EQ(record()["targets"][0]["min"], 5);
  EXPECT_FALSE(record().contains("corrections"));
  read(Json::array({target("5%", 10, "đạt 5%")}));
  EXPECT_EQ(record()["targets"][0]["min"], 6);
}

TEST_F(Corrections, TakeEntriesOut) {
  correct("targets/1", nullptr);
  correct("targets/1/min", 3);  // of the same words, told apart by what is printed
  const Json now = record();
  ASSERT_EQ(now["targets"].size(), 2u);
  EXPECT_EQ(now["targets"][1]["printed"], "thứ 3");
  EXPECT_EQ(now["targets"][1]["min"], 3);
  EXPECT_EQ(now["corrections"][0]["field"], "/targets/1");
  EXPECT_EQ(now["corrections"][0]["extracted"]["printed"], "7%");
  EXPECT_EQ(now["corrections"][1]["field"], "/targets/1/min");
  EXPECT_EQ(rows("SELECT count(*) FROM targets"), "2\n");
}

// Positions are those of the record as it is shown.
TEST_F(Corrections, CountEntriesWithoutThoseTakenOut) {
  correct("targets/0", nullptr);
  correct("targets/0/min", 8);  // was 1
  correct("targets/1", nullptr);
  EXPECT_EQ(record()["targets"].size(), 1u);
  EXPECT_EQ(record()["targets"][0]["printed"], "7%");
  EXPECT_EQ(record()["targets"][0]["min"], 8);
  EXPECT_THROW(correct("targets/1/min", 9), base::Error);
  EXPECT_TRUE(undo("targets/0/min"));
  EXPECT_EQ(record()["targets"][0]["min"], 5);
  EXPECT_TRUE(undo("targets/2"));  // as it stands among the corrections
  EXPECT_EQ(record()["targets"].size(), 2u);
}

TEST_F(Corrections, OfEntriesThatTookEachOthersPlace) {
  correct("targets/0/min", 6);
  read({target("9%", 5, "đạt 9%"), target("5%", 30, "đạt 5%")});
  correct("targets/0/min", 10);
  EXPECT_EQ(record()["targets"][0]["min"], 10);
  EXPECT_EQ(record()["targets"][1]["min"], 6);
}

TEST_F(Corrections, OfBoundsThatCross) {
  Json crossed = target("9-4%", 70, "đạt 9-4%");
  crossed["min"] = 9;
  crossed["max"] = 4;
  read({target("5%", 10, "đạt 5%"), crossed});
  EXPECT_THROW(correct("targets/0/max", 3), base::Error);
  correct("targets/0/max", 8);  // whatever another entry says
  EXPECT_EQ(record()["targets"][0]["max"], 8);
  EXPECT_THROW(correct("targets/1/min", 5), base::Error);
  correct("targets/1/min", 4);
}

TEST_F(Corrections, TheNewestThatIsNotUndoneHolds) {
  correct("title", "Một");
  correct("title", "Hai", "Minh");
  EXPECT_EQ(record()["document"]["title"]["value"], "Hai");
  EXPECT_TRUE(undo("title"));
  EXPECT_EQ(record()["document"]["title"]["value"], "Một");
  EXPECT_TRUE(undo("title"));
  EXPECT_EQ(record()["document"]["title"]["value"], "Kế hoạch thử");
  EXPECT_FALSE(undo("title"));
  EXPECT_EQ(rows("SELECT value, corrected_by, extracted, undone_by FROM corrections"),
            "\"Một\"|Lan|\"Kế hoạch thử\"|Minh\n\"Hai\"|Minh|\"Kế hoạch thử\"|Minh\n");
}

TEST_F(Corrections, ValuesThatAreNotThere) {
  correct("title", nullptr);
  correct("signer.position", "CHỦ TỊCH");
  correct("urgency", "HỎA TỐC");
  const Json document = record()["document"];
  EXPECT_TRUE(document["title"].is_null());
  EXPECT_EQ(document["signer"]["position"], "CHỦ TỊCH");
  EXPECT_EQ(document["urgency"]["value"], "HỎA TỐC");
  EXPECT_THROW(correct("targets/9/min", 1), base::Error);
}

TEST_F(Corrections, PartsFollowTheValue) {
  correct("number", "143/KH-UBND", "Lan", {{"serial", 143}, {"symbol", "KH-UBND"}});
  EXPECT_EQ(rows("SELECT number, number_key, serial FROM documents"),
            "143/KH-UBND|143/kh-ubnd|143\n");
}

struct Typed {
  const char* field;
  const char* typed;
  const char* value;  // as JSON; or how the message goes on
};

std::string value_of(const Typed& it) {
  try {
    const std::string field = correctable_field(it.field);
    return field + " " + correct_value(field, it.typed).dump();
  } catch (const base::Error& error) {
    return error.what();
  }
}

TEST(Correctable, KnowsWhatAFieldTakes) {
  const Typed cases[] = {
      {"number", " 142/KH-UBND ", "/document/number \"142/KH-UBND\""},
      {"issue_date", "2024-03-12", "/document/issue_date \"2024-03-12\""},
      {"/document/issue_date", "12/3/2024", "/document/issue_date \"2024-03-12\""},
      {"issue_date", "30/2/2024",
       "wrong usage: /document/issue_date: 30/2/2024 is no day; 2024-03-12 or 12/3/2024 is wanted"},
      {"issuer.level", "province", "/document/issuer/level \"province\""},
      {"issuer.level", "tỉnh",
       "wrong usage: /document/issuer/level: tỉnh is none of central, province, district, commune"},
      {"period", "2021-2025", "/document/period {\"from\":2021,\"to\":2025}"},
      {"plan", "yes", "/document/plan true"},
      {"role", "about", "/role \"about\""},
      {"targets/0/indicator", "tỷ lệ", "/targets/0/indicator/name \"tỷ lệ\""},
      {"targets.0.min", "88,5", "/targets/0/min 88.5"},
      {"results/3/max", "1250", "/results/3/max 1250"},
      {"results/3/max", "1.250",
       "wrong usage: /results/3/max: 1.250 is no plain number; 88.5 or 88,5 or 1250 is wanted"},
      {"targets/0/year", "24", "wrong usage: /targets/0/year: 24 is no year; 2024 is wanted"},
      {"targets/0/deadline", "2025", "/targets/0/deadline \"2025\""},
      {"targets/0", "x",
       "wrong usage: /targets/0: is a whole entry; name a value of it, or take it out with --none"},
      {"tasks/2/lead", "Sở A;  Sở B ; ", "/tasks/2/lead [\"Sở A\",\"Sở B\"]"},
      {"tasks/2/deadline/to", "2024-06-30", "/tasks/2/deadline/to \"2024-06-30\""},
      {"citations/0/relation", "basis", "/citations/0/relation \"basis\""},
      {"title", "  ",
       "wrong usage: /document/title: the value is empty; --none says that there is none"},
  };
  for (const Typed& it : cases) EXPECT_EQ(value_of(it), it.value) << it.field;
}

TEST(Correctable, RefusesOtherFields) {
  for (const char* field : {"titel", "/source/path", "targets/x/min", "targets/0/rule", "", "/",
                            "targets/99999999/min", "document", "evidence"})
    EXPECT_THROW(correctable_field(field), base::Error) << field;
}

}  // namespace
}  // namespace kehoach::store
