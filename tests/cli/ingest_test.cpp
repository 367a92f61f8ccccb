// Documents → archive, as a user does it.
#include <gmock/gmock.h>
#include <zip.h>

#include <chrono>

#include "../store/archive_dump.h"
#include "run_command.h"
#include "store/writer_lock.h"

namespace kehoach::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

std::string plan(const std::string& number, const std::string& figure = "5%") {
  return "UBND TỈNH ĐẮK LẮK\nSố: " + number +
         "/KH-UBND\nĐắk Lắk, ngày 15 tháng 7 năm 2022\nKẾ HOẠCH\nCải thiện Chỉ số hài lòng năm "
         "2022\n\nI. MỤC TIÊU\nNăm 2022 Chỉ số hài lòng tăng " +
         figure + " so với năm 2021.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn An\n";
}

class Ingest : public CommandLine {
 protected:
  // The summary that it prints.
  std::string ingest(const std::string& arguments, int code = 0) {
    const Ran ran = run("kehoach ingest " + arguments);
    EXPECT_EQ(ran.code, code) << ran.err;
    EXPECT_EQ(ran.out, "");
    return ran.err;
  }

  std::string rows(const std::string& sql, const std::string& archive = "kehoach.db") const {
    store::Archive opened =
        store::Archive::open((scratch_ / archive).string(), store::Archive::Access::kRead);
    std::string out = store::dump_rows(opened, sql);
    out.erase(0, out.find('\n') + 1);
    for (std::size_t at = 0; (at = out.find(folder())) != std::string::npos;)
      out.erase(at, folder().size());
    return out;
  }

  std::string folder() const { return fs::canonical(scratch_).string() + "/"; }

  // As if written a while ago: what is younger than two seconds is looked at by its hash.
  void age(const std::string& name, int seconds = 100) const {
    fs::last_write_time(scratch_ / name,
                        fs::file_time_type::clock::now() - std::chrono::seconds(seconds));
  }
  void write_old(const std::string& name, const std::string& bytes) const {
    write(name, bytes);
    age(name);
  }
};

constexpr const char* kSources = "SELECT path, state, version_id FROM sources ORDER BY path";

TEST_F(Ingest, TakesWhatChangedAndOnlyThat) {
  write_old("p/a.txt", plan("1"));
  write_old("p/b.txt", plan("2"));
  EXPECT_EQ(ingest("p"), "kehoach: 2 files: 2 read; something found in 2\n");
  EXPECT_EQ(rows(kSources), "p/a.txt|read|1\np/b.txt|read|2\n");
  EXPECT_EQ(rows("SELECT key, current_version FROM documents"),
            "1/kh-ubnd|ubnd tỉnh đắk lắk|2022|1\n2/kh-ubnd|ubnd tỉnh đắk lắk|2022|2\n");

  EXPECT_THAT(ingest("p"), HasSubstr("2 files: 0 read, 2 unchanged;"));
  write_old("p/c.txt", plan("1"));  // a copy
  age("p/b.txt", 50);               // touched
  EXPECT_THAT(ingest("p"), HasSubstr("1 unchanged, 2 with content that was there already;"));
  EXPECT_EQ(rows(kSources), "p/a.txt|read|1\np/b.txt|read|2\np/c.txt|read|1\n");

  write_old("p/b.txt", plan("2", "6%"));  // changed
  fs::remove(scratch_ / "p/c.txt");
  EXPECT_THAT(ingest("p"), HasSubstr("1 read, 1 unchanged, 1 vanished;"));
  EXPECT_EQ(rows(kSources), "p/a.txt|read|1\np/b.txt|read|3\np/c.txt|vanished|1\n");
  EXPECT_EQ(rows("SELECT document_id FROM versions WHERE id = 3"), "2\n");
  EXPECT_EQ(rows("SELECT current_version FROM documents WHERE id = 2"), "3\n");
  EXPECT_EQ(rows("SELECT kind, state, counts->>'read' FROM runs"),
            "ingest|done|2\ningest|done|0\ningest|done|0\ningest|done|1\n");

  fs::create_directory(scratch_ / "elsewhere");
  EXPECT_THAT(ingest("elsewhere"),
              HasSubstr("nothing to read"));  // vanished: only below the paths given
  EXPECT_EQ(rows("SELECT count(*) FROM sources WHERE state = 'vanished'"), "1\n");
  write_old("p/c.txt", plan("1"));
  EXPECT_THAT(ingest("p/c.txt"), HasSubstr("1 with content that was there already"));
  EXPECT_EQ(rows("SELECT state FROM sources WHERE id = 3"), "read\n");
}

