#include "output/record_json.h"

#include "output/document_json.h"
#include "output/list_json.h"
#include "output/value_json.h"

namespace kehoach::output {
namespace {

Json source_json(const plan::SourceFacts& source) {
  Json attachments = Json::array();
  for (const plan::Attachment& attachment : source.attachments) {
    Json entry = {{"href", or_null(attachment.href)}, {"label", attachment.label}};
    if (attachment.path) entry["path"] = *attachment.path;
    attachments.push_back(std::move(entry));
  }
  Json signatures = Json::array();
  for (const plan::SourceSignature& signature : source.signatures)
    signatures.push_back({{"signer", text_or_null(signature.signer)},
                          {"time", text_or_null(signature.time)},
                          {"valid", or_null(signature.valid)}});
  return {{"path", source.path},
          {"sha256", text_or_null(source.sha256)},
          {"bytes", source.bytes},
          {"media_type", text_or_null(source.media_type)},
          {"pages", or_null(source.pages)},
          {"text_sha256", text_or_null(source.text_sha256)},
          {"text_origin", text_or_null(source.text_origin)},
          {"encoding", text_or_null(source.encoding)},
          {"language", or_null(source.language)},
          {"title", or_null(source.title)},
          {"url", or_null(source.url)},
          {"site", or_null(source.site)},
          {"published", or_null(source.published)},
          {"attachments", std::move(attachments)},
          {"signatures", std::move(signatures)}};
}

// The content names the record, in the tool's namespace; a source that gave no bytes has no id.
Json identity(const plan::SourceFacts& source) {
  return source.sha256.empty() ? Json(nullptr) : Json("kehoach:" + source.sha256);
}

}  // namespace

Json record_json(const plan::Record& record, std::string_view text, const Generator& generator) {
  const CodePoints points(text);
  return {{"schema", "kehoach/1"},
          {"id", identity(record.source)},
          {"generator",
           {{"tool", generator.tool},
            {"patterns", generator.patterns},
            {"libraries", generator.libraries}}},
          {"source", source_json(record.source)},
          {"role", record.role},
          {"document", document_json(record.document, points)},
          {"targets", figures_json(record.targets, points)},
          {"results", figures_json(record.results, points)},
          {"tasks", tasks_json(record.tasks, points)},
          {"citations", citations_json(record.citations, points)},
          {"sections", sections_json(record.sections, points)},
          {"tables", tables_json(record.tables)},
          {"diagnostics", diagnostics_json(record.diagnostics)}};
}

std::string to_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_pretty(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kehoach::output
