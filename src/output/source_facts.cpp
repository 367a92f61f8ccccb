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
  finish(record, ContentFacts{source.path, sha256_hex(source.bytes), source.bytes.size()}, document,
         normalized_text);
}

void finish(plan::Record& record, const ContentFacts& content, const layout::Document& document,
            std::string_view normalized_text) {
  plan::SourceFacts& facts = record.source;
  facts.path = content.path;
  facts.bytes = content.bytes;
  facts.sha256 = content.sha256;
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
