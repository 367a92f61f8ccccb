// The full-text index follows the documents.
#include "store/search/search_index.h"

#include "scratch_archive.h"

namespace kehoach::store {
namespace {

class SearchIndex : public ScratchArchive {
 protected:
  SearchIndex() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
  }

  Stored put(const std::string& bytes, const Made& made, const std::string& text) {
    return store::put(archive_, made_record(bytes, made), run_, text);
  }

  // Numbers of the documents that match, the newest first.
  std::string found(const std::string& expression) {
    Statement statement = archive_.prepare(
        "SELECT d.number FROM document_text t JOIN search_rows r ON r.id = t.rowid"
        " JOIN documents d ON d.id = r.document_id WHERE document_text MATCH ? ORDER BY t.rowid"
        " DESC");
    statement.bind(expression);
    std::string out;
    while (statement.step()) out += (out.empty() ? "" : " ") + statement.text(0);
    return out;
  }
  std::string words(const std::string& word) {
    return ScratchArchive::rows(archive_,
                                "SELECT documents FROM search_words WHERE word = '" + word + "'");
  }

  Archive archive_;
  std::int64_t run_ = 0;
};

const std::string kIssuer = "UBND tỉnh Đắk Lắk";

TEST_F(SearchIndex, StandsInTheOrderOfDatesHoweverDocumentsCome) {
  put("b", {"2/KH-UBND", kIssuer, "2022-07-15"}, "kế hoạch");
  put("d", {"4/KH-UBND", kIssuer, "2023-01-02"}, "kế hoạch");
  put("a", {"1/KH-UBND", kIssuer, "2019-12-31"}, "kế hoạch");
  put("e", {"5/KH-UBND", "", ""}, "kế hoạch");
  put("c", {"3/KH-UBND", kIssuer, "2022-07-15"}, "kế hoạch");
  EXPECT_EQ(found("\"kế hoạch\""), "4/KH-UBND 3/KH-UBND 2/KH-UBND 1/KH-UBND 5/KH-UBND");
}

TEST_F(SearchIndex, KnowsMarksNumbersAndFacets) {
  put("a", {"142/KH-UBND", kIssuer, "2022-07-15"}, "Thực hiện Quyết định 07/QĐ-TTg");
  for (const char* expression :
       {"\"thực hiện\"", "\"thuc hien\"", "\"7/qđ-ttg\"", "\"qd-ttg\"", "\"142/kh-ubnd\"",
        "\"kh-ubnd\"", "\"142\"", "\"=p:đắk =p:lắk\"", "\"=p:dak\"", "\"=y:2022\"", "\"=t:kh\"",
        "\"=i:ubnd =i:tinh\"", "\"hien|x|y\"", "\"thuc x|hien\""})
    EXPECT_EQ(found(expression), "142/KH-UBND") << expression;
  for (const char* expression :
       {"\"thưc hiện\"", "\"hien thuc\"", "\"7/kh-ubnd\"", "\"=p:lắk =y:2022\"", "\"x|y\""})
    EXPECT_EQ(found(expression), "") << expression;
}

TEST_F(SearchIndex, ForgetsWhatATextNoLongerSays) {
  put("a", {"1/KH-UBND", kIssuer, "2022-07-15"}, "cải cách hành chính");
  put("b", {"2/KH-UBND", kIssuer, "2022-07-16"}, "cải cách tư pháp");
  EXPECT_EQ(words("cai"), "2\n");
  EXPECT_EQ(words("hành"), "1\n");
  put("a", {"1/KH-UBND", kIssuer, "2021-03-04"}, "cải tạo rừng");
  EXPECT_EQ(found("\"hanh\""), "");
  EXPECT_EQ(found("\"cai\""), "2/KH-UBND 1/KH-UBND");
  EXPECT_EQ(words("hành"), "");
  EXPECT_EQ(words("cai"), "2\n");
  EXPECT_EQ(rows(archive_, "SELECT documents FROM search_state"), "2\n");
  EXPECT_EQ(rows(archive_, "SELECT count(*) FROM search_replaced"), "0\n");
}

TEST_F(SearchIndex, MovesWithTheDate) {
  put("a", {"1/KH-UBND", kIssuer, "2022-07-15"}, "một");
  put("b", {"2/KH-UBND", kIssuer, "2022-07-16"}, "một");
  put("a", {"1/KH-UBND", kIssuer, "2022-09-15"}, "một");
  EXPECT_EQ(found("\"một\""), "1/KH-UBND 2/KH-UBND");
  EXPECT_EQ(found("\"=y:2022\""), "1/KH-UBND 2/KH-UBND");
}

TEST_F(SearchIndex, OfAnotherFormIsMadeAnew) {
  put("a", {"1/KH-UBND", kIssuer, "2022-07-15"}, "một");
  archive_.execute("UPDATE search_state SET form = 0");
  put("b", {"2/KH-UBND", kIssuer, "2022-07-16"}, "một");
  EXPECT_EQ(found("\"một\""), "2/KH-UBND 1/KH-UBND");
  EXPECT_EQ(words("mot"), "2\n");
}

TEST_F(SearchIndex, IsPutTogetherWhereMuchWasWritten) {
  const auto put_more = [&](int from, int to) {
    for (int i = from; i < to; ++i)
      put("d" + std::to_string(i), {std::to_string(i) + "/KH-UBND", kIssuer, "2022-07-15"}, "rừng");
  };
  const auto parts = [&] {
    return rows(archive_, "SELECT count(DISTINCT segid) FROM document_text_idx");
  };
  const auto merge = [&] {
    int steps = 0;
    while (merge_search_index(archive_, 10)) ++steps;
    return steps;
  };
  put_more(1, 10);
  EXPECT_EQ(merge(), 0);  // too few to matter
  put_more(10, 16);
  EXPECT_NE(parts(), "1\n");
  const std::string before = found("\"rừng\"");
  EXPECT_GT(merge(), 0);
  EXPECT_EQ(parts(), "1\n");
  EXPECT_EQ(found("\"rừng\""), before);
  put_more(16, 19);
  EXPECT_EQ(merge(), 0);  // not for so few more
  put_more(19, 24);
  EXPECT_GT(merge(), 0);
  EXPECT_EQ(parts(), "1\n");
}

TEST_F(SearchIndex, RowsOfADayFollowThoseOfTheDayBefore) {
  const std::int64_t day = first_row("2022-07-15");
  EXPECT_EQ(first_row("2022-07-16") - day, kRowsOfDay);
  EXPECT_EQ(first_row("1900-01-01"), 0);
  EXPECT_EQ(first_row("2022"), first_row("2022-01-01"));
  EXPECT_EQ(first_row("2022-02-30"), first_row("2022-01-01"));
  for (const char* odd : {"", "22", "abcd-ef-gh", "1066-10-14", "9999-01-01"})
    EXPECT_LT(first_row(odd), 0) << odd;
  EXPECT_LT(first_row(std::nullopt), 0);
}

}  // namespace
}  // namespace kehoach::store
