#include "cli/archive_place.h"

#include <filesystem>

#include "base/error.h"

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
  for (const char* beside : {"", "-wal", "-shm", "-journal", "-ingest"}) {
    fs::path file = whole;
    file += beside;
    if (is_same(place, file))
      throw base::Error("output", "cannot write the results: " + output + ": is " +
                                      (*beside == '\0' ? "" : "a part of ") +
                                      "the archive; name another place");
  }
}

}  // namespace kehoach::cli
