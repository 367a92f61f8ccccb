#include "output/sheets/record_rows.h"

#include <algorithm>
#include <array>

namespace kehoach::output {
namespace {

// How a column's cell is made from what its pointer leads to.
enum class As {
  kText,       // also where it looks like a day
  kScalar,     // number, truth value, day or text
  kDayOrYear,  // "2025" is a number
  kNames,      // a list, with semicolons
  kHeadings,   // a list from the outermost in
  kCount,      // of a list
  kEvidence,   // a key of the main piece of evidence
  kCorrected,  // names of what people have set; this and the rest have no pointer
  kId,
  kPosition,
  kProvince,
  kSources,
  kCited,
};

struct ColumnRule {
  const char* name;
  double width;
  As as;
  // Into the entry, or into the record where it begins with /document or /source.
  const char* pointer = "";
};

const ColumnRule kId = {"document", 10, As::kId};
const ColumnRule kPosition = {"position", 8, As::kPosition};
const ColumnRule kDocumentNumber = {"document_number", 18, As::kText, "/document/number/value"};
const ColumnRule kDocumentIssuer = {"document_issuer", 28, As::kText, "/document/issuer/value"};
const ColumnRule kDocumentDate = {"document_date", 12, As::kScalar, "/document/issue_date/value"};
const ColumnRule kConfidence = {"confidence", 10, As::kScalar, "/confidence"};
const ColumnRule kRule = {"rule", 26, As::kText, "/rule"};
const ColumnRule kPage = {"page", 6, As::kEvidence, "/page"};
const ColumnRule kStart = {"start", 8, As::kEvidence, "/start"};
const ColumnRule kEnd = {"end", 8, As::kEvidence, "/end"};
const ColumnRule kEvidence = {"evidence", 60, As::kEvidence, "/text"};
const ColumnRule kCorrected = {"corrected", 16, As::kCorrected};

const std::vector<ColumnRule> kDocumentColumns = {
    kId,
    {"role", 10, As::kText, "/role"},
    {"type", 14, As::kText, "/document/type/value"},
    {"type_code", 9, As::kText, "/document/type/code"},
    {"number", 18, As::kText, "/document/number/value"},
    {"serial", 8, As::kScalar, "/document/number/serial"},
    {"symbol", 14, As::kText, "/document/number/symbol"},
    {"issue_date", 12, As::kScalar, "/document/issue_date/value"},
    {"issue_date_partial", 10, As::kText, "/document/issue_date/partial"},
    {"issuer", 32, As::kText, "/document/issuer/value"},
    {"issuer_level", 12, As::kText, "/document/issuer/level"},
    {"unit", 18, As::kText, "/document/issuer/unit/name"},
    {"unit_code", 9, As::kText, "/document/issuer/unit/code"},
    {"province", 16, As::kProvince},
    {"place", 16, As::kText, "/document/place/value"},
    {"title", 70, As::kText, "/document/title/value"},
    {"signer", 22, As::kText, "/document/signer/value"},
    {"position", 22, As::kText, "/document/signer/position"},
    {"urgency", 10, As::kText, "/document/urgency/value"},
    {"secrecy", 10, As::kText, "/document/secrecy/value"},
    {"period_from", 8, As::kScalar, "/document/period/value/from"},
    {"period_to", 8, As::kScalar, "/document/period/value/to"},
    {"plan", 8, As::kScalar, "/document/plan/value"},
    {"targets", 8, As::kCount, "/targets"},
    {"results", 8, As::kCount, "/results"},
    {"tasks", 8, As::kCount, "/tasks"},
    {"citations", 8, As::kCount, "/citations"},
    {"pages", 7, As::kScalar, "/source/pages"},
    {"sources", 8, As::kSources},
    {"path", 40, As::kText, "/source/path"},
    {"url", 40, As::kText, "/source/url"},
    {"published", 20, As::kText, "/source/published"},
    {"media_type", 16, As::kText, "/source/media_type"},
    {"sha256", 20, As::kText, "/source/sha256"},
    kCorrected};

// Of an entry: whose it is, what it says, and what that rests on.
std::vector<ColumnRule> entry_columns(std::initializer_list<ColumnRule> own,
                                      bool with_evidence = true) {
  std::vector<ColumnRule> out = {kId, kPosition, kDocumentNumber, kDocumentDate, kDocumentIssuer};
  out.insert(out.end(), own);
  out.insert(out.end(), {kConfidence, kPage, kStart, kEnd});
  if (with_evidence) out.push_back(kEvidence);
  out.insert(out.end(), {kRule, kCorrected});
  return out;
}

const std::vector<ColumnRule> kFigureColumns =
    entry_columns({{"indicator_code", 14, As::kText, "/indicator/code"},
                   {"indicator", 50, As::kText, "/indicator/name"},
                   {"change", 10, As::kText, "/change"},
                   {"unit", 16, As::kText, "/unit"},
                   {"printed_unit", 12, As::kText, "/printed_unit"},
                   {"min", 12, As::kScalar, "/min"},
                   {"max", 12, As::kScalar, "/max"},
                   {"exclusive", 9, As::kScalar, "/exclusive"},
                   {"approximate", 11, As::kScalar, "/approximate"},
                   {"printed", 18, As::kText, "/printed"},
                   {"of", 8, As::kScalar, "/of"},
                   {"baseline_year", 9, As::kScalar, "/baseline_year"},
                   {"year", 8, As::kScalar, "/year"},
                   {"per", 9, As::kText, "/per"},
                   {"deadline", 12, As::kDayOrYear, "/deadline"}});

const std::vector<ColumnRule> kTaskColumns =
    entry_columns({{"label", 8, As::kText, "/label"},
                   {"text", 80, As::kText, "/text"},
                   {"lead", 32, As::kNames, "/lead"},
                   {"cooperating", 32, As::kNames, "/cooperating"},
                   {"deadline", 20, As::kText, "/deadline/text"},
                   {"deadline_from", 12, As::kScalar, "/deadline/from"},
                   {"deadline_to", 12, As::kScalar, "/deadline/to"},
                   {"recurring", 10, As::kText, "/deadline/recurring"},
                   {"deliverable", 30, As::kText, "/deliverable"},
                   {"section", 50, As::kHeadings, "/section"},
                   {"origin", 10, As::kText, "/origin"}},
                  false);

const std::vector<ColumnRule> kCitationColumns =
    entry_columns({{"relation", 12, As::kText, "/relation"},
                   {"number", 20, As::kText, "/number"},
                   {"type", 14, As::kText, "/type"},
                   {"date", 12, As::kScalar, "/date"},
                   {"issuer", 30, As::kText, "/issuer"},
                   {"title", 60, As::kText, "/title"},
                   {"cited_document", 10, As::kCited}});

struct Table {
  const char* name;
  const char* list;  // of its entries; empty: the record itself
  const std::vector<ColumnRule>& columns;
};

const std::array<Table, kRecordTables> kTables = {{{"documents", "", kDocumentColumns},
                                                   {"targets", "/targets", kFigureColumns},
                                                   {"results", "/results", kFigureColumns},
                                                   {"tasks", "/tasks", kTaskColumns},
                                                   {"citations", "/citations", kCitationColumns}}};

const Table& shape(RecordTable table) { return kTables.at(static_cast<std::size_t>(table)); }

// What one row is made from; `entry` is the record itself in the table of documents.
struct Origin {
  const Json& record;
  const Json& entry;
  std::string_view list;  // where entries stand; empty for documents
  std::size_t position;
  const ArchivedDocument& document;
};

// A JSON Pointer without escapes: called for every cell, so nothing is parsed or copied.
const Json& at(const Json& json, std::string_view pointer) {
  static const Json kNothing;
  const Json* here = &json;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view key = pointer.substr(0, pointer.find('/'));
    const auto found = here->find(key);
    if (found == here->end()) return kNothing;
    here = &*found;
    pointer.remove_prefix(key.size());
  }
  return *here;
}

const Json& pointed(const ColumnRule& column, const Origin& origin) {
  const std::string_view pointer = column.pointer;
  const bool of_record = pointer.starts_with("/document") || pointer.starts_with("/source");
  return at(of_record ? origin.record : origin.entry, pointer);
}

Cell text(const Json& json) {
  return json.is_string() ? Cell(json.get<std::string>()) : Cell(std::monostate{});
}

Cell scalar(const Json& json) {
  if (json.is_boolean()) return json.get<bool>();
  if (json.is_number_integer()) return json.get<std::int64_t>();
  if (json.is_number()) return json.get<double>();
  if (json.is_string() && is_iso_day(json.get_ref<const std::string&>()))
    return IsoDate{json.get<std::string>()};
  return text(json);
}

Cell day_or_year(const Json& json) {
  if (!json.is_string()) return std::monostate{};
  const auto& printed = json.get_ref<const std::string&>();
  const bool year =
      printed.size() == 4 && printed.find_first_not_of("0123456789") == std::string::npos;
  return year ? Cell(std::int64_t{std::stoi(printed)}) : scalar(json);
}

Cell joined(const Json& list, std::string_view separator) {
  std::string out;
  for (const Json& item : list) {
    if (!item.is_string()) continue;
    if (!out.empty()) out += separator;
    out += item.get_ref<const std::string&>();
  }
  return out.empty() ? Cell(std::monostate{}) : Cell(out);
}

Cell evidence(const Json& entry, const char* key) {
  const Json& pieces = at(entry, "/evidence");
  if (!pieces.is_array() || pieces.empty()) return std::monostate{};
  const Json& value = at(pieces.front(), key);
  return value.is_string() ? text(value) : scalar(value);
}

// Names of what people have set: "issue_date, issuer.level" of the document, "min, year" of an
// entry.
Cell corrected(const Origin& origin, std::string_view list) {
  const std::string start =
      list.empty() ? "/document/" : std::string(list) + "/" + std::to_string(origin.position) + "/";
  std::string out;
  for (const Json& correction : at(origin.record, "/corrections")) {
    std::string field = correction.value("field", "");
    if (list.empty() && field == "/role") field = "/document/role";
    if (!field.starts_with(start)) continue;
    field.erase(0, start.size());
    std::replace(field.begin(), field.end(), '/', '.');
    out += (out.empty() ? "" : ", ") + field;
  }
  return out.empty() ? Cell(std::monostate{}) : Cell(out);
}

Cell cited(const Origin& origin) {
  if (origin.position >= origin.document.cited.size()) return std::monostate{};
  const auto& id = origin.document.cited[origin.position];
  return id ? Cell(DocumentLink{*id}) : Cell(std::monostate{});
}

Cell cell(const ColumnRule& column, const Origin& origin) {
  switch (column.as) {
    case As::kText:
      return text(pointed(column, origin));
    case As::kScalar:
      return scalar(pointed(column, origin));
    case As::kDayOrYear:
      return day_or_year(pointed(column, origin));
    case As::kNames:
      return joined(pointed(column, origin), "; ");
    case As::kHeadings:
      return joined(pointed(column, origin), " › ");
    case As::kCount:
      return static_cast<std::int64_t>(pointed(column, origin).size());
    case As::kEvidence:
      return evidence(origin.entry, column.pointer);
    case As::kCorrected:
      return corrected(origin, origin.list);
    case As::kId:
      return DocumentLink{origin.document.id};
    case As::kPosition:
      return static_cast<std::int64_t>(origin.position);
    case As::kProvince:
      return origin.document.province.empty() ? Cell(std::monostate{})
                                              : Cell(origin.document.province);
    case As::kSources:
      return static_cast<std::int64_t>(origin.document.sources);
    case As::kCited:
      break;
  }
  return cited(origin);
}

}  // namespace

std::vector<Sheet> record_sheets() {
  std::vector<Sheet> out;
  for (const Table& table : kTables) {
    Sheet sheet{table.name, {}};
    for (const ColumnRule& column : table.columns)
      sheet.columns.push_back({column.name, column.width});
    out.push_back(std::move(sheet));
  }
  return out;
}

std::optional<RecordTable> record_table(std::string_view name) {
  for (std::size_t i = 0; i < kTables.size(); ++i)
    if (kTables[i].name == name) return static_cast<RecordTable>(i);
  return std::nullopt;
}

const char* record_list(RecordTable table) { return shape(table).list; }

std::size_t row_count(RecordTable table, const Json& record) {
  const std::string_view list = shape(table).list;
  return list.empty() ? 1 : at(record, list).size();
}

Row record_row(RecordTable table, const Json& record, std::size_t position,
               const ArchivedDocument& document) {
  const Table& wanted = shape(table);
  const std::string_view list = wanted.list;
  const Json& entry = list.empty() ? record : at(record, list).at(position);
  const Origin origin{record, entry, list, position, document};
  Row row;
  for (const ColumnRule& column : wanted.columns) row.push_back(cell(column, origin));
  return row;
}

}  // namespace kehoach::output
