#include "cli/archive_place.h"
#include "cli/document_choice.h"
#include "cli/result_file.h"
#include "cli/search/document_command.h"
#include "cli/search/show_output.h"
#include "output/display_width.h"
#include "store/read_snapshot.h"
#include "store/search/similar.h"

namespace kehoach::cli {
namespace {

using store::Archive;
using store::Json;

void write(const DocumentOptions& options, const std::string& text) {
  ResultFile file(options.output);
  file.write(text);
  file.close();
}

bool wants_json(const DocumentOptions& options) { return options.format == "json"; }

std::string neighbour_text(const std::vector<store::Neighbour>& neighbours, std::size_t width) {
  std::string out;
  for (const store::Neighbour& one : neighbours) {
    char likeness[16];
    std::snprintf(likeness, sizeof likeness, "%.2f", one.likeness);
    std::string shared;
    for (const std::string& word : one.shared) shared += (shared.empty() ? "" : ", ") + word;
    for (const std::string& line :
         {likeness + output::pad(std::to_string(one.document.id), 7, true) + "  " +
              name_of(one.document),
          "             " + one.document.title, "             both say: " + shared})
      out += (width > 0 ? output::fit(line, width) : line) + "\n";
  }
  return out.empty() ? "no document is like it\n" : out;
}

std::string neighbour_json(const std::vector<store::Neighbour>& neighbours) {
  Json out = Json::array();
  for (const store::Neighbour& one : neighbours)
    out.push_back({{"likeness", one.likeness},
                   {"shared", one.shared},
                   {"document", document_json(one.document)}});
  return output::to_pretty(out) + "\n";
}

std::string chain_text(const std::vector<store::ChainLink>& chain) {
  std::string out;
  for (const store::ChainLink& link : chain) {
    out += std::string(link.depth * 2, ' ') + std::to_string(link.document.id) + "  " +
           name_of(link.document);
    if (!link.document.title.empty()) out += ": " + link.document.title;
    out += "  (" + link.relation + ")\n";
  }
  return out;
}

std::string cited_text(const store::DocumentLine& document,
                       const std::vector<store::Relation>& names,
                       const std::vector<store::Relation>& named_by,
                       const std::vector<store::ChainLink>& chain, bool with_chain) {
  std::string out = std::to_string(document.id) + "  " + name_of(document) + ": " + document.title +
                    "\n\nnames (" + std::to_string(names.size()) + ")\n";
  for (const store::Relation& relation : names) out += "  " + relation_line(relation) + "\n";
  out += "\nnamed by (" + std::to_string(named_by.size()) + ")\n";
  for (const store::Relation& relation : named_by) out += "  " + relation_line(relation) + "\n";
  if (with_chain)
    out += "\nrests on it (" + std::to_string(chain.size()) + ")\n" + chain_text(chain);
  return out;
}

std::string cited_json(const store::DocumentLine& document,
                       const std::vector<store::Relation>& names,
                       const std::vector<store::Relation>& named_by,
                       const std::vector<store::ChainLink>& chain) {
  Json from = Json::array(), to = Json::array(), links = Json::array();
  for (const store::Relation& relation : names) from.push_back(relation_json(relation));
  for (const store::Relation& relation : named_by) to.push_back(relation_json(relation));
  for (const store::ChainLink& link : chain)
    links.push_back({{"depth", link.depth},
                     {"relation", link.relation},
                     {"document", document_json(link.document)}});
  return output::to_pretty({{"document", document_json(document)},
                            {"names", std::move(from)},
                            {"named_by", std::move(to)},
                            {"chain", std::move(links)}}) +
         "\n";
}

}  // namespace

ExitCode show(const DocumentOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  Archive archive = Archive::open(options.archive, Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  ShownDocument shown;
  shown.line = chosen_document(archive, options.document);
  if (auto record = store::archived_record(archive, shown.line.id))
    shown.record = std::move(record->record);
  shown.versions = store::document_versions(archive, shown.line.id);
  shown.corrections = store::corrections_in_force(archive, shown.line.id);
  shown.differences = store::document_differences(archive, shown.line.id);
  shown.names = store::relations_from(archive, shown.line.id);
  shown.named_by = store::relations_to(archive, shown.line.id);
  write(options, wants_json(options) ? show_json(shown) : show_text(shown, terminal.width()));
  return ExitCode::kDone;
}

ExitCode similar(const DocumentOptions& options, const Terminal& terminal) {
  refuse_archive_as_output(options.output, options.archive);
  Archive archive = Archive::open(options.archive, Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  const store::DocumentLine document = chosen_document(archive, options.document);
  const auto neighbours = store::similar_documents(archive, document.id, options.most);
  write(options, wants_json(options) ? neighbour_json(neighbours)
                                     : neighbour_text(neighbours, terminal.width()));
  return ExitCode::kDone;
}

ExitCode cited(const DocumentOptions& options, const Terminal&) {
  refuse_archive_as_output(options.output, options.archive);
  Archive archive = Archive::open(options.archive, Archive::Access::kRead);
  const store::ReadSnapshot snapshot(archive);
  const store::DocumentLine document = chosen_document(archive, options.document);
  const auto names = store::relations_from(archive, document.id);
  const auto named_by = store::relations_to(archive, document.id);
  std::vector<store::ChainLink> chain;
  if (options.chain) chain = store::chain_from(archive, document.id);
  write(options, wants_json(options) ? cited_json(document, names, named_by, chain)
                                     : cited_text(document, names, named_by, chain, options.chain));
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
