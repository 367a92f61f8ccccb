#include "batch/ingest/json_bytes.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kehoach::batch {
namespace {

using output::Json;

std::string bytes_of(const Json& value) {
  std::string out;
  write_json(out, value);
  return out;
}

TEST(JsonBytes, GiveBackWhatTheyWereMadeOf) {
  for (const char* text :
       {"null", "true", "[]", "{}", "-5", "18446744073709551615", "88.46", "\"Đắk Lắk\\u0000\"",
        R"({"z": [1, {"a": null, "b": false}], "a": "", "z2": {"sâu": [[[]]]}})"}) {
    const Json value = Json::parse(text);
    const Json back = read_json(bytes_of(value));
    EXPECT_EQ(output::to_line(back), output::to_line(value));
  }
}

TEST(JsonBytes, WhatIsNoneIsRefused) {
  const std::string whole = bytes_of(Json::parse(R"({"a": [1, 2.5, "chữ"], "b": {}})"));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_THROW(read_json(whole.substr(0, size)), std::runtime_error) << size;
  EXPECT_THROW(read_json(whole + "x"), std::runtime_error);
  EXPECT_THROW(read_json("\x7f"), std::runtime_error);
  EXPECT_THROW(read_json(std::string("\x07\xff\xff\xff\xff", 5)), std::runtime_error);
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += std::string("\x07\x01\0\0\0", 5);
  EXPECT_THROW(read_json(deep), std::runtime_error);
}

}  // namespace
}  // namespace kehoach::batch
