// From a web page to its record, as the program does it.
#pragma once

#include <string>

#include "layout/web/web_layout.h"
#include "plan/read_plan.h"
#include "read/html/markup.h"
#include "read_text_record.h"
#include "text/normalized_text.h"

namespace kehoach::tests {

inline plan::Record record_of_page(const std::string& html) {
  const base::Budget budget;
  const auto document =
      layout::layout_web(read::read_html({"page.html", html}, budget), pack(), budget);
  return plan::read_plan(document, text::normalize(document), pack());
}

}  // namespace kehoach::tests
