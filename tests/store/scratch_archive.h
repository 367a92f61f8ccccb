// An archive in a scratch folder, and records made for it.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "output/digest.h"
#include "store/archive.h"
#include "store/put_record.h"
#include "store/runs.h"
#include "store/sources.h"

namespace kehoach::store {

class ScratchArchive : public testing::Test {
 protected:
  ScratchArchive() {
    const char* base = std::getenv("TMPDIR");
    folder_ = std::filesystem::path(base != nullptr ? base : "/tmp") /
              ("kehoach-store-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
  }
  ~ScratchArchive() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name = "a.db") const { return (folder_ / name).string(); }

  static store::Run made_run() {
    return {"ingest", "2026-01-02T03:04:05Z", {"kehoach 1", "patterns 1", {{"sqlite", "3"}}}, "{}"};
  }

  // All rows of a query, cells separated by "|", rows by a line end; null is "-".
  static std::string rows(Archive& archive, const std::string& sql) {
    Statement statement = archive.prepare(sql);
    std::string out;
    while (statement.step()) {
      for (int i = 0; i < statement.columns(); ++i)
        out += (i > 0 ? "|" : "") + statement.optional_text(i).value_or("-");
      out += "\n";
    }
    return out;
  }

  std::filesystem::path folder_;
};

inline Json text_field(const std::string& value, double confidence = 0.9) {
  return {{"value", value},
          {"confidence", confidence},
          {"rule", "test"},
          {"evidence", {{{"source", "text"}, {"text", value}, {"start", 0}, {"end", 3}}}}};
}

// What a made record says of its document; empty: nothing.
struct Made {
  std::string number;  // "142/KH-UBND"
  std::string issuer;  // "UBND tỉnh Đắk Lắk"
  std::string date;    // "2022-07-15"
  std::string role = "document";
  std::string title = "Kế hoạch thử";
  std::string province = "Đắk Lắk";
};

// `bytes`: the source's, which give the hash.
inline Json made_record(const std::string& bytes, const Made& made) {
  Json document = Json::object();
  if (!made.number.empty()) {
    document["number"] = text_field(made.number);
    document["number"]["serial"] = std::atoi(made.number.c_str());
    document["number"]["complete"] = made.number.find('/') != std::string::npos;
    document["type"] = text_field("Kế hoạch");
    document["type"]["code"] = "KH";
  }
  if (!made.issuer.empty()) {
    document["issuer"] = text_field(made.issuer);
    document["issuer"]["level"] = "province";
    document["issuer"]["unit"] = {
        {"name", made.province}, {"code", "66"}, {"province", made.province}};
  }
  if (!made.date.empty()) document["issue_date"] = text_field(made.date);
  document["title"] = text_field(made.title);
  return {{"schema", "kehoach/1"},
          {"id", "kehoach:" + output::sha256_hex(bytes)},
          {"source", {{"path", "x"}, {"sha256", output::sha256_hex(bytes)}}},
          {"role", made.role},
          {"document", document},
          {"targets", Json::array()},
          {"results", Json::array()},
          {"tasks", Json::array()},
          {"citations", Json::array()},
          {"sections", Json::array()},
          {"tables", Json::array()},
          {"diagnostics", Json::array()}};
}

inline Json citation(const std::string& number, const std::string& date, const std::string& issuer,
                     const std::string& relation = "basis") {
  const auto or_null = [](const std::string& text) { return text.empty() ? Json() : Json(text); };
  return {{"number", or_null(number)},
          {"type", nullptr},
          {"date", or_null(date)},
          {"issuer", or_null(issuer)},
          {"title", nullptr},
          {"relation", relation},
          {"confidence", 0.9},
          {"rule", "test"},
          {"evidence", {{{"source", "text"}, {"text", number}, {"start", 1}, {"end", 5}}}}};
}

inline Stored put(Archive& archive, const Json& record, std::int64_t run,
                  const std::string& text = "chữ") {
  Transaction transaction(archive);
  const Stored stored = put_record(archive, pack(record, text, "model"), run);
  transaction.commit();
  return stored;
}

}  // namespace kehoach::store