TEST_F(Ingest, LeavesTheArchiveItselfOut) {
  write_old("a.txt", plan("1"));
  fs::remove(scratch_ / ".out");
  EXPECT_THAT(ingest("."), HasSubstr("1 file: 1 read;"));
  EXPECT_THAT(ingest("."), HasSubstr("1 file: 0 read, 1 unchanged;"));
}

TEST_F(Ingest, SameSizeAndTimeAreLookedAtByHashWhileTheFileIsYoung) {
  write("a.txt", plan("1", "5%"));
  ingest("a.txt");
  const auto time = fs::last_write_time(scratch_ / "a.txt");
  write("a.txt", plan("1", "6%"));
  fs::last_write_time(scratch_ / "a.txt", time);
  EXPECT_THAT(ingest("a.txt"), HasSubstr("1 read"));
}

TEST_F(Ingest, EveryFileIsRecordedAlsoWhatCannotBeRead) {
  write_old("p/a.txt", plan("1"));
  write_old("p/b.pdf", "%PDF-1.4 cut");
  write_old("p/c.txt", std::string("\0\1\2\3\0\0\7", 7));
  write_old("p/d.txt", "");
  const std::string first = ingest("p", 2);
  EXPECT_THAT(first, HasSubstr("p/b.pdf"));
  EXPECT_THAT(first, HasSubstr("4 files: 2 read, 2 failed;"));
  EXPECT_EQ(rows("SELECT path, state, failure_code, failure_message IS NULL FROM sources"
                 " ORDER BY path"),
            "p/a.txt|read|-|1\np/b.pdf|failed|broken|0\np/c.txt|failed|unsupported|0\n"
            "p/d.txt|read|-|1\n");
  EXPECT_THAT(ingest("p"), HasSubstr("2 failed before (try them again with --retry-failed)"));
  EXPECT_THAT(ingest("p --retry-failed", 2), HasSubstr("2 unchanged, 2 failed;"));
  EXPECT_THAT(ingest("p --reread --retry-failed", 2), HasSubstr("2 read, 2 failed;"));
  EXPECT_THAT(ingest("missing.txt", 2), HasSubstr("missing.txt: there is no such file"));
  EXPECT_EQ(rows("SELECT count(*) FROM sources"), "4\n");
}

TEST_F(Ingest, NamesThatAreNoUtf8AndLinksInCircles) {
  write_old("p/k\xFF\xFE.txt", plan("1"));
  fs::create_directory_symlink(scratch_ / "p", scratch_ / "p/again");
  fs::create_symlink(scratch_ / "p/self", scratch_ / "p/self");
  EXPECT_THAT(ingest("p"), HasSubstr("1 file: 1 read"));
  EXPECT_EQ(rows("SELECT hex(substr(path, -7)) FROM sources"), "6BFFFE2E747874\n");
  EXPECT_THAT(ingest("p"), HasSubstr("1 unchanged"));
  EXPECT_THAT(ingest("p/again"), HasSubstr("1 unchanged")) << "the same folder by another name";
}

// name, bytes
using Entries = std::vector<std::pair<std::string, std::string>>;

void make_zip(const fs::path& path, const Entries& entries) {
  zip_t* zip = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : entries)
    zip_file_add(zip, name.c_str(), zip_source_buffer(zip, bytes.data(), bytes.size(), 0),
                 ZIP_FL_ENC_UTF_8);
  zip_close(zip);
}

