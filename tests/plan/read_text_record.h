// From a text to its record, as the program does it, for tests of the field readers.
#pragma once

#include <string>

#include "layout/text/text_layout.h"
#include "plan/read_plan.h"
#include "read/text.h"
#include "rules/rule_set.h"
#include "text/normalized_text.h"

namespace kehoach::tests {

inline const match::Matcher& pack() {
  static const match::Matcher matcher(rules::load());
  return matcher;
}

inline plan::Record record_of(const std::string& text) {
  const base::Budget budget;
  const read::Text read = read::read_text({"test.txt", text}, budget);
  const layout::Document document = layout::layout_text(read, pack(), budget);
  return plan::read_plan(document, text::normalize(document), pack());
}

}  // namespace kehoach::tests
