// An archive in the scratch folder of a command's test, made by the built binary.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "output/digest.h"
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
    const Ran ran = run("kehoach -q ingest --archive a.db " + sources);
    ASSERT_EQ(ran.code, 0) << ran.err;
  }
  void put_nothing() const {
    store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kCreate);
  }

  // One record by hand, of a file that is not there.
  void put_record(nlohmann::ordered_json record) const {
    store::Archive archive =
        store::Archive::open((scratch_ / "a.db").string(), store::Archive::Access::kCreate);
    store::Transaction transaction(archive);
    const std::int64_t run = store::start_run(
        archive, {"ingest", "2026-01-02T03:04:05Z", {"kehoach 1", "patterns 1", {}}, "{}"});
    record["source"]["text_sha256"] = output::sha256_hex("chữ");
    store::Source source;
    source.version = store::put_record(archive, store::pack(record, "chữ", "model"), run).version;
    source.path = (scratch_ / record["source"]["path"].get<std::string>()).string();
    source.state = "read";
    source.sha256 = record["source"]["sha256"];
    source.run = run;
    store::put_source(archive, source);
    transaction.commit();
  }
};

// Two plans in the forms that documents have.
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