TEST_F(Ingest, ReadsWhatZipFilesHold) {
  fs::create_directory(scratch_ / "p");
  const Entries inner = {{"x.txt", plan("9")}};
  make_zip(scratch_ / "inner.zip", inner);
  Entries entries = {
      {"2022/a.txt", plan("1")},      {"b.txt", plan("2")},
      {"../../etc/c.txt", plan("3")}, {"inner.zip", file_text(scratch_ / "inner.zip")},
      {"notes.json", "{}"},           {"__MACOSX/._a.txt", "x"}};
  make_zip(scratch_ / "p/all.zip", entries);
  age("p/all.zip");
  const std::string said = ingest("p", 2);
  EXPECT_THAT(said, HasSubstr("its name leads out of the ZIP file"));
  EXPECT_THAT(said, HasSubstr("is an office file or archive inside a ZIP file"));
  const std::string sources =
      "SELECT s.path, s.state, s.failure_code, c.path FROM sources s LEFT JOIN sources c"
      " ON c.id = s.container_id ORDER BY s.path";
  EXPECT_EQ(rows(sources),
            "p/all.zip|read|-|-\n"
            "p/all.zip/#2|failed|zip-unsafe-name|p/all.zip\n"
            "p/all.zip/2022/a.txt|read|-|p/all.zip\n"
            "p/all.zip/b.txt|read|-|p/all.zip\n"
            "p/all.zip/inner.zip|failed|unsupported|p/all.zip\n");
  EXPECT_THAT(ingest("p"), HasSubstr("0 read, 3 unchanged, 2 failed before"));
  ingest("p --retry-failed", 2);
  EXPECT_THAT(rows(sources), HasSubstr("p/all.zip/#2|failed|zip-unsafe-name|")) << "no such member";

  entries.erase(entries.begin() + 1, entries.begin() + 4);
  entries.push_back({"d.txt", plan("4")});
  make_zip(scratch_ / "p/all.zip", entries);
  age("p/all.zip", 50);
  EXPECT_THAT(ingest("p"), HasSubstr("3 vanished"));
  EXPECT_THAT(ingest("p"), Not(HasSubstr("vanished"))) << "told once";
  EXPECT_EQ(rows("SELECT path, state FROM sources ORDER BY path"),
            "p/all.zip|read\np/all.zip/#2|vanished\np/all.zip/2022/a.txt|read\n"
            "p/all.zip/b.txt|vanished\np/all.zip/d.txt|read\np/all.zip/inner.zip|vanished\n");
  fs::remove(scratch_ / "p/all.zip");
  ingest("p");
  EXPECT_EQ(rows("SELECT count(*) FROM sources WHERE state = 'vanished'"), "6\n");
}

TEST_F(Ingest, PathsThatOverlapAndReadingAgainTakeEachDocumentOnce) {
  fs::create_directories(scratch_ / "p/q");
  make_zip(scratch_ / "p/q/all.zip", {{"a.txt", plan("1")}, {"b.txt", plan("2")}});
  age("p/q/all.zip");
  write_old("p/c.txt", plan("3"));
  EXPECT_THAT(ingest("p p/q p/c.txt p"), HasSubstr("4 files: 3 read, 1 ZIP file;"));
  EXPECT_THAT(ingest("p/q p p/q/all.zip p"), HasSubstr("4 files: 0 read, 4 unchanged;"));
  EXPECT_THAT(ingest("p --reread"), HasSubstr("4 files: 3 read, 1 ZIP file;"));
  fs::remove(scratch_ / "p/q/all.zip");
  EXPECT_THAT(ingest("p p/q"), HasSubstr("1 unchanged, 3 vanished;"));
}

TEST_F(Ingest, ZipFilesThatAreLocked) {
  make_zip(scratch_ / "a.zip", {{"a.txt", plan("1")}, {"b.txt", plan("2")}});
  std::string bytes = file_text(scratch_ / "a.zip");
  bytes[bytes.find("PK\x03\x04") + 6] |= 1;  // the first is said to be encrypted, at both places
  bytes[bytes.find("PK\x01\x02") + 8] |= 1;
  write("p/a.zip", bytes);
  EXPECT_THAT(ingest("p", 2), HasSubstr("is locked by a password"));
  EXPECT_EQ(rows("SELECT path, state, failure_code FROM sources ORDER BY path"),
            "p/a.zip|read|-\np/a.zip/a.txt|failed|encrypted\np/a.zip/b.txt|read|-\n");
}

TEST_F(Ingest, AFolderThatVanishes) {
  write_old("p/a.txt", plan("1"));
  ingest("p");
  fs::remove_all(scratch_ / "p");
  const std::string said = ingest("p", 2);
  EXPECT_THAT(said, HasSubstr("p: there is no such file; check the path"));
  EXPECT_THAT(said, HasSubstr("1 vanished"));
  EXPECT_EQ(rows(kSources), "p/a.txt|vanished|1\n") << "what it held is kept";
  // While it is read: some are read, and the rest is named.
  for (int i = 1; i <= 200; ++i) write("q/" + std::to_string(i) + ".txt", plan(std::to_string(i)));
  const Ran ran = run("kehoach ingest -j 1 q & sleep 0.7; rm -r q; wait $!");
  EXPECT_THAT(ran.code, testing::AnyOf(0, 2)) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("200 files: "));
  EXPECT_EQ(rows("SELECT count(*) FROM sources WHERE path LIKE '%/q/%' AND state <> 'read'"),
            "0\n");
  EXPECT_EQ(rows("PRAGMA integrity_check"), "ok\n");
}

