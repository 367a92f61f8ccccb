// Queries over an archive of made documents.
#include "store/search/search.h"

#include "base/error.h"
#include "scratch_archive.h"
#include "store/search/similar.h"

namespace kehoach::store {
namespace {

const std::string kIssuer = "UBND tỉnh Đắk Lắk";

class Search : public ScratchArchive {
 protected:
  Search() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
    put("a", {"1/KH-UBND", kIssuer, "2021-03-01"},
        "Kế hoạch cải cách hành chính của tỉnh Đắk Lắk\nNâng chỉ số hài lòng lên 85 %");
    put("b", {"2/KH-UBND", kIssuer, "2022-03-01"},
        "Kế hoạch phòng cháy; thủ tục hành chính, cải tạo rừng\nThực hiện Quyết định 07/QĐ-TTg");
    put("c",
        {"3/KH-SNV", "Sở Nội vụ tỉnh Hà Giang", "2023-03-01", "document", "Kế hoạch thi đua",
         "Hà Giang"},
        "Công tác thi đua, khen thưởng; kỹ năng số; khoá tập huấn; hoàn thành 1.250 hồ sơ");
  }

  void put(const std::string& bytes, const Made& made, const std::string& text) {
    store::put(archive_, made_record(bytes, made), run_, text);
  }

  SearchAnswer ask(const std::string& query,
                   SearchRequest::Order order = SearchRequest::Order::kNewest) {
    SearchRequest request;
    request.query = query;
    request.order = order;
    return search(archive_, request);
  }

  // Numbers before the slash, in the order of the answer.
  static std::string serials(const SearchAnswer& answer) {
    std::string out;
    for (const Hit& hit : answer.hits)
      out += hit.document.number.substr(0, hit.document.number.find('/'));
    return out;
  }
  std::string found(const std::string& query) { return serials(ask(query)); }

