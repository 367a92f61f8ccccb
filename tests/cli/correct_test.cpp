#include <gmock/gmock.h>

#include "made_archive.h"

namespace kehoach::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Correct : public MadeArchive {
 protected:
  void put_plan() const {
    write("lam-dong.txt", kLamDong);
    put("lam-dong.txt");
  }
  Ran correct(const std::string& rest) const {
    return run("kehoach correct --archive a.db " + rest);
  }
  json record() const { return json::parse(run("kehoach export --archive a.db -f jsonl").out); }
};

TEST_F(Correct, SetsUndoesAndRemembers) {
  put_plan();
  const Ran set = correct("1 issue_date 13/3/2024 --by Lan --note 'bản giấy'");
  EXPECT_EQ(set.code, 0) << set.err;
  EXPECT_EQ(set.out, "document 1 /document/issue_date: 2024-03-12 → 2024-03-13\n");
  EXPECT_EQ(correct("1 issuer 'Sở Nội vụ tỉnh Hà Giang' --by Lan").out,
            "document 1 /document/issuer: UBND tỉnh Lâm Đồng → Sở Nội vụ tỉnh Hà Giang\n");
  EXPECT_EQ(correct("1 number '78 /KH-UBND' --by Lan").out,
            "document 1 /document/number: 77/KH-UBND → 78/KH-UBND\n");
  EXPECT_EQ(correct("1 type 'quyết định' --by Lan").out,
            "document 1 /document/type: Kế hoạch → Quyết định\n");
  EXPECT_EQ(correct("1 tasks/0 --none --by Lan").out, "document 1 /tasks/0: taken out\n");
  const json now = record();
  EXPECT_EQ(now["document"]["issuer"]["unit"],
            json::parse(R"({"name": "Hà Giang", "code": "02", "province": "Hà Giang"})"));
  EXPECT_EQ(now["document"]["issuer"]["body"], "Sở Nội vụ");
  EXPECT_EQ(now["document"]["number"]["serial"], 78);
  EXPECT_EQ(now["document"]["number"]["symbol"], "KH-UBND");
  EXPECT_EQ(now["document"]["type"]["code"], "QĐ");
  EXPECT_EQ(now["tasks"], json::array());
  EXPECT_EQ(now["corrections"].size(), 5u);
  const Ran csv =
      run("kehoach export --archive a.db -f csv --table documents --province 'Hà Giang'");
  EXPECT_THAT(csv.out, HasSubstr(",\"issue_date, issuer, number, type\"\n"));
  EXPECT_EQ(correct("1 tasks/0 --undo --by Minh").out,
            "document 1 /tasks/0: the correction of Lan (nothing) is undone\n");
  const Ran history = correct("1 --history");
  EXPECT_THAT(history.out, HasSubstr("Lan  /document/issue_date  2024-03-12"));
  EXPECT_THAT(history.out, HasSubstr("bản giấy"));
  EXPECT_THAT(history.out, HasSubstr("Minh 2"));
  put("--reread lam-dong.txt");
  EXPECT_EQ(record()["document"]["issue_date"]["value"], "2024-03-13");
}

TEST_F(Correct, AnEntryThatWasCorrectedIsNoGuessAnyMore) {
  put_plan();
  ASSERT_EQ(correct("1 targets/0/min 3,5 --by Lan").code, 0);
  const json target = record()["targets"][0];
  EXPECT_EQ(target["confidence"], 1.0);
  EXPECT_EQ(target["rule"], "correction");
  EXPECT_EQ(target["evidence"][0]["source"], "text");
  EXPECT_EQ(target["evidence"].back(), json({{"source", "person"}, {"text", "Lan"}}));
}

TEST_F(Correct, ARangeThatWouldFallIsRefused) {
  put_plan();
  ASSERT_EQ(correct("1 targets/0/max --none --by Lan").code, 0);
  ASSERT_EQ(correct("1 targets/0/min 5 --by Lan").code, 0);
  const Ran ran = correct("1 targets/0/max 4,5 --by Lan");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("the entry would go from 5 to 4.5; set its other end first"));
  EXPECT_EQ(record()["targets"][0]["max"], nullptr);
  EXPECT_EQ(correct("1 targets/0/max 5 --by Lan").code, 0);
}

TEST_F(Correct, SaysWhatIsWrong) {
  put_plan();
  const auto error = [&](const std::string& rest) {
    const Ran ran = correct(rest);
    EXPECT_EQ(ran.code, 3) << rest;
    return ran.err;
  };
  EXPECT_EQ(error("1 title Khác"),
            "kehoach: --by NAME is wanted: a correction has somebody who answers for it\n");
  EXPECT_THAT(error("7 title Khác --by Lan"), HasSubstr("there is no document 7 in this archive"));
  EXPECT_THAT(error("1 titel Khác --by Lan"),
              HasSubstr("titel: is no field that can be corrected; there are number, type, "));
  EXPECT_THAT(error("1 issue_date mai --by Lan"), HasSubstr("mai is no day"));
  EXPECT_THAT(error("1 number KH-UBND --by Lan"), HasSubstr("KH-UBND is no number of a document"));
  EXPECT_THAT(error("1 type 'Thiệp cưới' --by Lan"), HasSubstr("Thiệp cưới is no type"));
  EXPECT_THAT(error("1 targets/5/min 3 --by Lan"), HasSubstr("document 1 has 2 targets; "));
  EXPECT_THAT(error("1 targets/0/change --none --by Lan"), HasSubstr("--none cannot be said"));
  EXPECT_THAT(error("1 title --undo --by Lan"), HasSubstr("no correction that could be undone"));
  EXPECT_THAT(error("1 title --by Lan"), HasSubstr("a VALUE is wanted, or --none, or --undo"));
  EXPECT_EQ(correct("1 --history").out.find("Lan"), std::string::npos);
}

}  // namespace
}  // namespace kehoach::cli
