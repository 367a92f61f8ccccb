// Commands about one document of the archive: `kehoach show`, `open`, `similar`, `cited`.
#pragma once

#include <cstddef>
#include <string>

#include "cli/archive_place.h"
#include "cli/exit_code.h"
#include "cli/terminal.h"

namespace kehoach::cli {

struct DocumentOptions {
  std::string archive = kDefaultArchive;
  std::string document;  // an id or a number
  std::string format;    // table, json; empty: table
  std::string output;
  int page = 0;           // open: this page; 0: none named
  std::string find;       // open: the page where this query first stands
  bool launch = false;    // open: with the system's own program
  bool chain = false;     // cited: also those that rest on those that rest on it
  std::size_t most = 10;  // similar: so many
};

ExitCode show(const DocumentOptions& options, const Terminal& terminal);
ExitCode open_source(const DocumentOptions& options, const Terminal& terminal);
ExitCode similar(const DocumentOptions& options, const Terminal& terminal);
ExitCode cited(const DocumentOptions& options, const Terminal& terminal);

}  // namespace kehoach::cli
