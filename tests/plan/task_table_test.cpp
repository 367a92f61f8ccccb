// Tasks out of tables of plain texts.

#include <gtest/gtest.h>

#include "read_text_record.h"

namespace kehoach::tests {
namespace {

const std::string kBefore =
    "ỦY BAN NHÂN DÂN\nXÃ ĐĂK MAR\nSố: 12/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nĐăk Mar, ngày 04 tháng 3 năm 2026\nKẾ HOẠCH\n"
    "Chăm sóc cây xanh năm 2026\nI. NỘI DUNG\nPhân công cụ thể:\n";

std::string list(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

// label/text/lead/cooperating/deadline from..to recurring/deliverable/last of section
std::string dump(const std::string& rows) {
  std::string out;
  for (const auto& task : record_of(kBefore + rows).tasks) {
    if (task.origin != "table") continue;
    out += task.label.value_or("-") + "/" + task.text + "/" + list(task.lead) + "/" +
           list(task.cooperating) + "/";
    if (task.deadline) {
      out += task.deadline->text + " " + task.deadline->from.value_or("") + ".." +
             task.deadline->to.value_or("") + task.deadline->recurring.value_or("");
    }
    out += "/" + task.deliverable.value_or("") + "/" +
           (task.section.empty() ? "" : task.section.back()) + "\n";
  }
  return out;
}

TEST(TaskTable, GroupsAreSectionsOfTheRowsBelow) {
  EXPECT_EQ(dump("TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\n"
                 "I\tTRỒNG CÂY\t\t\t\n"
                 "1\tLập danh sách tuyến đường\tPhòng Kinh tế\tCác thôn\tQuý I/2026\n"
                 "2\tMua cây giống\tPhòng Tài chính\tPhòng Kinh tế\tTrước 15/5/2026\n"
                 "II\tCHĂM SÓC\t\t\t\n"
                 "1\tTưới nước mùa khô\tCác thôn\tĐoàn Thanh niên\tThường xuyên\n"),
            "1/Lập danh sách tuyến đường/Phòng Kinh tế/Các thôn/Quý I/2026 2026-01-01..2026-03-31"
            "//I TRỒNG CÂY\n"
            "2/Mua cây giống/Phòng Tài chính/Phòng Kinh tế/Trước 15/5/2026 ..2026-05-15"
            "//I TRỒNG CÂY\n"
            "1/Tưới nước mùa khô/Các thôn/Đoàn Thanh niên/Thường xuyên ..always//II CHĂM SÓC\n");
}

TEST(TaskTable, TheSameAsAbove) {
  EXPECT_EQ(dump("TT\tNội dung\tCơ quan thực hiện\tThời gian hoàn thành\tSản phẩm\n"
                 "1.\tRà soát quy chế\tSở Nội vụ\tTháng 3/2026\tQuyết định\n"
                 "2.\tRà soát quy trình\tnt\tNhư trên\t-nt-\n"
                 "3.\tRà soát biểu mẫu\t\"\t\"\t\"\n"),
            "1/Rà soát quy chế/Sở Nội vụ//Tháng 3/2026 2026-03-01..2026-03-31/Quyết định/I. NỘI "
            "DUNG\n"
            "2/Rà soát quy trình/Sở Nội vụ//Tháng 3/2026 2026-03-01..2026-03-31/Quyết định/I. NỘI "
            "DUNG\n"
            "3/Rà soát biểu mẫu/Sở Nội vụ//Tháng 3/2026 2026-03-01..2026-03-31/Quyết định/I. NỘI "
            "DUNG\n");
}

TEST(TaskTable, OneCellSaysWhoDoesWhat) {
  EXPECT_EQ(dump("STT\tNhiệm vụ\tCơ quan chủ trì, phối hợp\tThời hạn\n"
                 "1\tTổ chức hội nghị\tChủ trì: Sở Y tế. Phối hợp: Sở Nội vụ; Công an tỉnh\t2026\n"
                 "2\tXây dựng đề án\tSở Tư pháp chủ trì, phối hợp với Sở Nội vụ\t2025-2027\n"
                 "3\tIn tài liệu\tSở Y tế (chủ trì), Sở Tài chính (phối hợp)\tHằng năm\n"
                 "4\tKiểm tra\tTheo phân công của Chủ tịch\tHằng năm\n"
                 "5\tTập huấn\tChủ trì: Sở Y tế Sở Nội vụ Các đơn vị liên quan\t"
                 "Theo Nghị định số 52/2015/NĐ-CP ngày 28/5/2015\n"),
            "1/Tổ chức hội nghị/Sở Y tế/Sở Nội vụ; Công an tỉnh/2026 2026-01-01..2026-12-31//I. "
            "NỘI DUNG\n"
            "2/Xây dựng đề án/Sở Tư pháp/Sở Nội vụ/2025-2027 2025-01-01..2027-12-31//I. NỘI DUNG\n"
            "3/In tài liệu/Sở Y tế/Sở Tài chính/Hằng năm ..year//I. NỘI DUNG\n"
            "4/Kiểm tra///Hằng năm ..year//I. NỘI DUNG\n"
            "5/Tập huấn/Sở Y tế; Sở Nội vụ; Các đơn vị liên quan//"
            "Theo Nghị định số 52/2015/NĐ-CP ngày 28/5/2015 ..//I. NỘI DUNG\n");
}

TEST(TaskTable, OtherTablesHoldNoTasks) {
  EXPECT_EQ(dump("TT\tNội dung chi\tSố lượng\tĐơn giá\tThành tiền\tĐơn vị thực hiện\n"
                 "1\tMua cây giống\t200\t50.000\t10.000.000\tPhòng Kinh tế\n"
                 "Dưới đây là danh sách đoàn kiểm tra theo phân công.\n"
                 "TT\tHọ và tên\tChức vụ\tNhiệm vụ\tThời gian\n"
                 "1\tLê Văn Tám\tTrưởng phòng\tTrưởng đoàn\tTháng 3/2026\n"
                 "Chương trình buổi lễ ra quân như sau, các đơn vị theo dõi:\n"
                 "Thời gian\tNội dung\tNgười thực hiện\n"
                 "7h30 - 8h00\tĐón tiếp đại biểu\tBan tổ chức\n"
                 "8h00 - 8h15\tKhai mạc\tPhòng Văn hóa\n"),
            "");
}

TEST(TaskTable, TicksBelowQuartersAndMonthsAreDeadlines) {
  EXPECT_EQ(
      dump("TT\tNội dung\tĐơn vị thực hiện\tQuý I/2026\tQuý II/2026\tQuý III/2026\n"
           "1\tTỉa cành\tHội Nông dân\t\tx\tx\n"
           "2\tBón phân\tHội Phụ nữ\t-\t\t✓\n"),
      "1/Tỉa cành/Hội Nông dân//Quý II/2026, Quý III/2026 2026-04-01..2026-09-30//I. NỘI DUNG\n"
      "2/Bón phân/Hội Phụ nữ//Quý III/2026 2026-07-01..2026-09-30//I. NỘI DUNG\n");
  EXPECT_EQ(dump("TT\tNội dung\tTháng 4\tTháng 5\n1\tTỉa cành\tx\t\n2\tTưới cây\tx\tx\n"),
            "1/Tỉa cành///Tháng 4 ..//I. NỘI DUNG\n"
            "2/Tưới cây///Tháng 4, Tháng 5 ..//I. NỘI DUNG\n");
  EXPECT_EQ(dump("TT\tNội dung\tT4\tT5\n1\tTỉa cành\tx\t\n2\tTưới cây\tx\tx\n"),
            "1/Tỉa cành///T4 ..//I. NỘI DUNG\n2/Tưới cây///T4, T5 ..//I. NỘI DUNG\n");
}

TEST(TaskTable, FiguresByQuarterAreNoTicks) {
  EXPECT_EQ(dump("TT\tNội dung\tQuý I\tQuý II\n1\tTrồng cây\t40\t60\n2\tTỉa cành\tx\t\n"), "");
}

TEST(TaskTable, PersonsOfACellAreToldApart) {
  const struct {
    std::string cell, leads;
  } cases[] = {
      {"Vũ An Bình Lê Thị Cúc", "Vũ An Bình; Lê Thị Cúc"},
      {"Nguyễn Thị Mai Trần Văn Hà", "Nguyễn Thị Mai; Trần Văn Hà"},
      {"Đỗ Mạnh Vũ Việt Lan Nguyễn Thị Hồng Thơm", "Đỗ Mạnh; Vũ Việt Lan; Nguyễn Thị Hồng Thơm"},
      {"Ông Lê Văn Út Bà Phan Thị Kim Chi", "Ông Lê Văn Út; Bà Phan Thị Kim Chi"},
      {"Lê Thị Hoàng Yến", "Lê Thị Hoàng Yến"},
      {"Trường Nguyễn Trãi Lê Lợi", "Trường Nguyễn Trãi Lê Lợi"},
      {"Lê Văn Út và các thành viên tổ", "Lê Văn Út; các thành viên tổ"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(dump("TT\tNội dung\tNgười thực hiện\tThời gian\n1\tTỉa cành\t" + c.cell +
                   "\tHằng năm\n2\tTưới cây\tHội Nông dân\tHằng năm\n"),
              "1/Tỉa cành/" + c.leads + "//Hằng năm ..year//I. NỘI DUNG\n" +
                  "2/Tưới cây/Hội Nông dân//Hằng năm ..year//I. NỘI DUNG\n");
  }
}

}  // namespace
}  // namespace kehoach::tests
