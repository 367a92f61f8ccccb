#include "cli/generator.h"

#include "versions.h"

namespace kehoach::cli {

std::string tool_version() { return "kehoach " + std::string(kToolVersion); }

output::Generator generator(const rules::RuleSet& rules) {
  output::Generator out;
  out.tool = tool_version();
  out.patterns = rules.version + "+" + rules.digest.substr(0, 12);
  for (const LibraryVersion& library : kLibraries) out.libraries[library.name] = library.version;
  return out;
}

std::string version_text(const rules::RuleSet& rules) {
  const output::Generator what = generator(rules);
  std::string out = what.tool + "\npatterns " + what.patterns;
  for (const auto& [name, version] : what.libraries) out += "\n" + name + " " + version;
  return out;
}

}  // namespace kehoach::cli
