#include "cli/search/show_output.h"

#include <cstdio>

#include "cli/document_choice.h"
#include "output/display_width.h"
#include "output/figure_words.h"
#include "output/value_json.h"
#include "store/figures.h"

namespace kehoach::cli {
namespace {

using store::Json;

std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? "" : output::to_line(value);
}

std::string text_of(const Json& object, const char* key) { return plain(store::at(object, key)); }

std::string confidence(const Json& entry) {
  char out[16];
  std::snprintf(out, sizeof out, "%.2f", store::number_at(entry, "confidence").value_or(0));
  return out;
}

// "0.95, number.header, page 1"
std::string source_of(const Json& entry) {
  std::string out = confidence(entry) + ", " + text_of(entry, "rule");
  const auto page = store::main_evidence(entry).page;
  return page ? out + ", page " + std::to_string(*page) : out;
}

class Text {
 public:
  explicit Text(std::size_t width) : width_(width) {}

  void head(const std::string& line) { out_ += (out_.empty() ? "" : "\n") + line + "\n"; }

  void line(const std::string& text) {
    out_ += "  " + (width_ > 4 ? output::fit(text, width_ - 2) : text) + "\n";
  }

  // A name, a value and, at the end, where it is from.
  void value(const std::string& name, const std::string& text, const std::string& from) {
    line(output::pad(name, 11) + "  " + text + (from.empty() ? "" : "  (" + from + ")"));
  }

  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  std::string out_;
};

void add_fields(Text& out, const Json& record) {
  const Json& document = store::at(record, "document");
  if (!document.is_object()) return;
  for (const auto& [name, field] : document.items())
    if (field.is_object() && field.contains("value") && !field["value"].is_null())
      out.value(name, plain(field["value"]), source_of(field));
}

std::string figure_words(const Json& figure) {
  return output::figure_words(store::figure_of(figure));
}

std::string names(const Json& list) {
  std::string out;
  for (const Json& name : list) out += (out.empty() ? "" : "; ") + plain(name);
  return out;
}

std::string task_words(const Json& task) {
  std::string out = text_of(task, "label");
  if (!out.empty()) out += " ";
  out += text_of(task, "text");
  if (const std::string lead = names(store::at(task, "lead")); !lead.empty())
    out = lead + ": " + out;
  if (const std::string due = text_of(store::at(task, "deadline"), "text"); !due.empty())
    out += " [" + due + "]";
  return out;
}

template <class Words>
void add_entries(Text& out, const Json& record, const char* key, Words words) {
  const Json& entries = store::at(record, key);
  if (!entries.is_array() || entries.empty()) return;
  out.head(std::string(key) + " (" + std::to_string(entries.size()) + ")");
  for (const Json& entry : entries) out.line(words(entry) + "  (" + source_of(entry) + ")");
}

void add_relations(Text& out, const char* head, const std::vector<store::Relation>& relations) {
  if (relations.empty()) return;
  out.head(std::string(head) + " (" + std::to_string(relations.size()) + ")");
  for (const store::Relation& relation : relations) out.line(relation_line(relation));
}

std::string version_words(const store::HeldVersion& version) {
  std::string out = std::to_string(version.id) + (version.current ? " (current)" : "");
  for (const std::string* part : {&version.media_type, &version.url})
    if (!part->empty()) out += "  " + *part;
  if (version.pages) out += "  " + std::to_string(*version.pages) + " pages";
  return out + "  read " + version.read;
}

void add_versions(Text& out, const ShownDocument& document) {
  out.head("versions (" + std::to_string(document.versions.size()) + ")");
  for (const store::HeldVersion& version : document.versions) {
    out.line(version_words(version));
    for (const store::HeldFile& file : version.files)
      out.line("  " + file.path + (file.state == "read" ? "" : "  (" + file.state + ")") +
               (file.container ? "  in " + *file.container : ""));
  }
}

void add_differences(Text& out, const ShownDocument& document) {
  if (document.differences.empty()) return;
  out.head("differences between the versions (" + std::to_string(document.differences.size()) +
           ")");
  for (const store::Difference& one : document.differences)
    for (const auto& said : one.said)
      out.line(one.field + ", version " + std::to_string(said.version) + ": " +
               (said.value.empty() ? "nothing" : said.value));
}

void add_corrections(Text& out, const ShownDocument& document) {
  if (document.corrections.empty()) return;
  out.head("corrections (" + std::to_string(document.corrections.size()) + ")");
  for (const store::Correction& one : document.corrections)
    out.line(one.field + " = " + output::to_line(one.value) + "  (by " + one.by + ", " + one.at +
             (one.note ? "; " + *one.note + ")" : ")"));
}

Json versions_json(const ShownDocument& document) {
  Json out = Json::array();
  for (const store::HeldVersion& version : document.versions) {
    Json files = Json::array();
    for (const store::HeldFile& file : version.files)
      files.push_back({{"path", file.path}, {"state", file.state}});
    out.push_back({{"id", version.id},
                   {"current", version.current},
                   {"role", version.role},
                   {"sha256", version.sha256},
                   {"read", version.read},
                   {"sources", std::move(files)}});
  }
  return out;
}

Json differences_json(const ShownDocument& document) {
  Json out = Json::array();
  for (const store::Difference& one : document.differences) {
    Json values = Json::array();
    for (const auto& said : one.said)
      values.push_back({{"version", said.version},
                        {"value", output::text_or_null(said.value)},
                        {"confidence", output::or_null(said.confidence)}});
    out.push_back({{"field", one.field}, {"values", std::move(values)}});
  }
  return out;
}

Json relations_json(const std::vector<store::Relation>& relations) {
  Json out = Json::array();
  for (const store::Relation& relation : relations) out.push_back(relation_json(relation));
  return out;
}

Json corrections_json(const ShownDocument& document) {
  Json out = Json::array();
  for (const store::Correction& one : document.corrections)
    out.push_back({{"field", one.field},
                   {"value", one.value},
                   {"extracted", one.extracted},
                   {"by", one.by},
                   {"at", one.at},
                   {"note", output::or_null(one.note)}});
  return out;
}

}  // namespace

