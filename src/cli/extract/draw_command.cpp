#include "cli/extract/draw_command.h"

#include "cli/generator.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"

namespace kehoach::cli {

ExitCode draw(const DrawOptions& options, const Terminal& terminal) {
  const match::Matcher matcher = load_matcher(options.patterns);
  batch::Extractor extractor(matcher, generator(matcher.rules()), batch::Form::kDrawing,
                             budget_of(options.limits, 1));
  extractor.choose_page(options.page, options.dpi);
  std::string drawing;
  const BatchTotals totals = run_batch({options.path}, extractor, options.limits, terminal, false,
                                       [&](const std::string&, const batch::Answer& answer) {
                                         drawing = answer.bytes;
                                         return true;
                                       });
  if (totals.interrupted) return ExitCode::kInterrupted;
  if (totals.failed > 0) return ExitCode::kSomeFailed;
  ResultFile file(options.output);
  file.write(drawing);
  file.close();
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
