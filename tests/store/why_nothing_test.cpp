// What is said where nothing was found.
#include "scratch_archive.h"
#include "store/search/search.h"

namespace kehoach::store {
namespace {

class WhyNothing : public ScratchArchive {
 protected:
  WhyNothing() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
  }

  void put_plan() {
    Json record = made_record("a", {"1/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-03-01"});
    record["targets"].push_back({{"indicator", {{"code", "SIPAS"}, {"name", "SIPAS"}}},
                                 {"change", "reach"},
                                 {"unit", "percent"},
                                 {"min", 85},
                                 {"max", nullptr},
                                 {"year", 2022},
                                 {"printed", "85%"},
                                 {"confidence", 0.9},
                                 {"rule", "test"}});
    store::put(archive_, record, run_, "Nâng chỉ số hài lòng");
  }

  std::string told(const std::string& query, const Filter& filter) {
    SearchRequest request;
    request.query = query;
    request.filter = filter;
    const SearchAnswer answer = search(archive_, request);
    std::string out = std::to_string(answer.total);
    for (const std::string& note : answer.notes) out += "; " + note;
    return out;
  }

  Archive archive_;
  std::int64_t run_ = 0;
};

TEST_F(WhyNothing, TheArchiveIsEmpty) {
  EXPECT_EQ(told("", {}), "0; the archive holds no documents yet");
}

TEST_F(WhyNothing, NamesTheFiltersThatAreAtFault) {
  put_plan();
  Filter filter;
  filter.indicators = {"SIPAS"};
  EXPECT_EQ(told("", filter), "1");
  EXPECT_EQ(told("rừng", filter), "0");
  filter.min_confidence = 0.95;
  EXPECT_EQ(told("", filter), "0; without --min-confidence, 1 document would be found");
  EXPECT_EQ(told("hài lòng", filter), "0; without --min-confidence, 1 document would be found");
  filter.year_from = filter.year_to = 2019;
  EXPECT_EQ(told("hài lòng", filter), "0; no document of the archive fits --year");
}

TEST_F(WhyNothing, CountsWhatTheFiltersTakeAway) {
  put_plan();
  const Json other = made_record("b", {"2/KH-UBND", "UBND tỉnh Hà Giang", "2023-03-01", "document",
                                       "Kế hoạch thử", "Hà Giang"});
  store::put(archive_, other, run_, "Trồng rừng");
  Filter filter;
  filter.year_from = filter.year_to = 2022;
  EXPECT_EQ(told("rừng", filter), "0; without the filters, 1 document would be found");
  filter.provinces = {"Hà Giang"};
  EXPECT_EQ(told("", filter),
            "0; each of the filters fits some documents, no document fits all of them");
}

}  // namespace
}  // namespace kehoach::store
