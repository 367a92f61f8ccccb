#include "plan/read_plan.h"

#include <cstdio>

#include "language/text_health.h"
#include "plan/about.h"
#include "plan/citations.h"
#include "plan/figures.h"
#include "plan/header.h"
#include "plan/published.h"
#include "plan/reading.h"
#include "plan/sections.h"
#include "plan/tables.h"
#include "plan/tasks.h"

namespace kehoach::plan {
namespace {

// A share with two digits.
std::string printed(double share) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.2f", share);
  return buffer;
}

// Reports a text whose letters are not the document's; true if no fact can be taken from it.
bool refuse_broken_text(const Reading& reading, base::Diagnostics& diagnostics) {
  const auto health = language::measure_health(reading.text.utf8);
  if (!health.broken()) return false;
  diagnostics.push_back(
      {"text-health", base::Severity::kError,
       "only " + printed(health.marked_share()) +
           " of the letters have Vietnamese marks (genuine texts: 0.27-0.31) and " +
           printed(health.syllable_share()) +
           " of the words are Vietnamese syllables; the text layer is broken or "
           "the text is not Vietnamese, so no facts are taken from it",
       std::nullopt, std::nullopt});
  return true;
}

}  // namespace

Record read_plan(const layout::Document& document, const text::NormalizedText& text,
                 const match::Matcher& matcher) {
  const Reading reading = make_reading(document, text, matcher);
  Record record;
  record.diagnostics = document.diagnostics;
  record.source = read_source_facts(reading);
  if (refuse_broken_text(reading, record.diagnostics)) {
    record.role = has_header(reading) ? "document" : "none";
    return record;
  }
  record.sections = read_sections(reading);
  record.tables = read_tables(reading);
  if (has_header(reading)) {
    record.role = "document";
    record.document = read_header(reading, record.diagnostics);
  } else if (auto about = read_about(reading, record.source, record.diagnostics)) {
    record.role = "about";
    record.document = std::move(*about);
  } else {
    record.role = "none";
    Evidence role;
    role.source = Evidence::Source::kDerived;
    role.from = {"/role"};
    record.document.plan = Field<bool>{false, 0.9, "plan.no-document", {role}, {}};
  }
  record.citations = read_citations(reading, record.document, record.diagnostics);
  if (record.role == "about") {
    const auto provinces = named_provinces(reading);
    if (!provinces.empty()) complete_issuers(reading, provinces.front().name, record.citations);
  }
  if (record.role == "none") return record;  // its figures and duties are nobody's promises
  record.tasks = read_tasks(reading, record.sections, record.source, record.diagnostics);
  Figures figures = read_figures(reading, record.document, record.source);
  record.targets = std::move(figures.targets);
  record.results = std::move(figures.results);
  record.diagnostics.insert(record.diagnostics.end(), figures.diagnostics.begin(),
                            figures.diagnostics.end());
  return record;
}

}  // namespace kehoach::plan
