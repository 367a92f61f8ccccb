// A plan's body, laid out and read as the program does, for tests of the readers of its fields.
#pragma once

#include <string>
#include <string_view>

#include "base/budget.h"
#include "layout/text/text_layout.h"
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

// A letterhead, so that the body is read as that of a document and not of a page.
inline constexpr std::string_view kLetterhead =
    "ỦY BAN NHÂN DÂN\nHUYỆN CÁT SƠN\nSố: 12/KH-UBND\n"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Cát Sơn, ngày 04 tháng 3 năm 2024\n\nKẾ HOẠCH\nGiữ sạch đường làng năm 2024\n\n";

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
