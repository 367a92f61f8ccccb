#include "plan/tasks/deadline.h"

#include <gtest/gtest.h>

#include "body_reading.h"

namespace kehoach::plan {
namespace {

// "text: from..to recurring"
std::string dump(const Deadline& deadline) {
  return deadline.text + ": " + deadline.from.value_or("-") + ".." + deadline.to.value_or("-") +
         (deadline.recurring ? " " + *deadline.recurring : "");
}

TEST(Deadline, TimesBecomeDays) {
  struct Case {
    std::string_view text;
    std::optional<int> year;
    std::string expected;
  };
  const std::vector<Case> cases = {
      {"Tháng 3/2023.", {}, "Tháng 3/2023: 2023-03-01..2023-03-31"},
      {"Tháng 02 năm 2024", {}, "Tháng 02 năm 2024: 2024-02-01..2024-02-29"},
      {"Tháng 4 - 5/2025", {}, "Tháng 4 - 5/2025: 2025-04-01..2025-05-31"},
      {"Quý II/2023", {}, "Quý II/2023: 2023-04-01..2023-06-30"},
      {"Quý II-III/2023", {}, "Quý II-III/2023: 2023-04-01..2023-09-30"},
      {"Quý IV", 2026, "Quý IV: 2026-10-01..2026-12-31"},
      {"Năm 2022", {}, "Năm 2022: 2022-01-01..2022-12-31"},
      {"2022", {}, "2022: 2022-01-01..2022-12-31"},
      {"trước ngày 15/5/2025", {}, "trước ngày 15/5/2025: -..2025-05-15"},
      {"20/4/2025", {}, "20/4/2025: 2025-04-20..2025-04-20"},
      {"từ ngày 01/6/2024 đến ngày 15/6/2024",
       {},
       "từ ngày 01/6/2024 đến ngày 15/6/2024: 2024-06-01..2024-06-15"},
      {"Quý IV năm 2024 và các năm tiếp theo",
       {},
       "Quý IV năm 2024 và các năm tiếp theo: 2024-10-01..-"},
      {"6 tháng đầu năm 2024", {}, "6 tháng đầu năm 2024: 2024-01-01..2024-06-30"},
      {"Hàng năm", {}, "Hàng năm: -..- year"},
      {"trước ngày 05 hằng tháng", {}, "trước ngày 05 hằng tháng: -..- month"},
      {"trước ngày 05/12 hằng năm", {}, "trước ngày 05/12 hằng năm: -..- year"},
      {"định kỳ hằng quý", {}, "định kỳ hằng quý: -..- quarter"},
      {"Thường xuyên", {}, "Thường xuyên: -..- always"},
      {"30/02/2024", {}, "30/02/2024: -..-"},
      {"Khi có yêu cầu", {}, "Khi có yêu cầu: -..-"},
  };
  for (const Case& test : cases) {
    EXPECT_EQ(dump(read_deadline(pack(), test.text, test.year)), test.expected);
  }
}

TEST(Deadline, SentencesSetLimits) {
  struct Case {
    std::string_view sentence, expected;
  };
  const std::vector<Case> cases = {
      {"gửi báo cáo về Sở Nội vụ trước ngày 10/12/2024 để tổng hợp", "trước ngày 10/12/2024"},
      {"nộp danh sách trước ngày 18 hằng tháng", "trước ngày 18 hằng tháng"},
      {"hoàn thành chậm nhất vào năm 2030", "chậm nhất vào năm 2030"},
      {"hoàn thành bộ tiêu chí trong quý I/2026", "trong quý I/2026"},
      {"danh sách thẻ sắp hết hạn trước ngày 05 hằng tháng", "trước ngày 05 hằng tháng"},
      {"tổng hợp trước ngày 10/12 hằng năm", "trước ngày 10/12 hằng năm"},
      {"sơ kết hằng năm trước ngày 20/12", "hằng năm trước ngày 20/12"},
      {"duy trì chế độ trực trước và trong lễ hội", ""},
      {"đã trồng 5 ha rừng trong năm 2022", ""},
  };
  for (const Case& test : cases) {
    const auto span = find_deadline(pack(), test.sentence);
    EXPECT_EQ(span ? test.sentence.substr(span->begin, span->size()) : "", test.expected);
  }
}

}  // namespace
}  // namespace kehoach::plan
