// The way of one source, bytes → document → text → record, and what a record is worth.
#pragma once

#include "base/budget.h"
#include "base/source.h"
#include "batch/recognised_pages.h"
#include "layout/document.h"
#include "match/matcher.h"
#include "plan/record.h"
#include "text/normalized_text.h"

namespace kehoach::batch {

struct Extraction {
  layout::Document document;
  text::NormalizedText text;
  plan::Record record;  // whole: with what is known of the source
};

// Throws base::Error where the source cannot be read. `keep`: for what is recognised off images.
Extraction extract_facts(const base::Source& source, const match::Matcher& matcher,
                         const base::Budget& budget, RecognisedPages* keep = nullptr);
// The same with the source's hash at hand.
Extraction extract_facts(const base::Source& source, const std::string& sha256,
                         const match::Matcher& matcher, const base::Budget& budget,
                         RecognisedPages* keep = nullptr);

// Where pages begin in the text, as the archive keeps it (store::Reading); empty: nothing to say.
std::string page_starts_json(const text::NormalizedText& text, const layout::Document& document);

// Does the record hold anything that someone may look for?
bool says_something(const plan::Record& record);

}  // namespace kehoach::batch
