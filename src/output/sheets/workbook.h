// Rows → an XLSX workbook, by libxlsxwriter.
//
// Purpose: real dates, numbers and truth values; a frozen head with filters; ids that lead to
// their row of the first sheet.
// Contract: memory does not grow with rows (rows go through temporary files beside the workbook);
// what a sheet cannot hold is said in notes(): texts over 32,767 characters are cut, and say so in
// their cell; a table longer than a sheet goes on in "NAME (2)"; ids beyond the links that Excel
// follows stay plain numbers. finish() leaves a whole workbook or throws base::Error "output".
// Refused: texts that begin with "=" as formulas (every text is written as text).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "output/sheets/cell.h"

namespace kehoach::output {

// Excel's own.
struct WorkbookLimits {
  std::size_t rows = 1'048'576;  // of a sheet, with its head
  std::size_t links = 65'530;    // of a sheet
  std::size_t units = 32'767;    // UTF-16 units of a cell
};

class Workbook : public SheetWriter {
 public:
  // `path` is written anew, `scratch` is a folder for temporary files. `documents`: the ids that
  // the first sheet will hold, in its order and ascending; links to others stay plain numbers.
  Workbook(const std::string& path, const std::string& scratch, std::vector<Sheet> sheets,
           std::vector<std::int64_t> documents, WorkbookLimits limits = {});
  ~Workbook() override;

  bool add(std::size_t sheet, const Row& row) override;
  void finish();

  // After finish(): what did not go in as it was, a sentence each.
  std::vector<std::string> notes() const;

  struct State;  // the library's, known to workbook.cpp alone

 private:
  std::unique_ptr<State> state_;
};

}  // namespace kehoach::output
