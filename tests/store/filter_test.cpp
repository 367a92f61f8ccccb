#include "store/filter.h"

#include <set>

#include "scratch_archive.h"
#include "store/search/search.h"

namespace kehoach::store {
namespace {

Json figure(const std::string& code, const std::string& name, const std::string& change,
            double confidence) {
  return {{"indicator", {{"code", code.empty() ? Json() : Json(code)}, {"name", name}}},
          {"change", change},
          {"unit", "percent"},
          {"printed", "5%"},
          {"confidence", confidence},
          {"rule", "test"}};
}

Json task(const std::string& lead, const std::string& from, const std::string& to) {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  return {{"text", "Rà soát"},
          {"lead", {lead}},
          {"cooperating", {"Sở Tài chính"}},
          {"deadline", {{"text", "x"}, {"from", or_null(from)}, {"to", or_null(to)}}},
          {"section", Json::array()},
          {"origin", "list"},
          {"confidence", 0.9},
          {"rule", "test"}};
}

class FilterTest : public ScratchArchive {
 protected:
  FilterTest() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    run_ = start_run(archive_, made_run());
    transaction.commit();
    Json first = made_record("a", {"142/KH-UBND", "UBND tỉnh Đắk Lắk", "2022-07-15"});
    first["targets"] = {figure("PAR_INDEX", "Chỉ số cải cách hành chính", "increase", 0.9),
                        figure("", "tỷ lệ hồ sơ đúng hạn", "reach", 0.5)};
    first["tasks"] = {task("Sở Nội vụ tỉnh Đắk Lắk", "", "2022-06-30"),
                      task("Văn phòng UBND tỉnh", "2022-09-01", "")};
    first["citations"] = {citation("30/2018/QĐ-UBND", "2018-10-02", ""),
                          citation("76/NQ-CP", "2021-07-15", "Chính phủ"),
                          citation("7/QĐ-TTg", "", ""),  // of no known year
                          citation("141/QĐ-UBND", "2022-07-15", "", "attached-to")};
    put(archive_, first, run_);
    Json second = made_record("b", {"9/KH-UBND", "UBND tỉnh Hà Giang", "2023-01-02", "document",
                                    "Kế hoạch khác", "Hà Giang"});
    second["results"] = {figure("SIPAS", "Chỉ số hài lòng", "decrease", 0.9)};
    put(archive_, second, run_);
  }

  std::string documents(const Filter& filter) {
    std::string out;
    for (const auto id : filtered_documents(archive_, filter)) out += std::to_string(id) + " ";
    return out;
  }
  // The same by the full-text index: both must choose alike.
  std::string searched(const Filter& filter) {
    SearchRequest request;
    request.filter = filter;
    std::set<std::int64_t> found;
    for (const Hit& hit : search(archive_, request).hits) found.insert(hit.document.id);
    std::string out;
    for (const auto id : found) out += std::to_string(id) + " ";
    return out;
  }
  std::string entries(const Filter& filter, const char* table, std::int64_t version = 1) {
    std::string out;
    for (const auto position : filtered_entries(archive_, filter, table, version))
      out += std::to_string(position) + " ";
    return out;
  }

