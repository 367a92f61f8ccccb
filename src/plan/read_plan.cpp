#include "plan/read_plan.h"

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

Record read_plan(const layout::Document& document, const text::NormalizedText& text,
                 const match::Matcher& matcher) {
  const Reading reading = make_reading(document, text, matcher);
  Record record;
  record.diagnostics = document.diagnostics;
  record.source = read_source_facts(reading);
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
