#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "base/utf8.h"
#include "cli/archive_place.h"
#include "cli/document_choice.h"
#include "cli/result_file.h"
#include "cli/search/document_command.h"
#include "store/document_versions.h"
#include "store/file_uri.h"
#include "store/put_record.h"
#include "store/read_snapshot.h"
#include "store/search/compiled_query.h"
#include "store/search/found_values.h"
#include "store/search/snippet.h"

namespace kehoach::cli {
namespace {

using store::Archive;

// The first file that is still there, of the current version or else of another.
struct Found {
  store::HeldFile file;
  std::string url;  // of the page that it was
};

Found file_of(Archive& archive, const store::DocumentLine& document) {
  std::string gone;
  for (const store::HeldVersion& version : store::document_versions(archive, document.id)) {
    for (const store::HeldFile& file : version.files) {
      std::error_code error;
      const std::string& place = file.container ? *file.container : file.path;
      if (std::filesystem::exists(place, error)) return {file, version.url};
      gone += "\n  " + place;
    }
  }
  throw base::Error("source-missing",
                    "document " + std::to_string(document.id) +
                        ": its source is not there any more; the archive keeps its text (kehoach "
                        "show) but not the file" +
                        (gone.empty() ? "" : ":" + gone));
}

// The page where the query first stands; what is not found has none.
std::optional<std::int64_t> page_with(Archive& archive, const store::DocumentLine& document,
                                      const std::string& query) {
  store::Vocabulary vocabulary(archive);
  const store::CompiledQuery compiled = store::compile_query(store::parse_query(query), vocabulary);
  const std::string text = store::stored_text(archive, document.version);
  const auto snippet = store::find_snippet(text, compiled);
  if (!snippet)
    throw base::Error("document", "document " + std::to_string(document.id) + " does not say " +
                                      query + "; leave --find out to open its first page");
  return store::page_of(archive, document.version,
                        base::code_points(std::string_view(text).substr(0, snippet->source.begin)));
}

void launch(const std::string& place) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::execlp("xdg-open", "xdg-open", place.c_str(), static_cast<char*>(nullptr));
    ::_exit(127);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) < 0 || !WIFEXITED(status) ||
      WEXITSTATUS(status) != 0)
    throw base::Error("launch", "cannot open " + place +
                                    ": xdg-open is not there or failed; leave --launch out to see "
                                    "the place");
}

}  // namespace

ExitCode open_source(const DocumentOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  std::string place;
  {
    Archive archive = Archive::open(options.archive, Archive::Access::kRead);
    const store::ReadSnapshot snapshot(archive);
    const store::DocumentLine document = chosen_document(archive, options.document);
    const Found found = file_of(archive, document);
    std::optional<std::int64_t> page;
    if (options.page > 0) page = options.page;
    if (!options.find.empty()) page = page_with(archive, document, options.find);
    place = store::file_uri(found.file.container ? *found.file.container : found.file.path);
    if (page) place += "#page=" + std::to_string(*page);
    if (found.file.container) terminal.note("the file lies in that archive, as " + found.file.path);
  }
  // The archive is closed: nothing of it may be used across a fork.
  if (options.launch) {
    launch(place);
    return ExitCode::kDone;
  }
  ResultFile file(options.output);
  file.write(place + "\n");
  file.close();
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