TEST_F(Ingest, AnArchiveThatCannotBeWrittenOrIsDamaged) {
  write("a.txt", plan("1"));
  write("b.txt", plan("2"));
  ingest("a.txt --archive k/../a.db", 3);  // no such folder
  ingest("a.txt --archive a.db");
  std::string bytes = file_text(scratch_ / "a.db");
  fs::create_directory(scratch_ / "k");
  write("k/a.db", bytes);
  const std::string bound = ::geteuid() == 0 ? "setpriv --inh-caps=-all --bounding-set=-all " : "";
  const Ran ran = run("chmod 444 k/a.db; chmod 555 k; " + bound +
                      "kehoach ingest b.txt --archive k/a.db; code=$?; chmod 755 k; exit $code");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("k/a.db"));
  EXPECT_THAT(ran.err, HasSubstr("cannot be written"));
  for (std::size_t page = 8192; page + 100 < bytes.size(); page += 4096)
    bytes.replace(page, 100, std::string(100, 'x'));
  write("b.db", bytes);
  EXPECT_THAT(ingest("b.txt --archive b.db", 3), HasSubstr("b.db: is damaged, or no archive"));
}

TEST_F(Ingest, RefusesBombsAndDamagedZipFiles) {
  make_zip(scratch_ / "a.zip", {{"a.txt", plan("1")}});
  std::string bytes = file_text(scratch_ / "a.zip");
  const std::size_t directory = bytes.find("PK\x01\x02");
  bytes.replace(directory + 24, 4, "\xff\xff\xff\x7f");  // the size that it claims to unpack to
  write("p/bomb.zip", bytes);
  write("p/cut.zip", bytes.substr(0, bytes.size() / 2));
  write("p/word.docx", [&] {
    make_zip(scratch_ / "w.zip", {{"[Content_Types].xml", "<x/>"}, {"word/a.xml", "<x/>"}});
    return file_text(scratch_ / "w.zip");
  }());
  ingest("p", 2);
  EXPECT_EQ(rows("SELECT path, failure_code FROM sources ORDER BY path"),
            "p/bomb.zip|zip-bomb\np/cut.zip|zip-damaged\np/word.docx|unsupported\n");
}

const std::string kPage =
    "<html><head><title>Trồng cây</title></head><body><div class=content>"
    "<h1>Đắk Lắk cải thiện chỉ số hài lòng</h1><p>Ngày 15/7/2022, UBND tỉnh Đắk Lắk ban hành Kế "
    "hoạch số 1/KH-UBND về cải thiện chỉ số hài lòng năm 2022.</p><p>Các sở báo cáo kết quả. <a "
    "href='trang_files/ke-hoach.txt'>Kế hoạch</a>, <a href='trang_files/ke-hoach.pdf'>bản "
    "PDF</a>.</p></div></body></html>\n";

TEST_F(Ingest, LinksAPageToItsPlanAndToTheFilesBesideIt) {
  write_old("p/trang.html", kPage);
  write_old("p/trang_files/ke-hoach.pdf", plan("1"));  // by its content a text
  write_old("p/trang_files/quang-cao.txt", plan("7"));
  ingest("p");
  EXPECT_EQ(rows("SELECT path, state FROM sources ORDER BY path"),
            "p/trang.html|read\np/trang_files/ke-hoach.pdf|read\n");
  EXPECT_EQ(rows("SELECT l.kind, d.number FROM links l JOIN documents d ON d.id = l.to_document"
                 " ORDER BY l.kind"),
            "attachment|1/KH-UBND\nreports|1/KH-UBND\n");
  EXPECT_THAT(ingest("p"), HasSubstr("0 read, 2 unchanged"));
  fs::remove(scratch_ / "p/trang_files/ke-hoach.pdf");
  EXPECT_THAT(ingest("p"), HasSubstr("1 unchanged, 1 vanished"));
}

TEST_F(Ingest, ASecondOneSaysWhyNot) {
  write("a.txt", plan("1"));
  const store::WriterLock lock((scratch_ / "kehoach.db").string());
  const Ran ran = run("kehoach ingest a.txt");
  EXPECT_EQ(ran.code, 3);
  EXPECT_THAT(ran.err, HasSubstr("another run of kehoach (process "));
  EXPECT_THAT(ran.err, HasSubstr("is putting documents into it; wait until it is done"));
}

