// One SQL statement: bound, stepped, read. Positions of parameters and columns count as in SQL's
// own interface: parameters from 1 (bound in order here), columns from 0.
//
// Every failure is a base::Error that says what SQLite said: "archive-full", "archive-unwritten",
// "archive-read-only", "archive-busy", "archive-corrupt" or "archive".
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kehoach::store {

// Bytes that are no text.
struct Blob {
  std::string_view bytes;
};

using SqlValue = std::variant<std::int64_t, double, std::string>;

class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement& operator=(Statement&&) = delete;

  // Binds all parameters in order, from the first; what was bound before is gone. Strings are
  // copied.
  template <class... Values>
  Statement& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }

  // The same for parameters whose number is known when it runs.
  Statement& bind_all(const std::vector<SqlValue>& values);

  bool step();  // false: no row (any more)
  void run();   // for statements that give no rows; resets
  void reset();

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  // Valid until the next step or reset; text or blob.
  std::string_view bytes(int column) const;
  std::string text(int column) const { return std::string(bytes(column)); }
  std::optional<std::string> optional_text(int column) const;
  std::optional<std::int64_t> optional_integer(int column) const;
  std::optional<double> optional_real(int column) const;
  int columns() const { return sqlite3_column_count(statement_); }
  std::string column_name(int column) const;

 private:
  void bind_one(int index, std::nullptr_t);
  void bind_one(int index, std::int64_t value);
  void bind_one(int index, int value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, std::size_t value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, bool value) { bind_one(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, double value);
  void bind_one(int index, std::string_view value);
  void bind_one(int index, const std::string& value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, const char* value) { bind_one(index, std::string_view(value)); }
  void bind_one(int index, Blob value);
  template <class T>
  void bind_one(int index, const std::optional<T>& value) {
    if (value)
      bind_one(index, *value);
    else
      bind_one(index, nullptr);
  }
  void check(int code) const;

  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
};

// Throws the base::Error that fits what the database says of its last failure.
// `path`: of a database that could not be opened, and so does not know it.
[[noreturn]] void throw_failure(sqlite3* database, int code, const std::string& path = "");

}  // namespace kehoach::store
