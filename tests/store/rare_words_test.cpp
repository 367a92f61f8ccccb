// Rare words beside common ones: the expression is put together by how rare its parts are, and
// finds what the texts say all the same.
#include <algorithm>
#include <vector>

#include "scratch_archive.h"
#include "store/search/compiled_query.h"
#include "store/search/search.h"

namespace kehoach::store {
namespace {

constexpr std::uint32_t kDocuments = 2000;

class RareWords : public ScratchArchive {
 protected:
  RareWords() : archive_(Archive::open(path(), Archive::Access::kCreate)) {
    Transaction transaction(archive_);
    const std::int64_t run = start_run(archive_, made_run());
    for (std::uint32_t i = 0; i < kDocuments; ++i) {
      texts_.push_back(text());
      Json record = made_record(std::to_string(i), {});
      record["document"]["title"] = nullptr;
      put_record(archive_, pack(std::move(record), texts_.back(), "model"), run);
    }
    transaction.commit();
  }

  std::uint32_t below(std::uint32_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

  // Every text has "xa" and "ya", a few "ba" and "ca"; these may follow each other in any way.
  std::string text() {
    std::string out = "xa ya za";
    for (int i = 0; i < 6; ++i) {
      const std::uint32_t which = below(200);
      out += which == 0 ? " ba" : which == 1 ? " ca" : which < 101 ? " xa" : " ya";
    }
    return out + (below(16) == 0 ? " ba ca xa ya" : " xa ya");
  }

  static bool says(const std::string& text, const std::string& words) {
    return (" " + text + " ").find(" " + words + " ") != std::string::npos;
  }
  template <class Fits>
  std::size_t counted(const Fits& fits) const {
    return static_cast<std::size_t>(std::count_if(texts_.begin(), texts_.end(), fits));
  }
  std::string expression(const std::string& query) {
    Vocabulary vocabulary(archive_);
    return compile_query(parse_query(query), vocabulary).expression;
  }
  std::size_t found(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = kDocuments;
    return search(archive_, request).total;
  }

  Archive archive_;
  std::vector<std::string> texts_;
  std::uint32_t state_ = 7;
};

TEST_F(RareWords, AreLookedUpByThemselvesAndFindTheSame) {
  EXPECT_EQ(expression("xa ba ca"), "(((\"ca\" AND \"ba\") NOT \"~\") AND \"xa\")");
  EXPECT_EQ(found("xa ca ba"),
            counted([](const auto& text) { return says(text, "ca") && says(text, "ba"); }));
  EXPECT_EQ(expression("\"xa ya\""), "\"xa_ya\"");
  EXPECT_EQ(expression("\"ba ca xa ya\""),
            "(((\"ba_ca\" AND \"ca_xa\") NOT \"~\") AND \"ba_ca ca_xa xa_ya\")");
  for (const char* phrase : {"ba ca xa ya", "xa ba ca xa", "ya ba xa ya", "ca ba ca xa ya"}) {
    const std::string query = "\"" + std::string(phrase) + "\"";
    EXPECT_EQ(found(query), counted([&](const auto& text) { return says(text, phrase); }));
    EXPECT_EQ(found(query + " za NOT ca"),
              counted([&](const auto& text) { return says(text, phrase) && !says(text, "ca"); }));
  }
}

}  // namespace
}  // namespace kehoach::store