  Archive archive_;
  std::int64_t run_ = 0;
};

struct Case {
  const char* what;
  Filter filter;
  const char* documents;
};

TEST_F(FilterTest, ChoosesDocuments) {
  const auto with = [](auto set) {
    Filter filter;
    set(filter);
    return filter;
  };
  const Case cases[] = {
      {"nothing asked", {}, "1 2 "},
      {"province", with([](Filter& f) { f.provinces = {"Hà Giang"}; }), "2 "},
      {"one of two", with([](Filter& f) {
         f.provinces = {"Hà Giang", "Đắk Lắk"};
       }),
       "1 2 "},
      {"no marks", with([](Filter& f) { f.provinces = {"dak lak"}; }), "1 "},
      {"wrong marks", with([](Filter& f) { f.provinces = {"Đăk Lăk"}; }), ""},
      {"years", with([](Filter& f) { f.year_from = 2022, f.year_to = 2022; }), "1 "},
      {"from", with([](Filter& f) { f.year_from = 2023; }), "2 "},
      {"type code", with([](Filter& f) { f.types = {"KH"}; }), "1 2 "},
      {"type name", with([](Filter& f) { f.types = {"ke hoach"}; }), "1 2 "},
      {"no such type", with([](Filter& f) { f.types = {"QĐ"}; }), ""},
      {"issuer", with([](Filter& f) { f.issuers = {"tỉnh Hà Giang"}; }), "2 "},
      {"part of a word", with([](Filter& f) { f.issuers = {"Hà Gi"}; }), ""},
      {"code of an indicator", with([](Filter& f) { f.indicators = {"par_index"}; }), "1 "},
      {"words of one", with([](Filter& f) { f.indicators = {"hai long"}; }), "2 "},
      {"both of one entry",
       with([](Filter& f) { f.indicators = {"PAR_INDEX"}, f.changes = {"reach"}; }), ""},
      {"change", with([](Filter& f) {
         f.changes = {"decrease", "reach"};
       }),
       "1 2 "},
      {"sure enough", with([](Filter& f) { f.changes = {"reach"}, f.min_confidence = 0.8; }), ""},
      {"lead", with([](Filter& f) { f.leads = {"Sở Nội vụ"}; }), "1 "},
      {"cooperating is no lead", with([](Filter& f) { f.leads = {"Sở Tài chính"}; }), ""},
      {"due", with([](Filter& f) { f.due_to = "2022-06-30"; }), "1 "},
      {"not due", with([](Filter& f) { f.due_to = "2022-06-29"; }), ""},
      {"due within months", with([](Filter& f) {
         f.due_from = "2021-11-15";
         f.due_to = "2022-06-30";
       }),
       "1 "},
      {"due that year", with([](Filter& f) {
         f.due_from = "2022-01-01";
         f.due_to = "2022-12-31";
       }),
       "1 "},
      {"due in other years", with([](Filter& f) { f.due_from = "2023-01-01"; }), ""},
      {"due before it is due", with([](Filter& f) {
         f.due_from = "2022-06-30";
         f.due_to = "2022-01-01";
       }),
       ""},
      {"due later", with([](Filter& f) { f.due_from = "2022-09-01"; }), "1 "},
      {"cites", with([](Filter& f) { f.cites = {"30/2018/qđ-ubnd"}; }), "1 "},
      {"cites, typed without marks", with([](Filter& f) { f.cites = {"30/2018/qd-ubnd"}; }), "1 "},
      {"cites, other marks", with([](Filter& f) { f.cites = {"30/2018/qđ-ưbnd"}; }), ""},
      {"cites what has no year", with([](Filter& f) { f.cites = {"07/QĐ-TTg"}; }), "1 "},
      {"is attached to it", with([](Filter& f) { f.cites = {"141/QĐ-UBND"}; }), "1 "},
      {"cites, with its type", with([](Filter& f) { f.cites = {"Nghị quyết số 76/NQ-CP"}; }), "1 "},
      {"cites another", with([](Filter& f) { f.cites = {"6/NQ-CP"}; }), ""},
      {"signs of FTS5", with([](Filter& f) {
         f.provinces = {"\" OR \"", "Đắk* NOT Lắk)"};
         f.cites = {"\"*^:(-", std::string("1\0 \"", 4)};
       }),
       ""},
      {"quotes", with([](Filter& f) { f.issuers = {"' OR 1=1 --"}; }), ""},
  };
  for (const Case& it : cases) {
    EXPECT_EQ(documents(it.filter), it.documents) << it.what;
    EXPECT_EQ(searched(it.filter), it.documents) << it.what << ", in the index";
  }
}

TEST_F(FilterTest, ChoosesEntries) {
  Filter filter;
  EXPECT_EQ(entries(filter, "targets"), "0 1 ");
  filter.indicators = {"PAR_INDEX"};
  EXPECT_EQ(entries(filter, "targets"), "0 ");
  EXPECT_EQ(entries(filter, "tasks"), "0 1 ");  // nothing was asked of tasks
  EXPECT_EQ(entries(filter, "results", 2), "");
  filter.cites = {"76/NQ-CP"};
  filter.leads = {"van phong"};
  EXPECT_EQ(entries(filter, "citations"), "1 ");
  EXPECT_EQ(entries(filter, "tasks"), "1 ");
  filter.min_confidence = 0.95;
  EXPECT_EQ(entries(filter, "tasks"), "");
}

}  // namespace
}  // namespace kehoach::store
