// Which reader takes a source: the one table of what kehoach can read, decided by content.
#pragma once

#include <string>
#include <string_view>

#include "base/budget.h"
#include "base/source.h"
#include "batch/recognised_pages.h"
#include "layout/document.h"
#include "match/matcher.h"

namespace kehoach::batch {

struct Reader {
  std::string_view media_type;
  std::string_view name;                       // "a web page"; empty: another's says it too
  bool (*recognises)(std::string_view bytes);  // by content, never by file name
  layout::Document (*read)(const base::Source& source, const match::Matcher& matcher,
                           const base::Budget& budget);  // null: known, but not read
};

// The reader for these bytes; plain text where nothing else is recognised.
const Reader& reader_for(std::string_view bytes);

// Reads with that reader; of a PDF or an image, `keep` is given what was recognised, unless it is
// null. Throws base::Error "unsupported", naming what is supported.
layout::Document read_document(const base::Source& source, const match::Matcher& matcher,
                               const base::Budget& budget, RecognisedPages* keep = nullptr);

}  // namespace kehoach::batch
