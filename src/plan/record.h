// The record: what one source becomes. One plain struct; its JSON form is output's business, its
// meaning is docs/record.md.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"

namespace kehoach::plan {

struct Evidence {
  enum class Source { kText, kMetadata, kSignature, kDerived };
  Source source = Source::kText;
  std::string text;     // kText: exactly the slice `span` of the normalized text
  base::TextSpan span;  // bytes; the output turns them into code points
  std::optional<int> page;
  std::vector<base::Box> boxes;
  std::string original;           // the source's own characters, where they differ; else empty
  std::vector<std::string> from;  // kDerived: JSON Pointers
};

// A value with what it rests on. An absent field is an empty std::optional<Field<…>>.
template <class T>
struct Field {
  T value{};
  double confidence = 0;
  std::string rule;
  std::vector<Evidence> evidence;               // main piece first
  std::map<std::string, std::string> inferred;  // "year" -> "published"
};

// What every entry of a list carries once.
struct Entry {
  double confidence = 0;
  std::string rule;
  std::vector<Evidence> evidence;
};

struct Number {
  std::string printed;  // "142/KH-UBND"
  std::optional<int> serial, year;
  std::optional<std::string> symbol;
  bool complete = true;
};

struct Issuer {
  std::string name;   // nominal form: "UBND tỉnh Đắk Lắk"
  std::string body;   // "UBND"
  std::string level;  // central, province, district, commune; empty if unknown
  std::string unit_name, unit_code, province;
};

struct DocumentType {
  std::string name;  // "Kế hoạch"
  std::string code;  // "KH"; empty if it has none
};

struct Period {
  std::optional<int> from, to;
};

struct Recipient : Entry {
  std::string text;
};

struct Attached : Entry {
  std::string type, title;
  std::optional<int> page;
};

struct DocumentFields {
  std::optional<Field<Number>> number;
  std::optional<Field<DocumentType>> type;
  std::optional<Field<std::string>> issue_date;          // ISO
  std::optional<Field<std::string>> issue_date_partial;  // "2025-02" where the day is blank
  std::optional<Field<Issuer>> issuer;
  std::optional<Field<std::string>> place, title;
  std::optional<Field<std::string>> signer, signer_position;
  std::vector<Field<std::string>> authorities;
  std::vector<Recipient> recipients;
  std::optional<Field<std::string>> urgency, secrecy;
  std::optional<Field<Period>> period;
  std::optional<Field<bool>> plan;
  std::vector<Attached> attached;
};

struct Indicator {
  std::optional<std::string> code;
  std::string name;
};

// A target or a result: one figure of one indicator.
struct Figure : Entry {
  Indicator indicator;
  std::string change;  // increase, decrease, reach, maintain
  std::string unit;    // rank, percent, percentage_point, point, money, duration, count
  std::optional<std::string> printed_unit;
  std::optional<double> min, max;
  bool exclusive = false, approximate = false;
  std::string printed;
  std::optional<double> of;
  std::optional<int> baseline_year, year;
  std::optional<std::string> per, deadline;
};

struct Deadline {
  std::string text;
  std::optional<std::string> from, to;   // ISO dates
  std::optional<std::string> recurring;  // "year", "quarter", "month", "always"
};

struct Task : Entry {
  std::optional<std::string> label;
  std::string text;
  std::vector<std::string> lead, cooperating;
  std::optional<Deadline> deadline;
  std::optional<std::string> deliverable;
  std::vector<std::string> section;
  std::string origin;  // list, table, sentence, assignment
};

struct Citation : Entry {
  std::optional<std::string> number, type, date, issuer, title;
  std::string relation;  // basis, implements, amends, replaces, attached-to, mentions
};

struct Section {
  std::string label, title;
  int level = 1;
  base::TextSpan span;  // of the heading; the output prints its start
  std::optional<int> page;
  std::vector<Section> children;
};

struct TableCell {
  std::string text;
  int rowspan = 1, colspan = 1;
  std::vector<base::Box> boxes;
  int column = 0;           // where it begins
  std::optional<int> page;  // that the boxes stand on
};

struct Table {
  std::vector<int> pages;
  std::string caption;  // what stands above it as its name; empty: not known
  int header_rows = 0;
  int columns = 0;
  std::vector<std::vector<TableCell>> rows;
};

struct Attachment {
  std::optional<std::string> href;
  std::string label;
  std::optional<std::string> path;  // of the file, where it lies beside the page
};

struct SourceSignature {
  std::string signer;
  std::string time;           // ISO 8601 with offset
  std::optional<bool> valid;  // absent: cannot be said offline
};

struct SourceFacts {
  std::string path, sha256, media_type, text_sha256, text_origin, encoding;
  std::size_t bytes = 0;
  std::optional<int> pages;
  std::optional<std::string> language, title, url, site;
  std::optional<std::string> published;  // ISO 8601 with offset
  std::vector<Attachment> attachments;
  std::vector<SourceSignature> signatures;
};

struct Record {
  SourceFacts source;  // hashes and path are filled by the caller that has the bytes
  std::string role;    // document, about, none
  DocumentFields document;
  std::vector<Figure> targets, results;
  std::vector<Task> tasks;
  std::vector<Citation> citations;
  std::vector<Section> sections;
  std::vector<Table> tables;
  base::Diagnostics diagnostics;
};

}  // namespace kehoach::plan
