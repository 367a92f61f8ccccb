#include "batch/extract.h"

#include <filesystem>
#include <new>
#include <system_error>

#include "base/error.h"
#include "batch/extraction.h"
#include "batch/read_source.h"
#include "batch/text_copy.h"
#include "output/explain.h"
#include "output/found_tables.h"
#include "output/page_drawing.h"
#include "output/source_facts.h"
#include "output/table.h"
#include "read/pdf/pdf_picture.h"
#include "read/scan/image_file.h"

namespace kehoach::batch {
namespace {

bool gives_something(const plan::Record& record, Form form) {
  return form == Form::kTables ? !record.tables.empty() : says_something(record);
}

}  // namespace

Answer Extractor::extract(const std::string& path) const {
  base::Source source{path, ""};
  try {
    source = read_source(path, budget_, stdin_spool_);
    return read(source);
  } catch (const base::Error& error) {
    return failure(source, error.code(), error.what());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    return failure(source, "internal-error",
                   path + ": kehoach failed on it: " + error.what() + "; please report it");
  }
}

// The bytes still identify the source. Only a regular file is read again: what is no file (a pipe)
// may be what the worker hung on.
Answer Extractor::lost(const std::string& path, const Loss& loss) const {
  base::Source source{path, ""};
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored)) {
    try {
      source = read_source(path, budget_, stdin_spool_);
    } catch (const base::Error&) {
      // Unreadable by now: the record says what was lost, without its hash.
    }
  }
  return failure(source, loss.code, loss.message);
}

Answer Extractor::read(const base::Source& source) const {
  const bool with_copy = copy_wanted_ && copy_wanted_(source.path);
  RecognisedPages kept;
  const auto [document, text, record] =
      extract_facts(source, matcher_, budget_, with_copy ? &kept : nullptr);
  Answer answer{false, gives_something(record, form_), "", ""};
  if (form_ == Form::kExplain)
    answer.bytes = output::explain({record, document, text, matcher_});
  else if (form_ == Form::kText)
    answer.bytes = text.utf8;
  else if (form_ == Form::kTables)
    answer.bytes = output::to_line(output::found_tables_json(record));
  else if (form_ == Form::kDrawing)
    answer.bytes = drawing(source, document, record);
  else
    answer.bytes = json(record, text.utf8);
  if (with_copy)
    answer.copy =
        make_text_copy(source, record.source.sha256, document, kept, budget_, generator_.tool);
  return answer;
}

std::string Extractor::drawing(const base::Source& source, const layout::Document& document,
                               const plan::Record& record) const {
  if (document.media_type.starts_with("image/")) {
    const auto page = read::draw_image_page(source, page_, dpi_, budget_);
    return output::draw_page(document, record, {page_, page.width, page.height, page.png});
  }
  if (document.media_type != "application/pdf")
    throw base::Error("no-pages", source.path +
                                      ": has no pages to draw; see where its values come from with "
                                      "kehoach extract --format explain");
  const read::PagePicture picture = read::draw_pdf_page(source, page_, dpi_, budget_);
  return output::draw_page(document, record, {page_, picture.width, picture.height, picture.png});
}

std::string Extractor::json(const plan::Record& record, std::string_view text) const {
  if (form_ == Form::kSummary) return output::to_line(output::summary_json(record));
  const output::Json json = output::record_json(record, text, generator_);
  return form_ == Form::kPretty ? output::to_pretty(json) : output::to_line(json);
}

Answer Extractor::failure(const base::Source& source, const std::string& code,
                          const std::string& message) const {
  Answer answer{true, false, "", message};
  if (form_ == Form::kExplain)
    answer.bytes = "# " + source.path + "\n! " + code + ": " + message + "\n";
  else if (form_ == Form::kTables)
    answer.bytes = "[]";
  else if (form_ != Form::kText && form_ != Form::kDrawing)
    answer.bytes = json(output::failure_record(source, code, message), "");
  return answer;
}

}  // namespace kehoach::batch
