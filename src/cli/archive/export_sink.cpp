#include "cli/archive/export_sink.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>

#include "base/error.h"
#include "cli/archive_place.h"
#include "cli/result_file.h"
#include "cli/whole_file.h"
#include "output/record_json.h"
#include "output/sheets/csv.h"
#include "output/sheets/record_rows.h"
#include "output/sheets/workbook.h"

namespace kehoach::cli {
namespace {

using output::RecordTable;

output::ArchivedDocument archived(const store::ArchivedRecord& document) {
  return {document.id, document.sources, document.province.value_or(""), document.cited};
}

class JsonLinesSink : public ExportSink {
 public:
  explicit JsonLinesSink(const std::string& place) : whole_(place), file_(whole_.path()) {}
  bool add(const store::ArchivedRecord& document, const ChosenEntries&) override {
    return file_.write(output::to_line(document.record) + "\n");
  }
  std::vector<std::string> finish() override {
    file_.close();
    whole_.keep();
    return {};
  }

 private:
  WholeFile whole_;
  ResultFile file_;
};

// One table.
class CsvFile {
 public:
  CsvFile(const std::string& place, RecordTable table, const ExportOptions& options)
      : whole_(place),
        file_(whole_.path()),
        table_(table),
        formulas_(options.raw ? output::Formulas::kLeave : output::Formulas::kGuard) {
    const auto sheet = output::record_sheets().at(static_cast<std::size_t>(table));
    file_.write((options.byte_order_mark ? std::string(output::kByteOrderMark) : "") +
                output::csv_head(sheet));
  }
  bool add(const store::ArchivedRecord& document, const ChosenEntries& entries) {
    std::string lines;
    const output::ArchivedDocument known = archived(document);
    for (const std::size_t position : entries.at(static_cast<std::size_t>(table_)))
      lines +=
          output::csv_line(output::record_row(table_, document.record, position, known), formulas_);
    return file_.write(lines);
  }
  void close() { file_.close(); }
  void keep() { whole_.keep(); }

 private:
  WholeFile whole_;
  ResultFile file_;
  RecordTable table_;
  output::Formulas formulas_;
};

class CsvSink : public ExportSink {
 public:
  explicit CsvSink(const ExportOptions& options) {
    if (!options.table.empty()) {
      open(options.output, *output::record_table(options.table), options);
      return;
    }
    make_folder(options.output);
    const auto sheets = output::record_sheets();
    for (std::size_t i = 0; i < sheets.size(); ++i)
      open((std::filesystem::path(options.output) / (sheets[i].name + ".csv")).string(),
           static_cast<RecordTable>(i), options);
  }
  bool add(const store::ArchivedRecord& document, const ChosenEntries& entries) override {
    for (const auto& file : files_)
      if (!file->add(document, entries)) return false;
    return true;
  }
  // None takes its place before all are whole.
  std::vector<std::string> finish() override {
    for (const auto& file : files_) file->close();
    for (const auto& file : files_) file->keep();
    return {};
  }

 private:
  static void make_folder(const std::string& folder) {
    if (folder.empty() || folder == "-")
      throw base::Error("usage",
                        "wrong usage: csv holds one table; name it with --table, or name a folder "
                        "for all five with --output");
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!std::filesystem::is_directory(folder))
      throw base::Error("output", "cannot write the results: " + folder +
                                      ": is no folder and none can be made there; name another "
                                      "with --output, or one table with --table");
  }
  void open(const std::string& place, RecordTable table, const ExportOptions& options) {
    refuse_archive_as_output(place, options.archive);
    files_.push_back(std::make_unique<CsvFile>(place, table, options));
  }

  std::vector<std::unique_ptr<CsvFile>> files_;
};

class WorkbookSink : public ExportSink {
 public:
  WorkbookSink(const std::string& place, const std::vector<std::int64_t>& documents)
      : whole_(place), book_(whole_.path(), folder_of(place), output::record_sheets(), documents) {}
  bool add(const store::ArchivedRecord& document, const ChosenEntries& entries) override {
    const output::ArchivedDocument known = archived(document);
    for (std::size_t i = 0; i < output::kRecordTables; ++i)
      for (const std::size_t position : entries.at(i))
        book_.add(
            i, output::record_row(static_cast<RecordTable>(i), document.record, position, known));
    return true;
  }
  std::vector<std::string> finish() override {
    book_.finish();
    whole_.keep();
    return book_.notes();
  }

 private:
  static std::string folder_of(const std::string& place) {
    const std::string folder = std::filesystem::path(place).parent_path().string();
    return folder.empty() ? "." : folder;
  }

  WholeFile whole_;
  output::Workbook book_;
};

}  // namespace

std::unique_ptr<ExportSink> make_export_sink(const ExportOptions& options,
                                             const std::vector<std::int64_t>& documents) {
  refuse_archive_as_output(options.output, options.archive);
  if (options.format == "jsonl") return std::make_unique<JsonLinesSink>(options.output);
  if (options.format == "csv") return std::make_unique<CsvSink>(options);
  if (options.output.empty() || options.output == "-")
    throw base::Error("usage",
                      "wrong usage: a workbook cannot be streamed; name its file with --output");
  return std::make_unique<WorkbookSink>(options.output, documents);
}

}  // namespace kehoach::cli
