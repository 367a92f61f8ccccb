// Numbers that stand only in a clerk's stamp, and when they are not taken.
#include "plan/document/stamp.h"

#include <gtest/gtest.h>

#include <string>

#include "rules/rule_set.h"

namespace kehoach::plan {
namespace {

const match::Matcher& matcher() {
  static const match::Matcher made{rules::load()};
  return made;
}

struct Case_ {
  const char* name;
  std::string stamp, time;
  std::string header_number, partial_date;
  std::string number, date;  // expected
};

void PrintTo(const Case_& c, std::ostream* out) { *out << c.name; }

class Stamps : public testing::TestWithParam<Case_> {};

TEST_P(Stamps, FillWhatTheTextLeavesOpen) {
  const Case_& c = GetParam();
  layout::Document document;
  document.content = c.stamp;
  layout::Block block;
  block.kind = layout::BlockKind::kNoise;
  block.note = "signature-note";
  block.page = 1;
  block.pieces = {{0, c.stamp.size()}};
  document.blocks.push_back(block);
  document.signatures.push_back({"UBND tỉnh Hà Nam", c.time, true, 1});
  const auto text = text::normalize(document);
  const auto reading = make_reading(document, text, matcher());
  DocumentFields fields;
  if (!c.header_number.empty()) {
    fields.number.emplace();
    fields.number->value.printed = c.header_number;
  }
  if (!c.partial_date.empty())
    fields.issue_date_partial = Field<std::string>{c.partial_date, 0.9, "", {}, {}};
  read_stamp(reading, fields);
  EXPECT_EQ(fields.number ? fields.number->value.printed : "", c.number);
  EXPECT_EQ(fields.issue_date ? fields.issue_date->value : "", c.date);
  if (fields.issue_date) {
    EXPECT_EQ(fields.issue_date->evidence[0].source, Evidence::Source::kSignature);
  }
}

const std::string kClerk = "Số: 57/QĐ-UBND Thời gian ký: 13/05/2024";
const std::string kTime = "2024-05-13T14:41:57+07:00";

INSTANTIATE_TEST_SUITE_P(
    Clerks, Stamps,
    testing::Values(
        Case_{"number and day", kClerk, kTime, "", "", "57/QĐ-UBND", "2024-05-13"},
        Case_{"a month that fits", kClerk, kTime, "", "2024-05", "57/QĐ-UBND", "2024-05-13"},
        Case_{"another month", kClerk, kTime, "", "2024-04", "57/QĐ-UBND", ""},
        Case_{"the header has a number", kClerk, kTime, "8/QĐ-UBND", "", "8/QĐ-UBND", ""},
        Case_{"a signer's stamp", "Ký bởi: UBND tỉnh Hà Nam Thời gian ký: 13/05/2024 08:15", kTime,
              "", "", "", ""}));

}  // namespace
}  // namespace kehoach::plan
