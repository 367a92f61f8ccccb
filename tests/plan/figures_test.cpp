// Targets and results of small documents: {lines, one dump line a figure}. Lines that start with
// "# " are headings, "- " and "+ " list items of depth 1 and 2, others paragraphs.
#include "plan/figures/figures.h"

#include <gtest/gtest.h>

#include <sstream>

#include "match/matcher.h"
#include "plan/figures/figure_values.h"
#include "plan/reading.h"

namespace kehoach::plan {
namespace {

using layout::Block;
using layout::BlockKind;

const match::Matcher& matcher() {
  static const match::Matcher shared(rules::load());
  return shared;
}

Block block_of(std::string& line) {
  Block block;
  if (line.starts_with("# ")) {
    block.kind = BlockKind::kHeading;
    block.level = 1;
    line.erase(0, 2);
  } else if (line.starts_with("- ") || line.starts_with("+ ")) {
    block.kind = BlockKind::kListItem;
    block.label = line.substr(0, 1);
    block.level = line.front() == '-' ? 1 : 2;
  }
  return block;
}

layout::Document document_of(const std::string& lines) {
  layout::Document document;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    Block block = block_of(line);
    const std::size_t begin = document.content.size();
    block.pieces = {{begin, begin + line.size()}};
    document.content += line + "\n";
    document.blocks.push_back(block);
  }
  return document;
}

std::string bound(const std::optional<double>& value) { return value ? compact(*value) : "-"; }

std::string dump(const Figure& figure) {
  std::string text = figure.indicator.code.value_or(figure.indicator.name);
  text += " | " + figure.change + " " + bound(figure.min) + ".." + bound(figure.max) + " " +
          figure.unit;
  if (figure.of) text += " of " + compact(*figure.of);
  if (figure.baseline_year) text += " from " + std::to_string(*figure.baseline_year);
  if (figure.year) text += " in " + std::to_string(*figure.year);
  if (figure.per) text += " per " + *figure.per;
  return text;
}

std::string figures_of(const std::string& lines, const DocumentFields& fields) {
  const auto document = document_of(lines);
  const auto text = text::normalize(document);
  const auto reading = make_reading(document, text, matcher());
  const Figures figures = read_figures(reading, fields, {});
  std::string dumped;
  for (const auto& figure : figures.targets) dumped += "target " + dump(figure) + "\n";
  for (const auto& figure : figures.results) dumped += "result " + dump(figure) + "\n";
  return dumped;
}

// Figures of `lines` in a plan of 2022.
std::string figures_of(const std::string& lines) {
  DocumentFields fields;
  fields.plan = Field<bool>{true, 1, "test", {}, {}};
  fields.period = Field<Period>{{2022, 2022}, 1, "test", {}, {}};
  return figures_of(lines, fields);
}

// … in another document of that day.
std::string figures_of(const std::string& lines, const std::string& type, const std::string& date) {
  DocumentFields fields;
  fields.type = Field<DocumentType>{{type, {}}, 1, "test", {}, {}};
  fields.issue_date = Field<std::string>{date, 1, "test", {}, {}};
  return figures_of(lines, fields);
}

struct Case {
  std::string lines, expected;
};

void check(const std::vector<Case>& cases) {
  for (const auto& test : cases) EXPECT_EQ(figures_of(test.lines), test.expected) << test.lines;
}

TEST(Figures, DeedsOfTasks) {
  check({
      {"# I. NHIỆM VỤ\n- Trồng mới 300 ha rừng ven biển và 2 triệu cây phân tán.",
       "target rừng ven biển | reach 300..300 count in 2022\n"
       "target cây phân tán | reach 2000000..2000000 count in 2022\n"},
      {"# I. NHIỆM VỤ\n- Xóa 4 điểm ngập trên tuyến đường ven sông.",
       "target điểm ngập trên tuyến đường ven sông | reach 4..4 count in 2022\n"},
      {"# I. NHIỆM VỤ\n- Triển khai thí điểm tại 14 tổ dân phố.", ""},
      {"# I. NHIỆM VỤ\n- Tổ chức 02 hội nghị sơ kết.", ""},
  });
}

// A month before the document's own is over, so no goal; what is counted from it on goes on.
TEST(Figures, LettersLookBackAndAhead) {
  const auto figures = [](const std::string& lines) {
    return figures_of(lines, "Công văn", "2022-09-15");
  };
  EXPECT_EQ(figures("# I. MỤC TIÊU\n- Đến hết ngày 31/8/2022, trồng 300 ha rừng."), "");
  for (const char* since : {"Từ", "Tính từ", "Kể từ"})
    EXPECT_EQ(
        figures("# I. MỤC TIÊU\n- " + std::string(since) + " ngày 31/8/2022, trồng 300 ha rừng."),
        "target rừng | reach 300..300 count in 2022\n")
        << since;
}

TEST(Figures, ChangesToldByBothEnds) {
  check({
      {"# I. NHIỆM VỤ\n- Rút ngắn thời gian cấp phép từ 30 ngày xuống còn 22 ngày.",
       "target thời gian cấp phép | reach 22..22 duration in 2022\n"},
      {"# I. MỤC TIÊU\n- Giảm tỷ lệ hộ nghèo từ 5,2% xuống còn 3%.",
       "target tỷ lệ hộ nghèo | reach 3..3 percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Điểm trung bình đạt 8,3 điểm, cao hơn năm 2021 ít nhất 0,3 điểm.",
       "target Điểm trung bình | reach 8.3..8.3 point in 2022\n"},
  });
}

TEST(Figures, WhatALetterAsksFor) {
  EXPECT_EQ(figures_of("- Kéo giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1% trong quý IV/2022.",
                       "Công văn", "2022-08-12"),
            "target tỷ lệ hồ sơ trễ hạn | reach -..1 percent in 2022\n");
  // What its items order with other words is no result for that.
  EXPECT_EQ(figures_of("- Sở Xây dựng chỉ đạo chiếu sáng công cộng tiết giảm 50% công suất.",
                       "Chỉ thị", "2022-08-12"),
            "");
}

TEST(Figures, WhatIsAllottedEndsWithItsSentence) {
  check({
      {"# I. KẾT QUẢ\n- Thu ngân sách đạt 48,6 tỷ đồng, bằng 112% dự toán. Thu nhập bình quân đầu "
       "người đạt 71 triệu đồng.",
       "result Thu ngân sách | reach 48600000000..48600000000 money in 2022\n"
       "result Thu ngân sách | reach 112..112 percent in 2022\n"
       "result Thu nhập bình quân đầu người | reach 71000000..71000000 money in 2022\n"},
  });
}

TEST(Figures, YearsOfWhatIsCounted) {
  check({{"# I. MỤC TIÊU\n- Số hóa tối thiểu 60% hồ sơ thanh tra giai đoạn 2018 - 2020.",
          "target hồ sơ thanh tra | reach 60..- percent in 2022\n"}});
}

TEST(Figures, WhatIsReportedAtAMeeting) {
  check({{"# NỘI DUNG\n- Công chức Văn phòng báo cáo: tiếp nhận 120 hồ sơ, giải quyết 118 hồ sơ.",
          "result hồ sơ | reach 120..120 count in 2022\n"
          "result hồ sơ | reach 118..118 count in 2022\n"},
         {"# MỤC TIÊU\n- Hỗ trợ 50 doanh nghiệp xây dựng trang web, tổng trị giá 1,5 tỷ đồng.",
          "target doanh nghiệp xây dựng trang web | reach 50..50 count in 2022\n"}});
}

TEST(Figures, OutlooksAmongGoals) {
  check({
      {"# MỤC TIÊU\n# Định hướng đến năm 2030\n- Tỷ trọng kinh tế số đạt 30%.",
       "target Tỷ trọng kinh tế số | reach 30..30 percent in 2030\n"},
  });
}

TEST(Figures, NumbersOfOtherThings) {
  check({
      {"# I. MỤC TIÊU\n- Diện tích trồng chè đạt trên 1.500 ha.",
       "target Diện tích trồng chè | reach 1500..- count in 2022\n"},
      {"# I. MỤC TIÊU\n- Giá trị sản xuất trên 1 ha đất đạt 120 triệu đồng.",
       "target Giá trị sản xuất trên 1 ha đất | reach 120000000..120000000 money in 2022\n"},
      {"# I. NHIỆM VỤ\n- Kiểm tra định kỳ 100% cơ sở kinh doanh.",
       "target cơ sở kinh doanh | reach 100..100 percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Tỷ lệ tiêm nhắc lại cho trẻ 18 tháng tuổi đạt 91 - 94%.",
       "target Tỷ lệ tiêm nhắc lại cho trẻ 18 tháng tuổi | reach 91..94 percent in 2022\n"},
      {"# I. KẾT QUẢ\n- Năm 2021, thu phí đạt 58,4% kế hoạch, cao hơn 2,7% so với cùng kỳ năm "
       "2020.",
       "result kế hoạch | reach 58.4..58.4 percent in 2021\n"},
      {"# I. KẾT QUẢ\n- Năm 2021, dịch bệnh xảy ra tại 120 hộ của 15 xã.",
       "result hộ | reach 120..120 count in 2021\nresult xã | reach 15..15 count in 2021\n"},
      {"# I. KẾT QUẢ\n- Năm 2021, chỉ số cải cách xếp thứ 3/9 huyện, thành phố, tăng 02 bậc.",
       "result chỉ số cải cách | reach 3..3 rank of 9 in 2021\n"
       "result chỉ số cải cách | increase 2..2 rank in 2021\n"},
      {"# I. NHIỆM VỤ\n- Báo cáo Giám đốc Sở vào thứ 5 hằng tuần.", ""},
      {"# I. NHIỆM VỤ\n- Nối mạng đến 100% phường, xã (Sở Xây dựng chủ trì; xong trong quý II).",
       "target phường, xã | reach 100..100 percent in 2022\n"},
      {"# I. NHIỆM VỤ\n- Bồi dưỡng kỹ năng số cho 500 hội viên.",
       "target hội viên | reach 500..500 count in 2022\n"},
  });
}

TEST(Figures, ForWhomAMeetingIs) {
  check({
      {"# I. KẾT QUẢ\n- Đã tổ chức 12 hội nghị phổ biến luật cho 980 lượt người.",
       "result hội nghị phổ biến luật | reach 12..12 count in 2022\n"
       "result lượt người | reach 980..980 count in 2022\n"},
      {"# I. NHIỆM VỤ\n- Tổ chức 12 hội nghị phổ biến luật cho 980 lượt người.", ""},
  });
}

TEST(Figures, HamletsAreNoCopies) {
  check({
      {"# I. MỤC TIÊU\n- Có 20 bản được công nhận bản du lịch.",
       "target bản được công nhận bản du lịch | reach 20..20 count in 2022\n"},
      {"# I. MỤC TIÊU\n- Mỗi hộ nộp 03 bản chính.", ""},
  });
}

TEST(Figures, SignsAndRates) {
  check({
      {"# I. MỤC TIÊU\n- Tỷ lệ trẻ tiêm đủ 6 loại vắc xin đạt ≥ 95%.",
       "target Tỷ lệ trẻ tiêm đủ 6 loại vắc xin | reach 95..- percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Tỷ suất tử vong mẹ giảm còn 30/100.000 trẻ đẻ sống.",
       "target Tỷ suất tử vong mẹ | reach 30..30 count in 2022\n"},
      {"# I. MỤC TIÊU\n- Giữ vững 20/20 xã đạt chuẩn.",
       "target xã đạt chuẩn | maintain 20..20 count of 20 in 2022\n"},
  });
}

TEST(Figures, NameVerbQuantity) {
  check({
      {"Phấn đấu Chỉ số PAPI của tỉnh năm 2022 tăng 2 - 3 bậc so với năm 2021.",
       "target PAPI | increase 2..3 rank from 2021 in 2022\n"},
      {"# I. MỤC TIÊU\n- Tỷ lệ hộ nghèo giảm còn dưới 3%.",
       "target Tỷ lệ hộ nghèo | reach -..3 percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Tỷ lệ đô thị hóa tăng 0,5 điểm phần trăm.",
       "target Tỷ lệ đô thị hóa | increase 0.5..0.5 percentage_point in 2022\n"},
      {"# I. MỤC TIÊU\n- Thu ngân sách trên địa bàn đạt 25.000 tỷ đồng, tăng 10% so với năm 2021.",
       "target Thu ngân sách trên địa bàn | reach 25000000000000..25000000000000 money in 2022\n"
       "target Thu ngân sách trên địa bàn | increase 10..10 percent from 2021 in 2022\n"},
      {"# I. MỤC TIÊU\n- Kéo giảm số vụ cháy tối thiểu 5% so với cùng kỳ.",
       "target số vụ cháy | decrease 5..- percent from 2021 in 2022\n"},
      {"# I. MỤC TIÊU\n- Kéo giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%, tăng tỷ lệ hài lòng lên 95%.",
       "target tỷ lệ hồ sơ trễ hạn | reach -..1 percent in 2022\n"
       "target tỷ lệ hài lòng | reach 95..95 percent in 2022\n"},
  });
}

TEST(Figures, QuantityBeforeItsName) {
  check({
      {"# I. MỤC TIÊU\n- 100% hồ sơ được số hóa; trên 95% người dân hài lòng.",
       "target hồ sơ được số hóa | reach 100..100 percent in 2022\n"
       "target người dân hài lòng | reach 95..- percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Giảm ít nhất 5% số vụ cháy, 8% số người bị nạn so với năm 2021.",
       "target số vụ cháy | decrease 5..- percent from 2021 in 2022\n"
       "target số người bị nạn | decrease 8..8 percent from 2021 in 2022\n"},
      {"# II. NHIỆM VỤ\n- Phối hợp cắt giảm ít nhất 20% chi phí tuân thủ.",
       "target chi phí tuân thủ | decrease 20..- percent in 2022\n"},
  });
}

TEST(Figures, SeveralIndicatorsAndQuantities) {
  check({
      {"Phấn đấu Chỉ số CCHC và Chỉ số PAPI tăng lần lượt 2 bậc và 3 bậc so với năm 2021.",
       "target PAR_INDEX | increase 2..2 rank from 2021 in 2022\n"
       "target PAPI | increase 3..3 rank from 2021 in 2022\n"},
      {"# I. MỤC TIÊU\n- Tỷ lệ hộ dùng nước sạch đến năm 2025 và năm 2030 lần lượt là 60% và 75%.",
       "target Tỷ lệ hộ dùng nước sạch | reach 60..60 percent in 2025\n"
       "target Tỷ lệ hộ dùng nước sạch | reach 75..75 percent in 2030\n"},
      {"# I. MỤC TIÊU\n- Đến năm 2025, có ít nhất 70% và đến năm 2030 có ít nhất 90% số ấp có "
       "Internet.",
       "target số ấp có Internet | reach 70..- percent in 2025\n"
       "target số ấp có Internet | reach 90..- percent in 2030\n"},
      {"# I. KẾT QUẢ\n- Năm 2021, thu phí đạt 20 tỷ đồng, bằng 64,8% kế hoạch.",
       "result thu phí | reach 20000000000..20000000000 money in 2021\n"
       "result thu phí | reach 64.8..64.8 percent in 2021\n"},
      {"# I. MỤC TIÊU\n- Thu nhập của hộ nghèo tăng gấp 1,5 lần so với năm 2020.",
       "target Thu nhập của hộ nghèo | increase 1.5..1.5 count from 2020 in 2022\n"},
      {"# I. KẾT QUẢ\n- Năm 2021, hỗ trợ 30 hộ (đạt 120% chỉ tiêu); tỷ lệ nợ xấu 0,2%.",
       "result hộ | reach 30..30 count in 2021\n"
       "result hộ | reach 120..120 percent in 2021\n"
       "result tỷ lệ nợ xấu | reach 0.2..0.2 percent in 2021\n"},
      {"Phấn đấu SIPAS và PCI năm 2022 tăng điểm và tăng hạng so với năm 2021.",
       "target SIPAS | increase -..- point from 2021 in 2022\n"
       "target PCI | increase -..- point from 2021 in 2022\n"
       "target SIPAS | increase -..- rank from 2021 in 2022\n"
       "target PCI | increase -..- rank from 2021 in 2022\n"},
      {"Năm 2021, SIPAS đạt 84,2%, xếp thứ 30/63 tỉnh (tăng 1,3% và 5 bậc so với năm 2020).",
       "result SIPAS | reach 84.2..84.2 percent in 2021\n"
       "result SIPAS | reach 30..30 rank of 63 in 2021\n"
       "result SIPAS | increase 1.3..1.3 percent from 2020 in 2021\n"
       "result SIPAS | increase 5..5 rank from 2020 in 2021\n"},
  });
}

TEST(Figures, NamesBeforeAColonOrCue) {
  check({
      {"# I. MỤC TIÊU\n- Chỉ số hài lòng (SIPAS): Đạt từ 85% trở lên; xếp hạng 20/63.",
       "target SIPAS | reach 85..- percent in 2022\n"
       "target SIPAS | reach 20..20 rank of 63 in 2022\n"},
      {"# I. MỤC TIÊU\n- Các xã có số vụ tăng trong năm 2021 phấn đấu giảm tối thiểu 10%.",
       "target Các xã có số vụ tăng | decrease 10..- percent in 2022\n"},
      {"# I. MỤC TIÊU\n- Giảm 10% đầu mối và giảm 12% biên chế so với năm 2021.",
       "target đầu mối | decrease 10..10 percent from 2021 in 2022\n"
       "target biên chế | decrease 12..12 percent from 2021 in 2022\n"},
  });
}

TEST(Figures, YearAndBaselineThatOpen) {
  check({
      {"Năm 2021, tình hình cơ bản ổn định. Toàn huyện xảy ra 12 vụ cháy; so với năm 2020 giảm 03 "
       "vụ (20%).",
       "result vụ cháy | reach 12..12 count in 2021\n"
       "result vụ cháy | decrease 3..3 count from 2020 in 2021\n"
       "result vụ cháy | decrease 20..20 percent from 2020 in 2021\n"},
  });
}

TEST(Figures, Places) {
  check({
      {"Phấn đấu Chỉ số DTI nằm trong nhóm 15 tỉnh dẫn đầu cả nước.",
       "target DTI | reach -..15 rank in 2022\n"},
      {"Phấn đấu Chỉ số PCI tăng 1 bậc, tức là xếp thứ 59/63 (năm 2021 xếp thứ 60/63).",
       "target PCI | increase 1..1 rank in 2022\n"
       "target PCI | reach 59..59 rank of 63 in 2022\n"
       "result PCI | reach 60..60 rank of 63 in 2021\n"},
      {"Phấn đấu Chỉ số PCI xếp từ vị trí thứ 40 đến 50/63 trong bảng xếp hạng 63 tỉnh.",
       "target PCI | reach 40..50 rank of 63 in 2022\n"},
      {"# I. MỤC TIÊU\n- Giữ vững vị trí trong nhóm 10 tỉnh dẫn đầu về PCI.",
       "target PCI | maintain -..10 rank in 2022\n"},
      {"# I. MỤC TIÊU\n- Duy trì Chỉ số PCI trong nhóm 10 tỉnh dẫn đầu.",
       "target PCI | maintain -..10 rank in 2022\n"},
  });
}

TEST(Figures, YearsFromAbove) {
  check({
      {"# Giai đoạn 2026 - 2030\n- Phấn đấu 60% xe buýt dùng điện.\n- Từ năm 2028:\n+ 80% bến xe "
       "có trạm sạc.",
       "target xe buýt dùng điện | reach 60..60 percent in 2030\n"
       "target bến xe có trạm sạc | reach 80..80 percent in 2028\n"},
      {"# I. MỤC TIÊU\nGiai đoạn 2026 - 2030\n- Phấn đấu 60% xe buýt dùng điện.",
       "target xe buýt dùng điện | reach 60..60 percent in 2030\n"},
      // What is left of a page's edge ends no list.
      {"# I. MỤC TIÊU\nGiai đoạn 2026 - 2030\n- Phấn đấu 60% xe buýt dùng điện.\n1\n- Phấn đấu 70% "
       "xe khách dùng điện.",
       "target xe buýt dùng điện | reach 60..60 percent in 2030\n"
       "target xe khách dùng điện | reach 70..70 percent in 2030\n"},
      {"# I. MỤC TIÊU\n- Tăng so với năm 2020:\n+ Tăng tối thiểu 20% số hồ sơ trực tuyến.",
       "target số hồ sơ trực tuyến | increase 20..- percent from 2020 in 2022\n"},
      {"# I. MỤC TIÊU\n- Mỗi năm giảm ít nhất 5% số vụ, đến năm 2030 giảm 50% so với năm 2020.",
       "target số vụ | decrease 5..- percent in 2022 per year\n"
       "target số vụ | decrease 50..50 percent from 2020 in 2030\n"},
  });
}

TEST(Figures, ResultsOfAccidents) {
  check({
      {"# I. TÌNH HÌNH\nTrong quý I/2022, xảy ra 12 vụ (giảm 4 vụ (25%) so với cùng kỳ), làm chết "
       "03 người, thiệt hại khoảng 1,5 tỷ đồng.",
       "result vụ | reach 12..12 count in 2022\n"
       "result vụ | decrease 4..4 count from 2021 in 2022\n"
       "result vụ | decrease 25..25 percent from 2021 in 2022\n"
       "result người | reach 3..3 count in 2022\n"
       "result thiệt hại | reach 1500000000..1500000000 money in 2022\n"},
      {"# I. TÌNH HÌNH\nTỷ lệ hộ nghèo giảm từ 9,5% năm 2019 xuống còn 6,2% năm 2021.",
       "result Tỷ lệ hộ nghèo | reach 6.2..6.2 percent in 2021\n"},
      {"Năm 2021 xảy ra 18 vụ đuối nước làm 20 trẻ tử vong.",
       "result vụ đuối nước | reach 18..18 count in 2021\n"
       "result trẻ tử vong | reach 20..20 count in 2021\n"},
      {"Năm 2021, tỷ lệ nhẹ cân còn 14,2% (năm 2020 là 14,9%); tỷ lệ thấp còi còn 22,8%.",
       "result tỷ lệ nhẹ cân | reach 14.2..14.2 percent in 2021\n"
       "result tỷ lệ nhẹ cân | reach 14.9..14.9 percent in 2020\n"
       "result tỷ lệ thấp còi | reach 22.8..22.8 percent in 2021\n"},
      {"# II. CHỈ TIÊU\n- Nâng tỷ lệ tiêm phòng từ 76% năm 2021 lên tối thiểu 80%.",
       "target tỷ lệ tiêm phòng | reach 80..- percent in 2022\n"},
      {"# II. CHỈ TIÊU\n- Số câu lạc bộ tăng lên 12.",
       "target Số câu lạc bộ | reach 12..12 count in 2022\n"},
      {"# I. TÌNH HÌNH\nNăm 2021, đã bắt giữ 40 vụ; thu giữ 5,2 kg ma túy.",
       "result vụ | reach 40..40 count in 2021\nresult ma túy | reach 5.2..5.2 count in 2021\n"},
      {"# II. CHỈ TIÊU\n- Số vụ phát hiện, bắt giữ tăng trên 5% so với năm 2021.",
       "target Số vụ phát hiện, bắt giữ | increase 5..- percent from 2021 in 2022\n"},
  });
}

TEST(Figures, WhatIsNone) {
  check({
      {"# I. MỤC TIÊU\n- Tỷ lệ xe buýt dùng điện đạt 7% - 0%.", ""},
      {"Kế hoạch đặt ra 15 chỉ tiêu, 8 nhóm nhiệm vụ và 35 giải pháp cụ thể.", ""},
      {"# I. MỤC TIÊU\n- Không để xảy ra ùn tắc kéo dài trên 30 phút.", ""},
      {"# IV. KINH PHÍ\nTổng kinh phí thực hiện Kế hoạch là 12 tỷ đồng.", ""},
      {"# II. NHIỆM VỤ\n- Tặng Giấy khen kèm tiền thưởng 10 triệu đồng cho tập thể.", ""},
      {"# II. NHIỆM VỤ\n- Tổ chức 02 hội nghị, báo cáo trước ngày 30/6/2022.", ""},
      {"Duy trì các tiêu chí thuộc nhóm B (từ 80% đến dưới 90%) trở lên.", ""},
      {"# II. NHIỆM VỤ\n- Kiểm tra các đơn vị có xe từ 10 chỗ trở lên tại Vành đai 4.", ""},
      {"# V. KHEN THƯỞNG\n- Có kết quả đạt trên 90% và nằm trong nhóm 03 đơn vị dẫn đầu.", ""},
  });
}

TEST(Figures, EvidenceIsTheClauseThenWhatItInherits) {
  const auto document = document_of("# Giai đoạn 2026 - 2030\n- Phấn đấu 60% xe buýt dùng điện.");
  const auto text = text::normalize(document);
  const auto reading = make_reading(document, text, matcher());
  const Figures figures = read_figures(reading, {}, {});
  ASSERT_EQ(figures.targets.size(), 1U);
  ASSERT_EQ(figures.targets[0].evidence.size(), 2U);
  EXPECT_EQ(figures.targets[0].evidence[0].text, "60% xe buýt dùng điện");
  EXPECT_EQ(figures.targets[0].evidence[1].text, "Giai đoạn 2026 - 2030");
  for (const auto& piece : figures.targets[0].evidence)
    EXPECT_EQ(piece.text, text.slice(piece.span));
}

}  // namespace
}  // namespace kehoach::plan
