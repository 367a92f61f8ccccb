// What may stand in a gold file, as data.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kehoach::eval {

enum JsonTypes : unsigned {
  kNull = 1,
  kString = 2,
  kInteger = 4,
  kNumber = 8,
  kBoolean = 16,
  kList = 32,
  kObject = 64,
};

struct Shape {
  unsigned types = 0;
  std::vector<std::string> values = {};       // strings: the only ones; empty: any
  bool date = false;                          // strings: YYYY-MM-DD
  std::shared_ptr<const Shape> items = {};    // lists
  std::map<std::string, Shape> keys = {};     // objects: the only ones …
  std::shared_ptr<const Shape> any_key = {};  // … or any key with such a value
  std::vector<std::string> one_of = {};       // objects: one of these keys must be there
};

// The shape of a whole gold file; docs/record.md, "Gold files", says what each key means.
const Shape& gold_shape();

}  // namespace kehoach::eval
