// Answers → the chosen format, as they come or, for a table, at the end.
#pragma once

#include <memory>
#include <string>

#include "batch/answer.h"
#include "batch/extract.h"
#include "cli/result_file.h"
#include "cli/terminal.h"

namespace kehoach::cli {

class ResultPrinter {
 public:
  virtual ~ResultPrinter() = default;
  // False if nobody wants more.
  virtual bool add(const std::string& path, const batch::Answer& answer) = 0;
  virtual void end() {}
};

// `sources`: how many there will be; several texts need headings.
std::unique_ptr<ResultPrinter> make_printer(batch::Form form, std::size_t sources, ResultFile& file,
                                            const Terminal& terminal, bool to_terminal);

}  // namespace kehoach::cli
