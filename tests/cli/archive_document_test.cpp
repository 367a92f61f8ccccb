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

TEST_F(ArchiveDocument, ItsQueriesRun) {
  // A few of each kind: the questions ask for provinces, years, bodies, and values to look at.
  const Ran ran = run("kehoach ingest --archive a.db '" KEHOACH_ROOT
                      "'/corpus/[dnq]-*.txt '" KEHOACH_ROOT "'/corpus/p-d*.txt");
  ASSERT_EQ(ran.code, 0) << ran.err;
  store::Archive archive =
      store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kRead);
  const std::vector<std::string> all = queries();
  EXPECT_GE(all.size(), 10u);
  std::size_t answered = 0;
  for (const std::string& sql : all) {
    SCOPED_TRACE(sql);
    store::Statement statement = archive.prepare(sql);
    EXPECT_GT(statement.columns(), 1);
    answered += statement.step() ? 1 : 0;
  }
  // The corpus has neither copies, nor failures, nor corrections, nor the documents it cites.
  EXPECT_GE(answered, all.size() - 4);
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
