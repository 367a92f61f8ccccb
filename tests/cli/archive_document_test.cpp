// Every query of docs/archive.md, run on an archive of the corpus.
#include <gmock/gmock.h>

#include <map>

#include "run_command.h"
#include "store/archive.h"

namespace kehoach::cli {
namespace {

// The ```sql blocks; those for the shell alone are marked "sql shell".
std::vector<std::string> queries() {
  std::istringstream lines(file_text(std::filesystem::path(KEHOACH_ROOT) / "docs/archive.md"));
  std::vector<std::string> out;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```sql";
      if (inside) out.emplace_back();
    } else if (inside) {
      out.back() += line + "\n";
    }
  }
  return out;
}

using ArchiveDocument = CommandLine;

// One that the questions ask for by its number, a second that cites it, and a copy of the first
// that says something else.
std::string plan(const std::string& number, const std::string& title, const std::string& basis) {
  return "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
         "Độc lập - Tự do - Hạnh phúc\nSố: " +
         number + "\nĐắk Lắk, ngày 12 tháng 3 năm 2023\nKẾ HOẠCH\n" + title + "\nCăn cứ " + basis +
         ";\nI. MỤC TIÊU\nPhấn đấu Chỉ số hài lòng (SIPAS) năm 2023 đạt 85%.\nII. NHIỆM VỤ\n"
         "1. Rà soát thủ tục hành chính.\nĐơn vị chủ trì: Sở Nội vụ.\n"
         "Thời gian hoàn thành: Trước ngày 30/6/2023.\n";
}

TEST_F(ArchiveDocument, ItsQueriesAnswer) {
  const std::string title = "Nâng cao mức độ hài lòng năm 2023";
  const std::string absent = "Quyết định số 64/QĐ-BNV ngày 03 tháng 02 năm 2023 của Bộ Nội vụ";
  write("1.txt", plan("118/KH-UBND", title, absent));
  write("2.txt", plan("140/KH-UBND", title,
                      "Kế hoạch số 118/KH-UBND ngày 12 tháng 3 năm 2023 của UBND tỉnh Đắk Lắk"));
  write("3.txt", plan("118/KH-UBND", "Nâng cao chất lượng phục vụ năm 2023", absent));
  write("4.pdf", "%PDF-1.4 cut");
  const Ran ran = run("kehoach ingest --archive a.db 1.txt 2.txt 3.txt 4.pdf '" KEHOACH_ROOT
                      "'/corpus/[dnq]-*.txt ; kehoach correct 1 place 'Buôn Ma Thuột'"
                      " --by Lan --archive a.db");
  ASSERT_EQ(ran.code, 0) << ran.err;
  store::Archive archive =
      store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kRead);
  const std::vector<std::string> all = queries();
  EXPECT_GE(all.size(), 11u);
  for (const std::string& sql : all) {
    SCOPED_TRACE(sql);
    store::Statement statement = archive.prepare(sql);
    EXPECT_GT(statement.columns(), 1);
    EXPECT_TRUE(statement.step()) << "answers nothing";
  }
}

TEST_F(ArchiveDocument, NamesEveryTable) {
  store::Archive archive =
      store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kCreate);
  const std::string page = file_text(std::filesystem::path(KEHOACH_ROOT) / "docs/archive.md");
  store::Statement tables = archive.prepare(
      "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
      " AND name NOT LIKE 'search_%' AND name NOT LIKE 'document_text%'");
  while (tables.step()) EXPECT_THAT(page, testing::HasSubstr("`" + tables.text(0) + "`"));
}

}  // namespace
}  // namespace kehoach::cli
