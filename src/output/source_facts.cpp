#include "output/source_facts.h"

#include "output/digest.h"

namespace kehoach::output {
namespace {

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

}  // namespace

void finish(plan::Record& record, const base::Source& source, const layout::Document& document,
            std::string_view normalized_text) {
  plan::SourceFacts& facts = record.source;
  facts.path = source.path;
  facts.bytes = source.bytes.size();
  facts.sha256 = sha256_hex(source.bytes);
  facts.text_sha256 = sha256_hex(normalized_text);
  fill(facts.media_type, document.media_type);
  fill(facts.text_origin, document.text_origin);
  fill(facts.encoding, document.encoding);
}

plan::Record failure_record(const base::Source& source, const std::string& code,
                            const std::string& message) {
  plan::Record record;
  record.source.path = source.path;
  record.source.bytes = source.bytes.size();
  if (!source.bytes.empty()) record.source.sha256 = sha256_hex(source.bytes);
  record.role = "none";
  record.diagnostics.push_back({code, base::Severity::kError, message, std::nullopt, std::nullopt});
  return record;
}

}  // namespace kehoach::output
