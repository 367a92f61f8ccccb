#include "layout/source_text.h"

#include <utility>

#include "language/edits.h"
#include "language/legacy/legacy_detection.h"
#include "language/normalize.h"
#include "layout/legacy_report.h"

namespace kehoach::layout {

void read_source_text(Document& document, std::span<const language::FontHint> hints) {
  const language::LegacyText legacy = language::read_legacy(document.source, hints);
  language::Normalized clean = language::normalize(legacy.text.utf8);
  document.content = std::move(clean.utf8);
  document.edits = legacy.text.edits.empty() ? std::move(clean.edits)
                                             : language::compose(legacy.text.edits, clean.edits);
  LegacyReport report;
  report.add(legacy, document.source);
  document.encoding = report.encoding(document.encoding);
  for (auto& diagnostic : report.diagnostics())
    document.diagnostics.push_back(std::move(diagnostic));
}

}  // namespace kehoach::layout
