#include "cli/archive_place.h"

#include <filesystem>

#include "base/error.h"
#include "store/archive.h"

namespace kehoach::cli {
namespace {

namespace fs = std::filesystem;

// By name where nothing stands there yet.
fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  const fs::path out = fs::weakly_canonical(whole, error);
  return error ? whole.lexically_normal() : out;
}

bool is_same(const fs::path& one, const fs::path& other) {
  std::error_code error;
  return one == other || fs::equivalent(one, other, error);
}

}  // namespace

void refuse_archive_as_output(const std::string& output, const std::string& archive) {
  if (output.empty() || output == "-") return;
  const fs::path place = resolved(output);
  const fs::path whole = resolved(archive);
  const auto refuse = [&](const std::string& what) {
    throw base::Error("output", "cannot write the results: " + output + ": is " + what +
                                    "the archive; name another place");
  };
  if (is_same(place, whole)) refuse("");
  for (const char* end : store::kCompanionEnds) {
    fs::path beside = whole;
    beside += end;
    if (is_same(place, beside)) refuse("a part of ");
  }
}

}  // namespace kehoach::cli
