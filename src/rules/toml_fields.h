// Typed reading of one TOML table, with errors that say where.
#pragma once

#include <toml++/toml.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/fragments.h"
#include "rules/rule_set.h"

namespace kehoach::rules {

// Parses `bytes`; throws "pattern-pack" with line and column where it is no TOML.
toml::table parse_toml(const std::string& file, const std::string& bytes);

class TomlFields {
 public:
  // `subject` names the rule in messages; `file` and `bytes` are what `table` was read from.
  TomlFields(const std::string& file, const std::string& bytes, const toml::table& table)
      : file_(file), bytes_(bytes), table_(table) {}

  void set_subject(std::string subject) { subject_ = std::move(subject); }
  Place place() const { return place_of(table_); }
  Place place_of(const toml::node& node) const;
  [[noreturn]] void fail(const toml::node& node, std::string_view message) const;

  std::string text(std::string_view key) const;  // throws if absent or empty
  std::string text_or(std::string_view key, std::string fallback) const;
  bool flag_or(std::string_view key, bool fallback) const;
  int number_or(std::string_view key, int fallback) const;
  std::vector<std::string> texts(std::string_view key) const;  // empty if absent
  std::map<std::string, std::string> text_map(std::string_view key) const;
  std::vector<Example> examples(std::string_view key) const;
  std::vector<Example> counter_examples(std::string_view key) const;
  PatternSource pattern(std::string_view key) const;
  // Throws if the table has a key that is not in `known`: a misspelt key would be lost in silence.
  void refuse_unknown(const std::vector<std::string_view>& known) const;

 private:
  const toml::node* find(std::string_view key) const;
  Example example(const toml::node& node) const;

  const std::string& file_;
  const std::string& bytes_;
  const toml::table& table_;
  std::string subject_;
};

}  // namespace kehoach::rules
