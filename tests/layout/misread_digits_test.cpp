#include "layout/pdf/misread_digits.h"

#include <gtest/gtest.h>

namespace kehoach::layout {
namespace {

TEST(MisreadDigits, AreToldByWhatStandsBesideThem) {
  for (const char* text : {"l6", "1ó", "3l/12/2024", "2O25"})
    EXPECT_TRUE(may_be_digits(text)) << text;
  for (const char* text : {"16", "lO", "16k", "l6/12/20245", ""})
    EXPECT_FALSE(may_be_digits(text)) << text;
}

TEST(MisreadDigits, OfDatesThatDoNotExist) {
  for (const char* text : {"31/06/2015", "30/2/2020", "16/2022", "0/5/2022", "123/5/2022"})
    EXPECT_TRUE(is_impossible_date(text)) << text;
  for (const char* text :
       {"31/07/2015", "29/2/2020", "06/2022", "31/06", "31/06/15", "1/2/3/2020", ""})
    EXPECT_FALSE(is_impossible_date(text)) << text;
}

TEST(MisreadDigits, LoseNoneThatWereRead) {
  EXPECT_TRUE(is_with_digits("1ó/12/2022", "16/12/2022"));
  EXPECT_FALSE(is_with_digits("1ó", "26"));
  EXPECT_FALSE(is_with_digits("ó", "16"));
  EXPECT_TRUE(may_be_printed_for("31/06/2015", "31/08/2015"));
  EXPECT_FALSE(may_be_printed_for("31/06/2015", "31/08/2016"));
  EXPECT_FALSE(may_be_printed_for("31/06/2015", "31/09/2015"));
}

}  // namespace
}  // namespace kehoach::layout
