// A plan's body, laid out and read as the program does, for tests of the readers of its fields.
#pragma once

#include <string>
#include <string_view>

#include "base/budget.h"
#include "layout/text_layout.h"
#include "match/matcher.h"
#include "plan/reading.h"
#include "read/text.h"
#include "rules/rule_set.h"
#include "text/normalized_text.h"

namespace kehoach::plan {

inline const match::Matcher& pack() {
  static const match::Matcher matcher(rules::load());
  return matcher;
}

// The parts of a Reading point into each other, so it stays where it was made.
class BodyReading {
 public:
  explicit BodyReading(std::string_view body)
      : document_(layout::layout_text(read::Text{std::string(body), "UTF-8", {}}, pack(),
                                      base::Budget{})),
        text_(text::normalize(document_)),
        reading_(make_reading(document_, text_, pack())) {}
  BodyReading(const BodyReading&) = delete;
  BodyReading& operator=(const BodyReading&) = delete;

  const Reading& operator*() const { return reading_; }

 private:
  layout::Document document_;
  text::NormalizedText text_;
  Reading reading_;
};

}  // namespace kehoach::plan
