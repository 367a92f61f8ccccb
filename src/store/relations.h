// Documents beside each other: what one names, who names it, and the chain from a province's plan
// down to those that carry it out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/archive.h"

namespace kehoach::store {

// A document in a line.
struct DocumentLine {
  std::int64_t id = 0, version = 0;  // version 0: it was found to be another document
  std::string role, number, type, title, issuer, province;
  std::string issued;     // a day, or the year alone
  std::string published;  // the day that its page was posted
  std::string date;       // what it is shown and ordered by: the day of issue, else of the page, or
                          // the year
};

// The document that stands for this one: itself, or the last of those that it was found to be, one
// after another. None if there is no such document.
std::optional<std::int64_t> live_document(Archive& archive, std::int64_t document);

// The columns that read_document_line() reads, of `documents d LEFT JOIN versions v` (the current
// one).
extern const char* const kDocumentLineColumns;
inline constexpr int kDocumentLineColumnCount = 10;

// From column `first` on.
DocumentLine read_document_line(const Statement& row, int first);

std::optional<DocumentLine> document_line(Archive& archive, std::int64_t document);

// The documents that are meant by an id ("12") or a number ("142/KH-UBND"), the newest first.
std::vector<DocumentLine> documents_named(Archive& archive, std::string_view typed);

struct Relation {
  std::string kind;                      // cites, reports, attached-to, attachment
  std::string relation;                  // of a citation: basis, implements …
  std::optional<DocumentLine> document;  // where the archive has it
  std::string named;                     // as the naming document says it
  std::optional<std::int64_t> page;      // there
};

// What the document names, in its order.
std::vector<Relation> relations_from(Archive& archive, std::int64_t document);
// Who names it, the newest first: `document` is the one that does.
std::vector<Relation> relations_to(Archive& archive, std::int64_t document);

// Documents that rest on this one (basis, implements, attached to it), and those that rest on them.
struct ChainLink {
  DocumentLine document;
  std::string relation;
  std::size_t depth = 0;  // 1: rests on the document itself
};

// In the order of a tree: each followed by those that rest on it. A document stands there once.
std::vector<ChainLink> chain_from(Archive& archive, std::int64_t document, std::size_t most = 1000);

}  // namespace kehoach::store
