// kehoach search and its neighbours over the sample texts and a few made plans.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>

#include "run_command.h"

namespace kehoach::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

// One archive for all tests of this file: made once.
class SearchCommand : public CommandLine {
 protected:
  void SetUp() override {
    write("lao-cai.txt", plan("Lào Cai", "15/KH-UBND", "12 tháng 3 năm 2022", "2022",
                              "Chỉ số PII năm 2022 tăng ít nhất 02 bậc so với năm 2021."));
    write("yen-bai.txt", plan("Yên Bái", "27/KH-UBND", "20 tháng 3 năm 2022", "2022",
                              "Chỉ số PII năm 2022 đạt từ 90% trở lên."));
    write("report.txt", plan("Lào Cai", "80/KH-UBND", "15 tháng 3 năm 2023", "2023",
                             "Năm 2022, Chỉ số PII của tỉnh tăng 05 bậc so với năm 2021. Chỉ số "
                             "PII năm 2023 tăng ít nhất 01 bậc so với năm 2022."));
    const Ran made =
        run("kehoach ingest -q -j 1 lao-cai.txt yen-bai.txt report.txt && kehoach "
            "ingest -q '" KEHOACH_ROOT "'/corpus/*.txt '" KEHOACH_ROOT
            "'/corpus/c-ia-hrung-nuoc-sach-2026.pdf");
    ASSERT_EQ(made.code, 0) << made.err;
  }

  static std::string plan(const std::string& province, const std::string& number,
                          const std::string& day, const std::string& year,
                          const std::string& target) {
    return "ỦY BAN NHÂN DÂN\nTỈNH " + province +
           "\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: " + number +
           "\n" + province + ", ngày " + day + "\n\nKẾ HOẠCH\nNâng cao mức độ hài lòng năm " +
           year + "\n\nI. MỤC TIÊU\n1. " + target +
           "\n\nII. NHIỆM VỤ\n1. Sở Nội vụ chủ trì tổ chức khảo sát, hoàn thành trước ngày "
           "30/6/" +
           year + ".\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n";
  }

  // Numbers of the hits.
  std::set<std::string> found(const std::string& arguments) {
    const Ran ran = run("kehoach search --per-page 500 -f json " + arguments);
    EXPECT_EQ(ran.code, 0) << arguments << ran.err;
    std::set<std::string> out;
    const auto answer = nlohmann::json::parse(ran.out, nullptr, false);
    if (answer.is_discarded()) return out;
    for (const auto& hit : answer["hits"])
      out.insert(hit["number"].is_string() ? hit["number"].get<std::string>() : "-");
    return out;
  }
};

TEST_F(SearchCommand, KnowsWhichProvinceIsMeant) {
  const std::string hint = "there is no province Lào Cay; did you mean Lào Cai?";
  for (const char* command : {"search -f json", "targets", "tasks", "export -f jsonl"})
    EXPECT_THAT(run(std::string("kehoach ") + command + " --province 'Lào Cay'").err,
                HasSubstr(hint))
        << command;
  EXPECT_THAT(run("kehoach search --province Xyz").err, Not(HasSubstr("did you mean")));
}

TEST_F(SearchCommand, ClaimsNoRelevanceWithoutWords) {
  const Ran ran = run("kehoach search --order relevance --province 'Lào Cai' -f json");
  const auto answer = nlohmann::json::parse(ran.out);
  EXPECT_EQ(answer["order"], "newest first");
  EXPECT_FALSE(answer["hits"][0].contains("score"));
}

