#include "cli/extract/result_printer.h"

#include <utility>
#include <vector>

#include "output/table.h"

namespace kehoach::cli {
namespace {

class LinePrinter : public ResultPrinter {
 public:
  explicit LinePrinter(ResultFile& file) : file_(file) {}
  bool add(const std::string&, const batch::Answer& answer) override {
    return file_.write(answer.bytes + "\n");
  }

 private:
  ResultFile& file_;
};

// One array, whatever the number of sources: a reader needs one shape.
class ArrayPrinter : public ResultPrinter {
 public:
  explicit ArrayPrinter(ResultFile& file) : file_(file) {}
  bool add(const std::string&, const batch::Answer& answer) override {
    const bool first = !std::exchange(begun_, true);
    return file_.write((first ? "[\n" : ",\n") + answer.bytes);
  }
  void end() override { file_.write(begun_ ? "\n]\n" : "[]\n"); }

 private:
  ResultFile& file_;
  bool begun_ = false;
};

class TablePrinter : public ResultPrinter {
 public:
  TablePrinter(ResultFile& file, const Terminal& terminal, bool to_terminal)
      : file_(file), terminal_(terminal), to_terminal_(to_terminal) {}
  bool add(const std::string&, const batch::Answer& answer) override {
    summaries_.push_back(output::summary_from(output::Json::parse(answer.bytes)));
    return true;
  }
  void end() override {
    const std::string table = output::table(summaries_, terminal_.width());
    const std::size_t head = table.find('\n');
    file_.write((to_terminal_ ? terminal_.bold(table.substr(0, head)) : table.substr(0, head)) +
                table.substr(head));
  }

 private:
  ResultFile& file_;
  const Terminal& terminal_;
  bool to_terminal_;
  std::vector<output::Summary> summaries_;
};

// Texts and explanations: headings as head(1) makes them where there are several texts.
class TextPrinter : public ResultPrinter {
 public:
  TextPrinter(ResultFile& file, bool headings) : file_(file), headings_(headings) {}
  bool add(const std::string& path, const batch::Answer& answer) override {
    if (answer.failed && answer.bytes.empty()) return true;  // told on standard error
    const bool first = !std::exchange(begun_, true);
    std::string out = first ? "" : "\n";
    if (headings_) out += "==> " + path + " <==\n";
    out += answer.bytes;
    if (!answer.bytes.empty() && answer.bytes.back() != '\n') out += '\n';
    return file_.write(out);
  }

 private:
  ResultFile& file_;
  bool headings_;
  bool begun_ = false;
};

}  // namespace

std::unique_ptr<ResultPrinter> make_printer(batch::Form form, std::size_t sources, ResultFile& file,
                                            const Terminal& terminal, bool to_terminal) {
  switch (form) {
    case batch::Form::kLine:
      return std::make_unique<LinePrinter>(file);
    case batch::Form::kPretty:
      return std::make_unique<ArrayPrinter>(file);
    case batch::Form::kSummary:
      return std::make_unique<TablePrinter>(file, terminal, to_terminal);
    case batch::Form::kExplain:
      return std::make_unique<TextPrinter>(file, false);
    case batch::Form::kText:
    case batch::Form::kTables:
    case batch::Form::kDrawing:
      break;
  }
  return std::make_unique<TextPrinter>(file, sources > 1);
}

}  // namespace kehoach::cli
