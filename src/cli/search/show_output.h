// One document of the archive with all that is known of it, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "store/archived_record.h"
#include "store/corrections/corrections.h"
#include "store/document_versions.h"
#include "store/relations.h"

namespace kehoach::cli {

struct ShownDocument {
  store::DocumentLine line;
  store::Json record;  // with what was corrected
  std::vector<store::HeldVersion> versions;
  std::vector<store::Correction> corrections;
  std::vector<store::Difference> differences;
  std::vector<store::Relation> names, named_by;
};

std::string show_json(const ShownDocument& document);
// Each value with its confidence, rule and page; `width` 0: no limit.
std::string show_text(const ShownDocument& document, std::size_t width);

// A relation as JSON and as a line: "basis  12  Kế hoạch 142/KH-UBND, …".
store::Json relation_json(const store::Relation& relation);
std::string relation_line(const store::Relation& relation);

}  // namespace kehoach::cli
