// One number out of an archive.
#pragma once

#include <cstdint>
#include <string_view>

#include "store/archive.h"

namespace kehoach::store {

// What a query like "SELECT count(*) …" gives; 0 where it gives nothing.
inline std::int64_t row_count(Archive& archive, std::string_view sql) {
  Statement statement = archive.prepare(sql);
  return statement.step() ? statement.integer(0) : 0;
}

}  // namespace kehoach::store
