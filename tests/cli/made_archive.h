// An archive in the scratch folder of a command's test, made of records that the built binary
// extracts.
#pragma once

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "run_command.h"
#include "store/archive.h"
#include "store/put_record.h"
#include "store/runs.h"
#include "store/sources.h"

namespace kehoach::cli {

class MadeArchive : public CommandLine {
 protected:
  // Reads `sources` (shell words, below the scratch folder) into a.db.
  void put(const std::string& sources) const {
    const Ran ran = run("kehoach -q extract -f jsonl " + sources);
    store::Archive archive =
        store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kCreate);
    store::Transaction transaction(archive);
    const std::int64_t id = store::start_run(
        archive, {"ingest", "2026-01-02T03:04:05Z", {"kehoach 1", "patterns 1", {}}, "{}"});
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) put_line(archive, line, id);
    store::end_run(archive, id, "done", "2026-01-02T03:05:05Z", "{}");
    transaction.commit();
  }

  // One record by hand, as a document of its own file.
  void put_record(const nlohmann::ordered_json& record) const {
    store::Archive archive =
        store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kCreate);
    store::Transaction transaction(archive);
    const std::int64_t id = store::start_run(
        archive, {"ingest", "2026-01-02T03:04:05Z", {"kehoach 1", "patterns 1", {}}, "{}"});
    put_line(archive, record.dump(), id);
    transaction.commit();
  }

 private:
  void put_line(store::Archive& archive, const std::string& line, std::int64_t run) const {
    const auto record = nlohmann::ordered_json::parse(line);
    const std::filesystem::path path = scratch_ / record["source"]["path"].get<std::string>();
    const std::string sha256 = record["source"]["sha256"];
    const store::Stored stored = store::put_record(archive, store::pack(line, "chữ", "model"), run);
    store::Source source;
    source.path = path.string();
    source.state = "read";
    source.sha256 = sha256;
    source.bytes = std::filesystem::exists(path)
                       ? static_cast<std::int64_t>(std::filesystem::file_size(path))
                       : 0;
    source.version = stored.version;
    source.attempts = 1;
    source.run = run;
    store::put_source(archive, source);
  }
};

// Two plans and a page of news in the forms that documents have.
inline constexpr const char* kLamDong =
    "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố: 77/KH-UBND\nLâm Đồng, ngày 12 tháng 3 năm 2024\n"
    "KẾ HOẠCH\nCải thiện Chỉ số cải cách hành chính năm 2024\n"
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2024 của UBND tỉnh Hà Giang.\n"
    "I. MỤC TIÊU\n"
    "Phấn đấu Chỉ số cải cách hành chính năm 2024 tăng 3-4 bậc so với năm 2023.\n"
    "Phấn đấu tỷ lệ hồ sơ giải quyết đúng hạn năm 2024 đạt trên 95,5%.\n"
    "II. NHIỆM VỤ\n1. Rà soát thủ tục hành chính.\nĐơn vị chủ trì: Sở Nội vụ.\n"
    "Thời gian hoàn thành: Trước ngày 30/6/2024.\n";
inline constexpr const char* kHaGiang =
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nSố: 15/KH-UBND\nHà Giang, ngày 05 tháng 01 năm 2024\n"
    "KẾ HOẠCH\nNâng cao mức độ hài lòng của người dân năm 2024\nI. MỤC TIÊU\n"
    "Phấn đấu Chỉ số hài lòng năm 2024 đạt 85%.\n";

}  // namespace kehoach::cli
