#include "batch/readers.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::batch {
namespace {

TEST(Readers, AreChosenByContent) {
  const struct {
    std::string bytes;
    const char* media_type;
  } kCases[] = {
      {"%PDF-1.7\n<html>", "application/pdf"},
      {"\n\n%PDF-1.4", "application/pdf"},
      {"<html>", "text/html"},
      {"<div>một mảnh của trang</div>", "text/html"},
      {"{\"error\":{\"code\":404}}", "application/json"},
      {"\xEF\xBB\xBF[ {\"id\": 1}]", "application/json"},
      {"{}", "application/json"},
      {"[1] chú thích", "text/plain"},
      {"{tên}", "text/plain"},
      {"PK\x03\x04<html>", "application/zip"},
      {"{\\rtf1", "application/rtf"},
      {"KẾ HOẠCH", "text/plain"},
      {"", "text/plain"},
  };
  for (const auto& [bytes, media_type] : kCases)
    EXPECT_EQ(reader_for(bytes).media_type, media_type) << bytes;
}

}  // namespace
}  // namespace kehoach::batch
