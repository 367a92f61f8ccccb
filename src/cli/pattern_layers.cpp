#include "cli/pattern_layers.h"

#include <filesystem>

#include "base/budget.h"
#include "base/error.h"
#include "batch/read_source.h"

namespace kehoach::cli {
namespace {

namespace fs = std::filesystem;

bool is_pattern_file(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".toml" || extension == ".tsv" || extension == ".txt";
}

rules::PackFiles read_layer(const std::string& folder) {
  rules::PackFiles files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    std::error_code ignored;
    if (!it->is_regular_file(ignored) || !is_pattern_file(it->path())) continue;
    files[fs::relative(it->path(), folder).generic_string()] =
        batch::read_source(it->path().string(), base::Budget{}).bytes;
  }
  if (error)
    throw base::Error("pattern-pack", "cannot read the pattern folder: " + folder + ": " +
                                          error.message() +
                                          "; check the path given with --patterns");
  if (files.empty())
    throw base::Error(
        "pattern-pack",
        "no patterns: " + folder + ": holds no *.toml file; check the path given with --patterns");
  return files;
}

}  // namespace

rules::RuleSet load_patterns(const std::vector<std::string>& folders) {
  std::vector<rules::PackFiles> layers;
  for (const std::string& folder : folders) layers.push_back(read_layer(folder));
  return rules::load(layers);
}

const rules::RuleSet& embedded_patterns() {
  static const rules::RuleSet rules = load_patterns({});
  return rules;
}

match::Matcher load_matcher(const std::vector<std::string>& folders) {
  match::Matcher matcher(load_patterns(folders));
  if (!folders.empty()) matcher.compile();
  return matcher;
}

}  // namespace kehoach::cli
