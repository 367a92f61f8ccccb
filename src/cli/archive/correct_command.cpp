#include "cli/archive/correct_command.h"

#include <charconv>

#include "base/error.h"
#include "cli/archive/correction_parts.h"
#include "cli/clock.h"
#include "cli/document_choice.h"
#include "cli/pattern_layers.h"
#include "cli/result_file.h"
#include "output/table.h"
#include "store/corrections/correctable.h"
#include "store/corrections/corrections.h"
#include "store/relations.h"

namespace kehoach::cli {
namespace {

using output::Json;
using store::Archive;
using store::Correction;

std::string shown(const Json& value) {
  if (value.is_null()) return "nothing";
  return value.is_string() ? value.get<std::string>() : output::to_line(value);
}

// By id or number. Where it was found that one document is another, the other is meant.
std::int64_t meant_document(Archive& archive, const std::string& typed) {
  std::int64_t id = 0;
  const char* end = typed.data() + typed.size();
  if (typed.empty() || std::from_chars(typed.data(), end, id).ptr != end)
    return chosen_document(archive, typed).id;
  if (const auto live = store::live_document(archive, id)) return *live;
  throw base::Error("usage", "there is no document " + std::to_string(id) +
                                 " in this archive; kehoach export --format csv --table "
                                 "documents lists them");
}

void require(bool given, const std::string& what) {
  if (!given) throw base::Error("usage", what);
}

std::string set(Archive& archive, std::int64_t document, const CorrectOptions& options,
                const std::string& field) {
  require(options.none || !options.value.empty(), "a VALUE is wanted, or --none, or --undo");
  require(!options.none || store::may_be_none(field),
          field + ": has a value in every record; --none cannot be said of it");
  Correction correction;
  correction.document = document;
  correction.field = field;
  if (!options.none) {
    correction.value = store::correct_value(field, options.value);
    correction.parts = correction_parts(embedded_patterns(), field, correction.value);
  }
  correction.by = options.by;
  correction.at = utc_now();
  if (!options.note.empty()) correction.note = options.note;
  const Correction stored = store::put_correction(archive, std::move(correction));
  const std::string what =
      stored.extracted.is_object() && stored.value.is_null() ? "taken out" : shown(stored.value);
  const bool whole = stored.extracted.is_object() && stored.value.is_null();
  return (whole ? "" : shown(stored.extracted) + " → ") + what;
}

std::string undo(Archive& archive, std::int64_t document, const CorrectOptions& options,
                 const std::string& field) {
  const auto undone = store::undo_correction(archive, document, field, options.by, utc_now());
  require(undone.has_value(), field + ": has no correction that could be undone");
  return "the correction of " + undone->by + " (" + shown(undone->value) + ") is undone";
}

std::string history(const std::vector<Correction>& corrections, std::size_t width) {
  std::vector<std::vector<std::string>> rows;
  for (const Correction& one : corrections)
    rows.push_back({one.at, one.by, one.field,
                    one.extracted.is_object() ? "the entry" : shown(one.extracted),
                    shown(one.value), one.undone_by ? *one.undone_by + " " + *one.undone_at : "",
                    one.note.value_or("")});
  return output::align({{"at"},
                        {"by"},
                        {"field"},
                        {"extracted", false, output::Fit::kCut, 0},
                        {"value", false, output::Fit::kCut, 0},
                        {"undone", false, output::Fit::kWhole, 1},
                        {"note", false, output::Fit::kCut, 2}},
                       rows, width);
}

}  // namespace

ExitCode correct(const CorrectOptions& options, const Terminal& terminal) {
  ResultFile out{std::string()};
  Archive archive = Archive::open(
      options.archive, options.history ? Archive::Access::kRead : Archive::Access::kWrite);
  const std::int64_t document = meant_document(archive, options.document);
  if (options.history) {
    out.write(history(store::corrections_of(archive, document), terminal.width()));
    return ExitCode::kDone;
  }
  require(!options.field.empty(), "a FIELD is wanted: issue_date, targets/0/min …");
  require(!options.by.empty(), "--by NAME is wanted: a correction has somebody who answers for it");
  const std::string field = store::correctable_field(options.field);
  store::Transaction transaction(archive);
  const std::string what = options.undo ? undo(archive, document, options, field)
                                        : set(archive, document, options, field);
  transaction.commit();
  out.write("document " + std::to_string(document) + " " + field + ": " + what + "\n");
  return ExitCode::kDone;
}

}  // namespace kehoach::cli