TEST_F(Ingest, SaysWhatIsWrongWithTheArchive) {
  write("a.txt", plan("1"));
  write("text.db", "no database, but long enough to be looked at as one");
  EXPECT_THAT(ingest("a.txt --archive text.db", 3),
              HasSubstr("text.db: is damaged, or no archive"));
  EXPECT_THAT(ingest("a.txt --archive none/a.db", 3),
              HasSubstr("none/a.db: no archive can be made there: there is no folder none"));
  EXPECT_THAT(run("kehoach reindex").err, HasSubstr("kehoach.db: there is no such archive"));
  EXPECT_THAT(ingest("-", 3), HasSubstr("standard input cannot be ingested"));
  ingest("a.txt");
  // Of a newer kehoach.
  {
    store::Archive archive =
        store::Archive::open((scratch_ / "kehoach.db").string(), store::Archive::Access::kWrite);
    archive.execute("PRAGMA user_version=99");
  }
  EXPECT_THAT(ingest("a.txt", 3), HasSubstr("was made by a newer kehoach (form 99"));
}

TEST_F(Ingest, ADiskThatIsFullKeepsWhatWasStored) {
  for (int i = 1; i <= 30; ++i) write("p/" + std::to_string(i) + ".txt", plan(std::to_string(i)));
  // No file may grow beyond this: what a full disk looks like to the program.
  const Ran ran = run("(ulimit -f 800; kehoach ingest p)");
  EXPECT_EQ(ran.code, 3) << ran.err;
  EXPECT_THAT(ran.err, HasSubstr("kehoach.db"));
  EXPECT_EQ(rows("PRAGMA integrity_check"), "ok\n");
  EXPECT_THAT(ingest("p"), HasSubstr("something found in"));
  EXPECT_EQ(rows("SELECT count(*) FROM sources WHERE state = 'read'"), "30\n");
}

TEST_F(Ingest, AnArchiveThatCouldNotBeMadeIsSaidToBeEmpty) {
  write("a.txt", plan("1"));
  EXPECT_EQ(run("(ulimit -f 100; kehoach ingest a.txt)").code, 3);
  EXPECT_THAT(run("kehoach search hài").err, HasSubstr("kehoach.db: is empty, nothing was ever"));
  EXPECT_THAT(ingest("a.txt"), HasSubstr("1 file: 1 read"));
}

TEST_F(Ingest, AFileThatFailsOnceStaysTheSameDocument) {
  const std::string page = "<html><body><p>Tin trong ngày.</p></body></html>";
  write_old("a.html", page);
  ingest("a.html");
  write_old("a.html", std::string("\0\1\2\3\0\0\7", 7));
  ingest("a.html", 2);
  EXPECT_EQ(rows(kSources), "a.html|failed|1\n");
  write_old("a.html", page + "<p>Thêm một đoạn.</p>");
  ingest("a.html");
  EXPECT_EQ(rows("SELECT id, document_id FROM versions ORDER BY id"), "1|1\n2|1\n");
}

TEST_F(Ingest, CtrlCEndsItCleanly) {
  for (int i = 1; i <= 300; ++i) write("p/" + std::to_string(i) + ".txt", plan(std::to_string(i)));
  const Ran ran = run("timeout --foreground -s INT 1 kehoach ingest -j 1 p; echo $?");
  if (ran.out != "0\n") {  // a machine that is done within a second proves nothing
    EXPECT_EQ(ran.out, "124\n");
    EXPECT_THAT(ran.err, HasSubstr("the same command goes on from there"));
    EXPECT_EQ(rows("SELECT DISTINCT state FROM runs"), "interrupted\n");
  }
  ingest("p");
  EXPECT_EQ(rows("SELECT count(*) FROM sources WHERE state = 'read'"), "300\n");
}

TEST_F(Ingest, OtherPatternsReadWhatIsStored) {
  write_old("p/a.txt", plan("1"));
  write_old("p/b.txt", plan("2"));
  ingest("p");
  const auto dump = [&] {
    store::Archive archive =
        store::Archive::open((scratch_ / "kehoach.db").string(), store::Archive::Access::kRead);
    return store::archive_dump(archive);
  };
  const std::string before = dump();
  fs::remove_all(scratch_ / "p");
  EXPECT_THAT(run("kehoach reindex").err, HasSubstr("0 documents read again, 2 were up to date"));
  EXPECT_EQ(rows("SELECT count(*) FROM targets"), "2\n");
  write("less/l.toml", "[[phrase]]\nid = \"quantity.of-unit\"\ndisabled = true\n");
  const Ran less = run("kehoach reindex --patterns less");
  EXPECT_THAT(less.err, HasSubstr("2 documents read again"));
  const Ran back = run("kehoach reindex");
  EXPECT_THAT(back.err, HasSubstr("2 documents read again"));
  EXPECT_EQ(dump(), before);
}

}  // namespace
}  // namespace kehoach::cli
