// Where every value of a record comes from: value ← rule ← tokens ← normalized text ← source.
//
// Purpose: an archivist who doubts a value sees the words it rests on and the rule that read them;
// whoever mends a rule sees what it saw.
// Contract: a function of what extraction used; nothing is read again but the tokens. One block a
// value, in the order of the record; named by its JSON Pointer.
#pragma once

#include <string>

#include "layout/document.h"
#include "match/matcher.h"
#include "plan/record.h"
#include "text/normalized_text.h"

namespace kehoach::output {

struct Explained {
  const plan::Record& record;
  const layout::Document& document;
  const text::NormalizedText& text;
  const match::Matcher& matcher;
};

std::string explain(const Explained& what);

}  // namespace kehoach::output
