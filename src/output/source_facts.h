// What a record says of its source, beyond what the text says: hashes, sizes, and why a source
// could not be read.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "layout/document.h"
#include "plan/record.h"

namespace kehoach::output {

// Fills record.source from the bytes, the document and the normalized text. What the reading of
// the plan has already set (published, title …) stays.
void finish(plan::Record& record, const base::Source& source, const layout::Document& document,
            std::string_view normalized_text);

// The same where only the facts of the bytes are at hand, not the bytes.
struct ContentFacts {
  std::string path, sha256;
  std::size_t bytes = 0;
};
void finish(plan::Record& record, const ContentFacts& content, const layout::Document& document,
            std::string_view normalized_text);

// The record of a source that gave none: role "none", empty lists, one diagnostic of severity
// error. `source.bytes` may be empty (the file could not even be opened): then there is no hash.
plan::Record failure_record(const base::Source& source, const std::string& code,
                            const std::string& message);

}  // namespace kehoach::output
