#include "store/search/query_syntax.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace kehoach::store {
namespace {

struct Case {
  const char* query;
  const char* expected;
};

std::string parsed(std::string_view query) {
  try {
    return to_text(parse_query(query));
  } catch (const base::Error& error) {
    return error.what();
  }
}

class Query : public testing::TestWithParam<Case> {};

TEST_P(Query, IsReadAs) { EXPECT_EQ(parsed(GetParam().query), GetParam().expected); }

INSTANTIATE_TEST_SUITE_P(
    Right, Query,
    testing::Values(Case{"kế hoạch", "([kế] [hoạch])"}, Case{"  sipas ", "[sipas]"},
                    Case{"\"kế hoạch\" 2023", "([kế hoạch] [2023])"},
                    Case{"“kế hoạch”", "[kế hoạch]"}, Case{"hoạ*", "[hoạ]*"},
                    Case{"\"kế ho\"*", "[kế ho]*"}, Case{"a OR b c", "<[a] ([b] [c])>"},
                    Case{"(a OR b) c", "(<[a] [b]> [c])"}, Case{"a AND b AND c", "([a] [b] [c])"},
                    Case{"a NOT b c", "([a] [c] - [b])"}, Case{"NOT b a", "([a] - [b])"},
                    Case{"a AND NOT (b OR c)", "([a] - <[b] [c]>)"},
                    Case{"and or not", "([and] [or] [not])"}, Case{"142/KH-UBND", "[142/KH-UBND]"},
                    Case{"a(b)", "([a] [b])"},
                    Case{"a:b ^c {d} e+f -g", "([a:b] [^c] [{d}] [e+f] [-g])"},
                    Case{"'; DROP TABLE documents; --", "([';] [DROP] [TABLE] [documents;] [--])"},
                    Case{"\"OR\"", "[OR]"}));

INSTANTIATE_TEST_SUITE_P(
    Wrong, Query,
    testing::Values(
        Case{"", "cannot search: there is nothing to search for\n  \n  ^"},
        Case{
            "a \"kế hoạch",
            "cannot search: a quote is opened here and not closed; write a second one, or leave it "
            "out\n  a \"kế hoạch\n    ^"},
        Case{"cải (a OR b",
             "cannot search: a bracket is opened here and not closed\n  cải (a OR b\n      ^"},
        Case{"kê\u0301 hoa\u0323ch (ca\u0309i",  // letters and marks apart
             "cannot search: a bracket is opened here and not closed\n  kê\u0301 hoa\u0323ch "
             "(ca\u0309i\n           ^"},
        Case{
            "Đắk Lắk “phường",
            "cannot search: a quote is opened here and not closed; write a second one, or leave it "
            "out\n  Đắk Lắk “phường\n          ^"},
        Case{"a) b", "cannot search: a bracket is closed here that was not opened\n  a) b\n   ^"},
        Case{"a ()", "cannot search: there is nothing between the brackets\n  a ()\n     ^"},
        Case{"OR a",
             "cannot search: OR needs something before it; put it in quotes to search for the word "
             "itself\n  OR a\n  ^"},
        Case{"a OR",
             "cannot search: OR needs something on both sides; here there is nothing behind it\n"
             "  a OR\n      ^"},
        Case{
            "a AND OR b",
            "cannot search: AND needs something behind it; put it in quotes to search for the word "
            "itself\n  a AND OR b\n        ^"},
        Case{"NOT a",
             "cannot search: NOT takes away from what is found: name something that must occur "
             "too\n  NOT a\n  ^"},
        Case{"h*ạ",
             "cannot search: a star stands only at the end of a word or phrase (hoạ*)\n"
             "  h*ạ\n   ^"},
        Case{
            "a *",
            "cannot search: a star needs the beginning of a word before it (hoạ*)\n  a *\n    ^"}));

TEST(QueryBounds, RefuseWhatIsTooMuch) {
  EXPECT_EQ(
      parsed(std::string(1 << 20, 'a')),
      "cannot search: the query has 1048576 bytes, and may have 16384; to find documents like "
      "a whole text, see kehoach similar");
  EXPECT_TRUE(parsed(std::string(5000, '(')).starts_with("cannot search: brackets are nested"));
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "a ";
  EXPECT_TRUE(parsed(many).starts_with("cannot search: more than 128 words"));
}

TEST(QueryBounds, ShowThePlaceInALongQuery) {
  const std::string query = std::string(200, 'a') + " (" + std::string(200, 'b');
  const std::string message = parsed(query);
  const std::size_t caret = message.rfind('\n');
  EXPECT_EQ(message.substr(caret), "\n  " + std::string(60, ' ') + "^");
  EXPECT_LT(message.size(), 250u);
}

}  // namespace
}  // namespace kehoach::store
