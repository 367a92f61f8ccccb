// The issuing body in nominal form: "UBND tỉnh Đắk Lắk", "Sở Nội vụ tỉnh Lâm Đồng".
//
// Headers print it in capitals, over two or three lines, without the province ("SỞ NỘI VỤ" under
// "ỦY BAN NHÂN DÂN TỈNH LÂM ĐỒNG"), news only as "UBND tỉnh". The nominal form has the letters of
// running text, UBND and HĐND for the long names, and the province where the document shows it.
#pragma once

#include <string>
#include <string_view>

#include "plan/reading.h"
#include "plan/record.h"

namespace kehoach::plan {

// What an issuer is put together from; all but `own` may be empty.
struct IssuerParts {
  std::string own;       // the issuing body as printed
  std::string parent;    // the body above it
  std::string province;  // where neither names one: of the place line, the title, the site
  std::string title;     // may say which province a district or commune lies in
  std::string date;      // ISO, or its beginning: units and their codes are those of that day
  bool youth = false;    // the Youth Union's name stands in place of the national title
  bool used_parent = false, used_province = false;  // set by nominal_issuer
};

// Whether a line of a letterhead is nothing but a unit's name, "TỈNH ĐỒNG THÁP": the end of a
// body's name that began on the line above.
bool is_bare_unit(const Reading& reading, const std::string& line);

bool names_youth_union(const Reading& reading, std::string_view national_title);

Issuer nominal_issuer(const Reading& reading, IssuerParts& parts);

// "UBND tỉnh" with the province's name where the body ends in a bare word for its level; any other
// body as it is.
std::string with_province(const Reading& reading, const std::string& body,
                          const std::string& province);

// Says that the issuer's province is none of the document's words but named by the page around it.
void note_page_province(const std::string& province, Field<Issuer>& issuer);

// "UBND huyện" with the name of the district, commune or ward that the page (its banner, its menu)
// names most often, where the official lists know the name; any other body as it is.
std::string with_local_unit(const Reading& reading, const std::string& body);

// The official name of the province that `name` is ("ĐẮC LẮC" gives "Đắk Lắk"); empty if none.
std::string province_name(const Reading& reading, std::string_view name);

}  // namespace kehoach::plan
