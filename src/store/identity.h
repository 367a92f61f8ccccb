// Which document a record is of: number, issuer and year together, never the number alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/json_values.h"

namespace kehoach::store {

// What a record (or a citation in one) says of a document, in forms for comparing.
struct Identity {
  std::optional<std::string> number_key;  // "142/kh-ubnd"; only of a complete number
  std::optional<std::int64_t> serial;     // also of an incomplete one
  std::optional<std::string> doc_type_code;
  std::optional<std::string> issuer_key;  // "ubnd tỉnh đắk lắk"
  std::optional<std::string> issue_date;  // ISO
  std::optional<std::int64_t> year;       // of issue
  bool issuer_is_one = false;             // the issuer's name means one body in the whole country
  bool operator==(const Identity&) const = default;
};

// Of the record's `document`.
Identity identity_of(const Json& document);
Identity identity_of_citation(const Json& citation);

// The key of the document that a record of role "document" is: "142/kh-ubnd|ubnd tỉnh đắk
// lắk|2022". A body whose place is not known ("Sở Nội vụ") is told apart by the day of issue;
// without one there is no key, and none without a complete number, an issuer and a year.
std::optional<std::string> document_key(const Identity& identity);

// The key of what has no identity of its own: a page, a text without a number.
std::string content_key(std::string_view sha256);

// Lower case, no spaces, no leading zeros.
std::string number_key(std::string_view number);

// A number as a person types it: what stands before its first digit is the type ("Nghị quyết
// 76/NQ-CP"); without any mark it means the numbers with marks too ("1/qd-ttg").
struct TypedNumber {
  explicit TypedNumber(std::string_view typed);
  bool means(std::string_view number) const;  // as printed, or its key

  std::string key;
  bool unmarked = false;
};

}  // namespace kehoach::store