  Archive archive_;
  std::int64_t run_ = 0;
};

struct Case {
  const char* query;
  const char* found;
};

TEST_F(Search, FindsWhatWasTypedInEitherWay) {
  const Case kCases[] = {
      {"kế hoạch", "321"},           // marks typed
      {"ke hoach", "321"},           // marks not typed
      {"kê hoạch", ""},              // other marks typed
      {"cải cách hành chính", "1"},  // all words
      {"\"hành chính\"", "21"},      // in a row
      {"\"hanh chinh\"", "21"},
      {"\"chính hành\"", ""},
      {"\"cai tao\"", "2"},
      {"\"cải tao\"", "2"},  // one word with marks, one without
      {"\"cai tạo\"", "2"},
      {"\"cái tao\"", ""},
      {"\"thi đua\"", "3"},
      {"dak lak", "21"},
      {"đắk lắk", "21"},
      {"dăk lăk", ""},
      {"kĩ năng", "3"},  // i and y
      {"ky nang", "3"},
      {"khóa", "3"},  // tone placement
      {"khoá", "3"},
      {"hoà*", "3"},  // hoàn thành
      {"1250", "3"},
      {"7/QĐ-TTg", "2"},  // a number whole, with and without zeros and marks
      {"07/qd-ttg", "2"},
      {"QD-TTG", "2"},
      {"2/KH-UBND", "2"},
      {"KH-UBND", "21"},
      {"phòng OR \"thi đua\"", "32"},
      {"\"hành chính\" NOT \"cải cách\"", "2"},
      {"\"hành chính\" NOT (phòng OR x)", "1"},
      {"(phòng cháy) OR (chỉ số hài lòng)", "21"},
      {"rừng NOT kế", ""},  // which is everywhere
      {"rừng OR (\"thi đua\" NOT (x OR hoạch))", "2"},
      {"(\"kế hoạch\" OR rừng) NOT \"hành chính\"", "3"},
      {"(\"ke hoach\" OR rừng) NOT \"cải cách hành chính\"", "32"},
      {"\"cai cach\" OR \"cái tao\" OR \"cải tao\"", "21"},
      {"ho*", "321"},
      {"\"hành ch\"*", "21"},
      {"\"cải ta\"*", "2"},
      {"\"công tác th\"*", "3"},
      {"142/*", ""},
      {"3/KH*", "3"},
      {"\"chỉ số hài lòng\" 85", "1"},
      {"\"lòng lên 85\"", "1"},
      // Syntax of SQL and of FTS5 is nothing here.
      {"head:kế", ""},
      {"kế^", "321"},
      {"NEAR(kế hoạch)", ""},
      {"kế + hoạch", "321"},
      {"' OR 1=1 --", ""},
      {"{kế} -hoạch", "321"},
  };
  for (const Case& test : kCases) {
    EXPECT_EQ(found(test.query), test.found) << test.query;
  }
}

TEST_F(Search, ShowsWhereItFound) {
  const SearchAnswer answer = ask("\"hài lòng\"");
  ASSERT_EQ(answer.hits.size(), 1u);
  const Hit& hit = answer.hits.front();
  ASSERT_TRUE(hit.snippet);
  EXPECT_EQ(hit.snippet->text, "Nâng chỉ số hài lòng lên 85 %");
  ASSERT_EQ(hit.snippet->matches.size(), 1u);
  const Place place = hit.snippet->matches.front();
  EXPECT_EQ(hit.snippet->text.substr(place.begin, place.end - place.begin), "hài lòng");
  EXPECT_EQ(hit.start, 58u);  // in code points
}

TEST_F(Search, ShowsThePageThatTheTextWasOn) {
  Json record = made_record("p", {"8/KH-UBND", kIssuer, "2024-03-01"});
  record["source"]["pages"] = 3;
  Transaction transaction(archive_);
  Reading reading = pack(record, "Trồng cây\nnuôi ong\nlấy mật, nuôi ong", "model");
  reading.page_starts = "[[0,1],[10,2],[19,3]]";
  const Stored stored = put_record(archive_, reading, run_);
  transaction.commit();
  const auto page = [&](const std::string& query) { return ask(query).hits.at(0).page; };
  EXPECT_EQ(page("cây"), 1);
  EXPECT_EQ(page("ong"), 2);
  EXPECT_EQ(page("mật"), 3);
  // Stored by an earlier kehoach: by the values before the place; here there are none.
  archive_.execute("UPDATE contents SET page_starts = NULL WHERE version_id = " +
                   std::to_string(stored.version));
  EXPECT_EQ(page("mật"), std::nullopt);
}

TEST_F(Search, OrdersByDateOrByRelevance) {
  put("d", {"4/KH-UBND", kIssuer, "2024-03-01"}, "Một lần nói: rừng. " + std::string(400, 'x'));
  put("e", {"5/KH-UBND", kIssuer, "2019-03-01"}, "Rừng, rừng và rừng: giữ rừng");
  EXPECT_EQ(found("rừng"), "425");
  const SearchAnswer ranked = ask("rừng", SearchRequest::Order::kRelevance);
  EXPECT_EQ(serials(ranked), "542");
  EXPECT_TRUE(ranked.ranked);
}

// Without words nothing can be weighed, and the answer does not claim it.
TEST_F(Search, IsNewestFirstWhereThereAreNoWords) {
  SearchRequest request;
  request.filter.provinces = {"Đắk Lắk"};
  request.order = SearchRequest::Order::kRelevance;
  const SearchAnswer answer = search(archive_, request);
  EXPECT_EQ(serials(answer), "21");
  EXPECT_FALSE(answer.ranked);
}

TEST_F(Search, ShowsTheDayOfThePageWhereADocumentHasNone) {
  Json record = made_record("p", {"9/KH-UBND", kIssuer, ""});
  record["source"]["published"] = "2024-05-06T08:00:00+07:00";
  store::put(archive_, record, run_, "Tin về trồng rừng ngập mặn");
  const DocumentLine document = ask("\"ngập mặn\"").hits.at(0).document;
  EXPECT_EQ(document.date, "2024-05-06");
  EXPECT_EQ(document.issued, "");
  EXPECT_EQ(document_line(archive_, document.id)->date, "2024-05-06");
}

TEST_F(Search, GivesAPageAtATimeAndCounts) {
  SearchRequest request;
  request.query = "kế hoạch";
  request.limit = 2;
  EXPECT_EQ(serials(search(archive_, request)), "32");
  request.offset = 2;
  request.facets = true;
  const SearchAnswer answer = search(archive_, request);
  EXPECT_EQ(serials(answer), "1");
  EXPECT_EQ(answer.total, 3u);
  EXPECT_FALSE(answer.more);
  ASSERT_FALSE(answer.facets.empty());
  EXPECT_EQ(answer.facets.front().name, "province");
  EXPECT_EQ(answer.facets.front().values.front(), std::make_pair(std::string("Đắk Lắk"), 2ul));
}

TEST_F(Search, FiltersWithAndWithoutWords) {
  SearchRequest request;
  request.filter.provinces = {"ha giang"};
  EXPECT_EQ(serials(search(archive_, request)), "3");
  request.filter.provinces = {"Hà Giang", "Đắk Lắk"};
  request.filter.year_from = 2022;
  EXPECT_EQ(serials(search(archive_, request)), "32");
  request.filter.issuers = {"noi vu"};
  EXPECT_EQ(serials(search(archive_, request)), "3");
  request.query = "rừng";
  EXPECT_EQ(serials(search(archive_, request)), "");
}

TEST_F(Search, SuggestsWhereNothingIsFound) {
  const auto suggested = [&](const std::string& query) {
    std::string out;
    for (const Suggestion& one : ask(query).suggestions)
      out += (out.empty() ? "" : " | ") + one.query + " (" + one.why + ")";
    return out;
  };
  EXPECT_EQ(suggested("kế hoach cải cáhc"), "kế hoach cải cách (spelling)");
  EXPECT_EQ(suggested("đak lak"), "đắk lak (spelling) | dak lak (any marks)");
  EXPECT_EQ(suggested("\"hoạch kế\""), "hoạch kế (words in any order)");
  EXPECT_EQ(suggested("rừng 1999"), "rừng (without 1999)");
  EXPECT_EQ(suggested("kế hoạch"), "");
}

TEST_F(Search, OfSignsAloneIsRefused) {
  try {
    ask("% … ;");
    FAIL();
  } catch (const base::Error& error) {
    EXPECT_EQ(error.code(), "query-syntax");
  }
}

TEST_F(Search, OfAnEmptyArchiveFindsNothing) {
  Archive empty = Archive::open(path("empty.db"), Archive::Access::kCreate);
  SearchRequest request;
  request.query = "kế \"hoạch năm\" ho* OR 1/KH";
  EXPECT_EQ(search(empty, request).total, 0u);
  request.query = "";
  EXPECT_EQ(search(empty, request).total, 0u);
}

TEST_F(Search, SeesOneMomentWhileAnotherWrites) {
  Archive reader = Archive::open(path(), Archive::Access::kRead);
  SearchRequest request;
  request.query = "rừng";
  Transaction writing(archive_);
  put_record(archive_,
             pack(made_record("z", {"9/KH-UBND", kIssuer, "2024-03-01"}), "rừng", "model"), run_);
  EXPECT_EQ(serials(search(reader, request)), "2");
  writing.commit();
  EXPECT_EQ(serials(search(reader, request)), "92");
}

// A few telling words and nothing else are a scrap, however well they fit.
TEST_F(Search, PutsScrapsBehindWholeNeighbours) {
  put("f", {"6/KH-UBND", kIssuer, "2018-03-01"},
      "trồng rừng phòng hộ ven biển giao khoán đất bãi bồi cho hợp tác xã ngư dân");
  put("g", {"7/KH-UBND", kIssuer, "2019-03-01"},
      "trồng rừng phòng hộ ven biển giao khoán đất quanh lòng hồ thủy lợi nhờ vốn vay");
  put("h", {"8/KH-UBND", kIssuer, "2020-03-01"}, "rừng phòng hộ ven biển");
  for (int i = 1; i <= 12; ++i)
    put("other" + std::to_string(i), {std::to_string(30 + i) + "/QĐ-UBND", kIssuer, ""}, "khác");
  const std::vector<Neighbour> found = similar_documents(archive_, 4, 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].document.number, "7/KH-UBND");
  EXPECT_EQ(found[1].document.number, "8/KH-UBND");
}

TEST_F(Search, FindsNeighboursByTheirWords) {
  put("f", {"6/KH-UBND", kIssuer, "2018-03-01"},
      "Kế hoạch cải cách hành chính và nâng chỉ số hài lòng của tỉnh");
  const std::vector<Neighbour> found = similar_documents(archive_, 1, 2);
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found.front().document.number, "6/KH-UBND");
  EXPECT_GT(found.front().likeness, 0.3);
}

}  // namespace
}  // namespace kehoach::store