TEST_F(SearchCommand, FindsPlansAndSaysWhy) {
  // Both ways of typing.
  EXPECT_EQ(found("'\"mức độ hài lòng năm 2022\"'"),
            (std::set<std::string>{"15/KH-UBND", "27/KH-UBND"}));
  EXPECT_EQ(found("'\"muc do hai long nam 2022\"'"),
            (std::set<std::string>{"15/KH-UBND", "27/KH-UBND"}));
  EXPECT_TRUE(found("'\"mực độ hai lòng năm 2022\"'").empty());
  // The number whole, without marks, and in parts.
  EXPECT_TRUE(found("118/KH-UBND").contains("118/KH-UBND"));
  EXPECT_TRUE(found("118/kh-ubnd").contains("118/KH-UBND"));
  EXPECT_TRUE(found("'118 KH UBND'").contains("118/KH-UBND"));
  // Old and new names of provinces find each other, with the reason.
  const std::set<std::string> both = {"15/KH-UBND", "27/KH-UBND", "80/KH-UBND"};
  const auto with = [&](const std::string& province) {
    std::set<std::string> out;
    for (const std::string& one : found("'\"mức độ hài lòng\"' --province '" + province + "'"))
      if (both.contains(one)) out.insert(one);
    return out;
  };
  EXPECT_EQ(with("Lào Cai"), both);
  EXPECT_EQ(with("yen bai"), both);
  EXPECT_THAT(run("kehoach search -f table 27/KH-UBND --province 'Lào Cai'").out,
              HasSubstr("(Yên Bái became part of Lào Cai on 1 July 2025)"));

  // What was promised.
  EXPECT_EQ(found("--indicator PII --change increase --year 2022 --province 'Lào Cai'"),
            (std::set<std::string>{"15/KH-UBND"}));
  const std::string table =
      run("kehoach search -f table --indicator PII --change increase --year 2022").out;
  EXPECT_THAT(table, HasSubstr("target: PII: increase ≥ 2 rank, 2021 → 2022"));
  EXPECT_TRUE(found("--lead 'so noi vu' --due ..2022-06-30").contains("15/KH-UBND"));
  EXPECT_FALSE(found("--lead 'so noi vu' --due ..2022-05-31").contains("15/KH-UBND"));

  // Promises beside results, and tasks.
  const Ran targets =
      run("kehoach targets --indicator PII --province 'Lào Cai' --for-year 2022 "
          "-f csv");
  EXPECT_THAT(targets.out, HasSubstr("met,moved by 5"));
  EXPECT_THAT(targets.out, HasSubstr("unknown"));
  EXPECT_THAT(run("kehoach targets --indicator PII -f svg").out, HasSubstr("<svg xmlns"));
  EXPECT_THAT(run("kehoach tasks --lead 'Sở Nội vụ' --overdue 2022-07-01").out,
              HasSubstr("2022-06-30"));
  EXPECT_THAT(run("kehoach tasks --lead 'Sở Nội vụ' --overdue 2022-06-30 --issuer 'Yên Bái'").out,
              HasSubstr("0 tasks due before 2022-06-30"));

  // One document.
  EXPECT_THAT(run("kehoach show 27/KH-UBND --archive kehoach.db").out, HasSubstr("yen-bai.txt"));
  EXPECT_THAT(run("kehoach open 15/KH-UBND").out, HasSubstr("/lao-cai.txt\n"));
  // At the page that the words stand on.
  const std::string water =
      run("kehoach search -f csv '\"nước sinh hoạt hợp vệ sinh\"' --year 2026").out;
  const std::string id =
      water.substr(water.find('\n') + 1, water.find(',', water.find('\n')) - water.find('\n') - 1);
  EXPECT_THAT(run("kehoach open " + id + " --find '\"đề nghị ủy ban mặt trận\"'").out,
              HasSubstr("c-ia-hrung-nuoc-sach-2026.pdf#page=2\n"));
  EXPECT_THAT(run("kehoach open " + id + " --find 'nước sinh hoạt'").out, HasSubstr("#page=1\n"));
  EXPECT_THAT(run("kehoach similar 15/KH-UBND --most 2").out, HasSubstr("80/KH-UBND"));
  EXPECT_EQ(run("kehoach cited 15/KH-UBND --chain").code, 0);
  EXPECT_THAT(run("kehoach show 1000000").err,
              HasSubstr("kehoach.db has no document 1000000; kehoach search finds its id"));

  // A saved search is the same search.
  run("kehoach search '\"hài lòng\"' tăng --year 2022 --province 'Lào Cai' --save promises.txt");
  EXPECT_EQ(file_text(scratch_ / "promises.txt"),
            "# kehoach search @THIS-FILE\n\"hài lòng\"\ntăng\n--province Lào Cai\n--year 2022\n");
  EXPECT_EQ(found("@promises.txt"), found("'\"hài lòng\"' tăng --year 2022 --province 'Lào Cai'"));
  EXPECT_EQ(found("@promises.txt --year 2023"), (std::set<std::string>{"80/KH-UBND"}));
  // Of one that is saved with more beside it, the whole is kept: no file names another.
  run("kehoach search @promises.txt sipas --year 2023 --facets --save later.txt");
  EXPECT_EQ(file_text(scratch_ / "later.txt"),
            "# kehoach search @THIS-FILE\n\"hài lòng\"\ntăng\nsipas\n--facets\n--province Lào "
            "Cai\n--year 2023\n");
  EXPECT_EQ(run("kehoach search @later.txt").code, 0);
  write("wrong.txt", "--year 2022\n--colour blue\n");
  EXPECT_THAT(run("kehoach search @wrong.txt").err, HasSubstr("wrong.txt: The following argument"));
  EXPECT_EQ(run("kehoach search @missing.txt").code, 3);

  // Bad input.
  const Ran caret = run("kehoach search 'cải (cách'");
  EXPECT_EQ(caret.code, 3);
  EXPECT_EQ(caret.err,
            "kehoach: cannot search: a bracket is opened here and not closed\n  cải (cách\n      "
            "^\n");
  write("long.txt", std::string(1 << 20, 'a'));
  EXPECT_EQ(run("kehoach search @long.txt").code, 3);
  EXPECT_EQ(run("kehoach search \"'; DROP TABLE documents; --\"").code, 0);
  EXPECT_EQ(run("kehoach search --fail-empty khongcogidau").code, 1);
  EXPECT_THAT(run("kehoach search -f table 'mức độ hài lonh'").out,
              HasSubstr("did you mean: mức độ hài long"));
}

TEST_F(CommandLine, SearchOfAnEmptyOrMissingArchive) {
  EXPECT_EQ(run("kehoach search x --archive none.db").code, 3);
  std::filesystem::create_directories(scratch_ / "nothing");
  EXPECT_EQ(run("kehoach ingest -q nothing --archive empty.db").code, 0);
  const Ran ran = run("kehoach search -f table x --archive empty.db");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "nothing found\n");
  EXPECT_EQ(run("kehoach targets --archive empty.db").code, 0);
  EXPECT_EQ(run("kehoach tasks --archive empty.db").code, 0);
}

}  // namespace
}  // namespace kehoach::cli
