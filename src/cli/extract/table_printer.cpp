#include "cli/extract/table_printer.h"

#include <filesystem>
#include <set>
#include <utility>
#include <vector>

#include "base/counted.h"
#include "base/error.h"
#include "output/found_tables.h"

namespace kehoach::cli {
namespace {

using output::Json;

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";

class CsvStream : public ResultPrinter {
 public:
  explicit CsvStream(ResultFile& file) : file_(file) {}
  bool add(const std::string&, const batch::Answer& answer) override {
    for (const Json& table : Json::parse(answer.bytes)) {
      const bool first = !std::exchange(begun_, true);
      const std::string heading = "==> " + output::table_heading(table) + " <==\n";
      if (!file_.write((first ? "" : "\n") + heading + output::table_csv(table))) return false;
    }
    return true;
  }

 private:
  ResultFile& file_;
  bool begun_ = false;
};

// One array, a table a line.
class JsonStream : public ResultPrinter {
 public:
  explicit JsonStream(ResultFile& file) : file_(file) {}
  bool add(const std::string&, const batch::Answer& answer) override {
    for (const Json& table : Json::parse(answer.bytes)) {
      const bool first = !std::exchange(begun_, true);
      if (!file_.write((first ? "[\n" : ",\n") + output::to_line(table))) return false;
    }
    return true;
  }
  void end() override { file_.write(begun_ ? "\n]\n" : "[]\n"); }

 private:
  ResultFile& file_;
  bool begun_ = false;
};

class TableFiles : public ResultPrinter {
 public:
  TableFiles(std::string format, std::filesystem::path folder, const Terminal& terminal)
      : format_(std::move(format)), folder_(std::move(folder)), terminal_(terminal) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    if (error)
      throw base::Error("output", "cannot write the tables: " + folder_.string() + ": " +
                                      error.message() + "; name another place with --output");
    index_ = output::csv_line(
        {"file", "source", "table", "pages", "caption", "header_rows", "rows", "columns"});
  }

  bool add(const std::string& path, const batch::Answer& answer) override {
    const Json tables = Json::parse(answer.bytes);
    if (tables.empty()) return true;
    const std::string name = name_for(path);
    for (const Json& table : tables) {
      const std::string file =
          name + "-table-" + std::to_string(table.at("table").get<std::size_t>()) + "." + format_;
      const bool csv = format_ == "csv";
      write(file, csv ? kByteOrderMark + output::table_csv(table) : output::to_line(table) + "\n");
      index_ += index_line(file, table);
      ++count_;
    }
    return true;
  }

  void end() override {
    write("index.csv", kByteOrderMark + index_);
    terminal_.note(base::counted(count_, "table") + " written, listed in " +
                   (folder_ / "index.csv").string());
  }

 private:
  // Sources of two folders may have one name.
  std::string name_for(const std::string& path) {
    const std::string name =
        path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
    std::string free = name;
    for (int i = 2; !names_.insert(free).second; ++i) free = name + "~" + std::to_string(i);
    return free;
  }

  void write(const std::string& name, const std::string& bytes) const {
    ResultFile file((folder_ / name).string());
    file.write(bytes);
    file.close();
  }

  static std::string index_line(const std::string& file, const Json& table) {
    std::string pages;
    for (const Json& page : table.at("pages"))
      pages += (pages.empty() ? "" : " ") + std::to_string(page.get<int>());
    const Json& caption = table.at("caption");
    const auto number = [&](const char* key) {
      return std::to_string(table.at(key).get<std::size_t>());
    };
    return output::csv_line({file, table.at("source").get<std::string>(), number("table"), pages,
                             caption.is_string() ? caption.get<std::string>() : std::string(),
                             number("header_rows"), number("rows"), number("columns")});
  }

  std::string format_;
  std::filesystem::path folder_;
  const Terminal& terminal_;
  std::set<std::string> names_;
  std::string index_;
  std::size_t count_ = 0;
};

}  // namespace

bool names_folder(const std::string& output) {
  std::error_code error;
  return output.ends_with('/') || std::filesystem::is_directory(output, error);
}

std::unique_ptr<ResultPrinter> make_table_printer(const std::string& format, ResultFile& file) {
  if (format == "csv") return std::make_unique<CsvStream>(file);
  return std::make_unique<JsonStream>(file);
}

std::unique_ptr<ResultPrinter> make_table_files(const std::string& format,
                                                const std::string& folder,
                                                const Terminal& terminal) {
  return std::make_unique<TableFiles>(format, folder, terminal);
}

}  // namespace kehoach::cli