Json relation_json(const store::Relation& relation) {
  return {{"kind", relation.kind},
          {"relation", output::text_or_null(relation.relation)},
          {"named", output::text_or_null(relation.named)},
          {"page", output::or_null(relation.page)},
          {"document", relation.document ? document_json(*relation.document) : Json()}};
}

std::string relation_line(const store::Relation& relation) {
  std::string out =
      output::pad(relation.relation.empty() ? relation.kind : relation.relation, 11) + "  ";
  out += output::pad(relation.document ? std::to_string(relation.document->id) : "-", 5, true);
  out += "  " + (relation.document ? name_of(*relation.document) : relation.named);
  if (relation.document && !relation.document->title.empty())
    out += ": " + relation.document->title;
  return out;
}

std::string show_json(const ShownDocument& document) {
  return output::to_pretty({{"id", document.line.id},
                            {"record", document.record},
                            {"versions", versions_json(document)},
                            {"differences", differences_json(document)},
                            {"corrections", corrections_json(document)},
                            {"names", relations_json(document.names)},
                            {"named_by", relations_json(document.named_by)}}) +
         "\n";
}

std::string show_text(const ShownDocument& document, std::size_t width) {
  Text out(width);
  out.head("document " + std::to_string(document.line.id) + "  (" + document.line.role + ")");
  add_fields(out, document.record);
  add_entries(out, document.record, "targets", figure_words);
  add_entries(out, document.record, "results", figure_words);
  add_entries(out, document.record, "tasks", task_words);
  add_relations(out, "names", document.names);
  add_relations(out, "named by", document.named_by);
  add_versions(out, document);
  add_differences(out, document);
  add_corrections(out, document);
  return out.take();
}

}  // namespace kehoach::cli
