#include "plan/read_plan.h"

#include <cstdio>

#include "language/text_health.h"
#include "plan/citations.h"
#include "plan/document/about.h"
#include "plan/document/header.h"
#include "plan/document/properties.h"
#include "plan/document/published.h"
#include "plan/figures/figures.h"
#include "plan/reading.h"
#include "plan/reading_certainty.h"
#include "plan/sections.h"
#include "plan/tables/tables.h"
#include "plan/tasks/tasks.h"

namespace kehoach::plan {
namespace {

// A share with two digits.
std::string printed(double share) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%.2f", share);
  return buffer;
}

// Names the language, and reports a text whose letters are not the document's; false if no fact can
// be taken from it.
bool judge_text(const Reading& reading, Record& record) {
  constexpr double kVietnamese =
      0.15;  // share of letters with marks; genuine texts have twice that
  // Said already, page by page, by what read the source.
  if (reading.text.utf8.empty() && reading.document.pages) {
    record.role = "none";
    return false;
  }
  const auto health = language::measure_health(reading.text.utf8);
  if (health.marked_share() >= kVietnamese) record.source.language = "vi";
  if (!health.broken()) return true;
  record.diagnostics.push_back(
      {"text-health", base::Severity::kWarning,
       "only " + printed(health.marked_share()) +
           " of the letters have Vietnamese marks (genuine texts: 0.27-0.31) and " +
           printed(health.syllable_share()) +
           " of the words are Vietnamese syllables; the text layer is broken or "
           "the text is not Vietnamese, so no facts are taken from it",
       std::nullopt, std::nullopt});
  record.role = has_header(reading) ? "document" : "none";
  return false;
}

// Role and document: what the source is, what it is about, or neither.
void read_document(const Reading& reading, Record& record) {
  if (has_header(reading)) {
    record.role = "document";
    record.document = read_header(reading, record.diagnostics);
  } else if (auto listed = read_listed_document(reading)) {
    record.role = "about";
    record.document = std::move(*listed);
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
}

// Citations; on a page about a document, with the province that the page is of.
void read_cited(const Reading& reading, Record& record) {
  record.citations = read_citations(reading, record.document, record.diagnostics);
  if (record.role != "about") return;
  const auto provinces = named_provinces(reading);
  if (!provinces.empty()) complete_issuers(reading, provinces.front().name, record.citations);
}

void read_promises(const Reading& reading, Record& record) {
  record.tasks = read_tasks(reading);
  Figures figures = read_figures(reading, record.document, record.source);
  record.targets = std::move(figures.targets);
  record.results = std::move(figures.results);
  record.diagnostics.insert(record.diagnostics.end(), figures.diagnostics.begin(),
                            figures.diagnostics.end());
}

}  // namespace

Record read_plan(const layout::Document& document, const text::NormalizedText& text,
                 const match::Matcher& matcher) {
  const Reading reading = make_reading(document, text, matcher);
  Record record;
  record.diagnostics = document.diagnostics;
  record.source = read_source_facts(reading);
  if (!judge_text(reading, record)) return record;
  record.sections = read_sections(reading, RunIn::kToo);
  record.tables = read_tables(reading);
  read_document(reading, record);
  read_cited(reading, record);
  // Without a document, figures and duties are nobody's promises.
  if (record.role != "none") read_promises(reading, record);
  weigh_by_certainty(reading, record);
  return record;
}

}  // namespace kehoach::plan
