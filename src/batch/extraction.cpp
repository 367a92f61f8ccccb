#include "batch/extraction.h"

#include "batch/readers.h"
#include "batch/saved_page.h"
#include "output/digest.h"
#include "output/record_json.h"
#include "output/source_facts.h"
#include "plan/read_plan.h"
#include "text/page_starts.h"

namespace kehoach::batch {

Extraction extract_facts(const base::Source& source, const match::Matcher& matcher,
                         const base::Budget& budget, RecognisedPages* keep) {
  return extract_facts(source, output::sha256_hex(source.bytes), matcher, budget, keep);
}

Extraction extract_facts(const base::Source& source, const std::string& sha256,
                         const match::Matcher& matcher, const base::Budget& budget,
                         RecognisedPages* keep) {
  Extraction out;
  out.document = read_document(source, matcher, budget, keep);
  out.text = text::normalize(out.document);
  out.record = plan::read_plan(out.document, out.text, matcher);
  output::finish(out.record, {source.path, sha256, source.bytes.size()}, out.document,
                 out.text.utf8);
  find_local_files(source.path, out.record.source.attachments);
  return out;
}

std::string page_starts_json(const text::NormalizedText& text, const layout::Document& document) {
  const std::vector<text::PageStart> starts = text::page_starts(text, document);
  if (starts.empty() || (starts.size() == 1 && starts.front().page == 1)) return "";
  output::Json out = output::Json::array();
  for (const text::PageStart& start : starts) out.push_back({start.position, start.page});
  return output::to_line(out);
}

bool says_something(const plan::Record& record) {
  return record.role != "none" || !record.targets.empty() || !record.results.empty() ||
         !record.tasks.empty() || !record.citations.empty();
}

}  // namespace kehoach::batch
