// Which values of a record a person may set, and how what is typed becomes one.
#pragma once

#include <string>
#include <string_view>

#include "store/json_values.h"

namespace kehoach::store {

// "issue_date", "issuer.level", "targets/0/min" or a JSON Pointer → the JSON Pointer: a value of
// the document ("/document/issue_date"), of an entry ("/targets/0/min") or an entry ("/targets/0").
// Throws base::Error "usage" that names the fields there are.
std::string correctable_field(std::string_view typed);

// What is typed, as the field's kind: days ("12/3/2024" too), numbers (decimal comma or point),
// known words, names parted by ";". Throws base::Error "usage" that says what is wanted.
Json correct_value(const std::string& field, const std::string& typed);

// Whether the field may be said to have no value; an entry that has none is no entry.
bool may_be_none(const std::string& field);

// "/targets/0/min" gives {"targets", 0, "/min"}; position -1 and all in `rest` for other fields.
struct FieldPlace {
  std::string list;
  int position = -1;
  std::string rest;
};
FieldPlace field_place(const std::string& field);

}  // namespace kehoach::store
