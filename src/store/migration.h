// The steps from one form of the archive to the next: the SQL files of src/store/schema, embedded
// at build.
#pragma once

#include <span>
#include <string_view>

namespace kehoach::store {

struct Migration {
  std::string_view name;  // "0001_initial.sql"
  std::string_view sql;
};

// In order; the n-th (from 1) leads to version n.
std::span<const Migration> migrations();

}  // namespace kehoach::store
