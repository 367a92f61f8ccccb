// Records of web pages: what only a page has, and what it must not change.

#include <gtest/gtest.h>

#include "plan/document/iso_time.h"
#include "read_page_record.h"

namespace kehoach::tests {
namespace {

std::string page(const std::string& head, const std::string& posted, const std::string& body,
                 const std::string& foot = "") {
  return "<html><head>" + head +
         "</head><body><div class=content><h1>Phú Thọ triển khai cải thiện "
         "chỉ số cải cách hành chính</h1>" +
         posted +
         "<p>Ngày 11/7, UBND tỉnh ban hành Kế hoạch số 2511/KH-UBND về việc cải thiện Chỉ số cải "
         "cách hành chính năm 2022.</p><p>Theo kế hoạch, các sở, ngành và địa phương phải rà soát "
         "từng tiêu chí bị trừ điểm, xác định rõ nguyên nhân và khắc phục ngay trong quý III.</p>" +
         body + "</div><div class=footer>" + foot + "</div></body></html>";
}

std::string meta(const std::string& time) {
  return "<meta property='article:published_time' content='" + time + "'>";
}

TEST(PostedTime, OfMetadataAndLine) {
  const struct {
    std::string head, line, published;
  } kCases[] = {
      {"", "", "null"},
      {"", "<div class=date>12/07/2022 01:15</div>", "2022-07-12T01:15:00+07:00"},
      {"", "<div class=date>Thứ Ba, 12-7-2022, 13:05</div>", "2022-07-12T13:05:00+07:00"},
      {meta("2022-07-12T08:15:00"), "", "2022-07-12T08:15:00+07:00"},
      {meta("2022-07-12 08:15:30.125 +0700"), "", "2022-07-12T08:15:30+07:00"},
      {meta("2022-07-12T01:15:00Z"), "", "2022-07-12T01:15:00Z"},
      {meta("12/07/2022 08:15"), "", "2022-07-12T08:15:00+07:00"},
      {meta("gần đây"), "", "null"},
      // The line shows the same clock: what the metadata call Greenwich's is Vietnam's.
      {meta("2022-07-12T08:15:00Z"), "<div class=date>12/07/2022 08:15</div>",
       "2022-07-12T08:15:00+07:00"},
      {meta("2022-07-12"), "<div class=date>12/07/2022 08:15</div>", "2022-07-12T08:15:00+07:00"},
      {meta("2022-07-12T08:15:00+07:00"), "<div class=date>Cập nhật: 15/08/2022 09:00</div>",
       "2022-07-12T08:15:00+07:00"},
  };
  for (const auto& [head, line, published] : kCases)
    EXPECT_EQ(record_of_page(page(head, line, "")).source.published.value_or("null"), published)
        << head << line;
}

TEST(PostedTime, GivesItsYearToADayByTheClockOfVietnam) {
  const auto early = record_of_page(page(meta("2022-07-10T18:30:00Z"), "", ""));
  EXPECT_EQ(early.document.issue_date->value, "2022-07-11");
  const auto before = record_of_page(page(meta("2022-07-10T16:30:00Z"), "", ""));
  EXPECT_EQ(before.document.issue_date->value, "2021-07-11");
}

TEST(IsoTime, DaysInVietnam) {
  EXPECT_EQ(plan::day_in_vietnam("2024-02-28T17:00:00Z"), "2024-02-29");
  EXPECT_EQ(plan::day_in_vietnam("2023-12-31T20:00:00+00:00"), "2024-01-01");
  EXPECT_EQ(plan::day_in_vietnam("2024-01-01T03:00:00+11:00"), "2023-12-31");
  EXPECT_EQ(plan::day_in_vietnam("2024-01-01T23:59:59+07:00"), "2024-01-01");
  EXPECT_EQ(plan::day_in_vietnam("2024-01-01"), "2024-01-01");
  EXPECT_EQ(plan::day_in_vietnam(""), "");
  EXPECT_EQ(plan::parse_iso_time("2024-02-30T10:00"), std::nullopt);
  EXPECT_EQ(plan::parse_iso_time("2024-02-20T25:00"), "2024-02-20");
  EXPECT_EQ(plan::parse_iso_time("2024-02-203"), std::nullopt);
}

TEST(Attachments, LinksAndLinesAreOneList) {
  const auto source =
      record_of_page(page("<base href='https://a.example.vn/'>", "",
                          "<p>Nội dung chi tiết xem <a href='/vb/9.pdf'>tại đây</a></p><p>Tệp "
                          "đính kèm: <a href='/f?x=kh.doc'>kh 2511.doc</a></p><p>File đính kèm: "
                          "phu luc 2.xls</p>"))
          .source;
  std::string out;
  for (const auto& attachment : source.attachments)
    out += attachment.label + " <" + attachment.href.value_or("") + ">\n";
  EXPECT_EQ(
      out,
      "tại đây <https://a.example.vn/vb/9.pdf>\nkh 2511.doc <https://a.example.vn/f?x=kh.doc>\n"
      "phu luc 2.xls <>\n");
}

TEST(AboutPages, TheProvinceOfTheSiteIsInferred) {
  const auto record = record_of_page(
      page("", "", "", "CỔNG THÔNG TIN ĐIỆN TỬ TỈNH PHÚ THỌ. Địa chỉ: phường Gia Cẩm"));
  ASSERT_TRUE(record.document.issuer);
  EXPECT_EQ(record.document.issuer->value.name, "UBND tỉnh Phú Thọ");
  EXPECT_EQ(record.document.number->value.printed, "2511/KH-UBND");
}

// Lists that a browser numbers: the number labels the item and is none of its words.
TEST(PageTasks, DrawnNumbersAreLabels) {
  const auto record = record_of_page(
      page("", "",
           "<p>Kế hoạch đề ra các nhiệm vụ sau:</p><ol><li>100% xã công khai thủ tục hành chính "
           "trước ngày 30/9/2022;</li><li>Sở Nội vụ chủ trì kiểm tra việc giải quyết thủ tục tại "
           "các huyện;</li></ol><p>Các đơn vị báo cáo kết quả hằng quý.</p>"));
  std::string out;
  for (const auto& task : record.tasks) out += task.label.value_or("-") + ": " + task.text + "\n";
  EXPECT_NE(out.find("\n1: 100% xã công khai thủ tục hành chính trước ngày 30/9/2022\n2: "),
            std::string::npos)
      << out;
}

TEST(PageFigures, ADrawnNumberTakesNoneAway) {
  const auto record = record_of_page(page(
      "", "",
      "<p>Mục tiêu đến hết năm 2022:</p><ol><li>15% xã có cán bộ chuyên trách công nghệ thông "
      "tin;</li><li>Ít nhất 80% hồ sơ được giải quyết đúng hạn.</li></ol><p>Các đơn vị báo cáo "
      "kết quả hằng quý.</p>"));
  std::string out;
  for (const auto& figure : record.targets) out += figure.printed + "; ";
  EXPECT_EQ(out, "15%; 80%; ");
}

TEST(PageTasks, SpannedLeadsHoldForEachRow) {
  const auto record = record_of_page(
      page("", "",
           "<table border=1><tr><th rowspan=2>TT<th rowspan=2>Nhiệm vụ<th colspan=2>Thực hiện<th "
           "rowspan=2>Thời gian<tr><th>Cơ quan chủ trì<th>Cơ quan phối hợp<tr><td>1<td>Rà soát "
           "thủ tục<td rowspan=2>Sở Nội vụ<td>Sở Tư pháp<td rowspan=2>Tháng 9/2022<tr><td>2<td>Tập "
           "huấn cán bộ xã<td>Sở Tài chính<tr><td>3<td>Khảo sát người dân<td>Sở Y tế<td><td>Tháng "
           "10/2022</table><p>Các đơn vị báo cáo kết quả hằng quý.</p>"));
  std::string out;
  for (const auto& task : record.tasks) {
    if (task.origin != "table") continue;
    out += task.label.value_or("-") + " " + task.text + " |";
    for (const auto& lead : task.lead) out += " " + lead;
    out += " |";
    for (const auto& body : task.cooperating) out += " " + body;
    out += " | " + (task.deadline ? task.deadline->text : "") + "\n";
  }
  EXPECT_EQ(out,
            "1 Rà soát thủ tục | Sở Nội vụ | Sở Tư pháp | Tháng 9/2022\n"
            "2 Tập huấn cán bộ xã | Sở Nội vụ | Sở Tài chính | Tháng 9/2022\n"
            "3 Khảo sát người dân | Sở Y tế | | Tháng 10/2022\n");
  ASSERT_EQ(record.tables.size(), 1u);
  EXPECT_EQ(record.tables[0].header_rows, 2);
  EXPECT_EQ(record.tables[0].rows[2][2].rowspan, 2);
  EXPECT_EQ(record.tables[0].rows[3].size(), 3u);
}

std::string listed(const std::string& rows) {
  const auto record = record_of_page(
      "<html><body><div class=content><h1>Kế hoạch số 31/KH-UBND trồng cây xanh năm 2023</h1>" +
      rows + "</div></body></html>");
  const auto& d = record.document;
  std::string out = record.role;
  if (d.number) out += " | " + d.number->value.printed;
  if (d.type) out += " | " + d.type->value.name;
  if (d.issue_date) out += " | " + d.issue_date->value;
  if (d.issuer) out += " | " + d.issuer->value.name;
  if (d.signer) out += " | " + d.signer->value;
  if (d.title) out += " | " + d.title->value;
  return out;
}

TEST(ListedDocuments, AttributesInEveryShape) {
  EXPECT_EQ(
      listed("<table><tr><td>Số ký hiệu<td>31/KH-UBND<tr><td>Ngày ban hành<td>04/5/2023<tr>"
             "<td>Loại văn bản<td>Kế hoạch<tr><td>Cơ quan ban hành<td>UBND huyện Lắk<tr><td>"
             "Người ký<td>Y Thanh<tr><td>Trích yếu<td>Về việc trồng cây xanh năm 2023"
             "</table>"),
      "about | 31/KH-UBND | Kế hoạch | 2023-05-04 | UBND huyện Lắk | Y Thanh | trồng cây xanh "
      "năm 2023");
  EXPECT_EQ(listed("<ul><li><b>Số hiệu:</b> 31/KH-UBND<li><b>Ngày ký:</b> 04-05-2023<li><b>Đơn vị "
                   "ban hành:</b> UBND huyện Lắk<li>Người ký: --</ul>"),
            "about | 31/KH-UBND | Kế hoạch | 2023-05-04 | UBND huyện Lắk | trồng cây xanh năm "
            "2023");
  EXPECT_EQ(listed("<div><span class=l>Số hiệu</span><span class=v>31/KH-UBND</span></div><div>"
                   "<span class=l>Ngày ban hành</span><span class=v>04/5/2023</span></div><div>"
                   "<span class=l>Ngày có hiệu lực</span><span class=v>09/5/2023</span></div><div>"
                   "<span class=l>Trích yếu</span><span class=v>Trồng cây xanh</span></div>"),
            "about | 31/KH-UBND | Kế hoạch | 2023-05-04 | Trồng cây xanh");
}

TEST(ListedDocuments, AListOfSeveralIsAboutNone) {
  EXPECT_EQ(listed("<p>Số ký hiệu: 31/KH-UBND</p><p>Ngày ban hành: 04/5/2023</p><p>Trích yếu: "
                   "Trồng cây</p><p>Số ký hiệu: 32/KH-UBND</p><p>Ngày ban hành: 05/5/2023</p><p>"
                   "Trích yếu: Làm đường</p>"),
            "none");
}

}  // namespace
}  // namespace kehoach::tests
