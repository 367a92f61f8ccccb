#include "read/pdf/pdf.h"

#include <algorithm>

#include "read/pdf/doubled_glyphs.h"
#include "read/pdf/poppler_document.h"
#include "read/scan/scan_eyes.h"

namespace kehoach::read {
namespace {

using base::Diagnostic;
using base::Severity;

// A damaged page tree may count pages that are nowhere; each costs a search.
constexpr int kMostMissingPages = 100;

Diagnostic page_diagnostic(std::string code, int page, std::string message) {
  return {std::move(code), Severity::kWarning, std::move(message), page, {}};
}

void say_cut_page(PdfPage& page, const std::string& why) {
  page.diagnostics.push_back(
      page_diagnostic("page-cut", page.number,
                      "page " + std::to_string(page.number) + " was not read to its end: " + why +
                          "; what stands before is read, look at the page itself for the rest"));
}

void say_unread(Pdf& pdf, int from, const std::string& why) {
  pdf.diagnostics.push_back(
      page_diagnostic("pages-cut", from,
                      "pages " + std::to_string(from) + " to " + std::to_string(pdf.page_count) +
                          " were not read: " + why + "; split the file to have them read"));
}

void say_missing(Pdf& pdf, int count, int first) {
  if (count == 0) return;
  pdf.diagnostics.push_back(
      page_diagnostic("page-missing", first,
                      std::to_string(count) +
                          " of the pages that the PDF counts cannot be read, the first is page " +
                          std::to_string(first) +
                          "; the file is damaged, get it again from where it was published"));
}

// Up to the page that the file counts, or farther if its count is short.
void read_pages(Pdf& pdf, PopplerDocument& document, const base::Budget& budget) {
  const int most = static_cast<int>(std::min<std::size_t>(budget.max_pages, 1'000'000));
  std::size_t glyphs_left = budget.max_glyphs;
  int missing = 0, first_missing = 0, number = 1;
  for (; number <= most && missing < kMostMissingPages; ++number) {
    PopplerDocument::ReadPage read = document.read_page(number, glyphs_left);
    if (!read.found && number > pdf.page_count) break;
    pdf.page_count = std::max(pdf.page_count, number);
    if (!read.found) {
      if (missing++ == 0) first_missing = number;
      continue;
    }
    glyphs_left -= std::min(glyphs_left, read.glyphs);
    if (!read.stopped.empty()) say_cut_page(read.page, read.stopped);
    drop_doubled_glyphs(read.page);
    pdf.pages.push_back(std::move(read.page));
    if (glyphs_left == 0) break;
  }
  say_missing(pdf, missing, first_missing);
  if (glyphs_left == 0 && number < pdf.page_count)
    say_unread(pdf, number + 1, "the pages before hold all the text that can be kept");
  if (number > most && most < pdf.page_count)
    say_unread(pdf, most + 1, "the file has more pages than are read");
}

void read_signatures(Pdf& pdf, const PopplerDocument& document, const std::string& bytes) {
  for (const PopplerDocument::SignatureRecord& record : document.signatures()) {
    CheckedSignature checked = check_signature(bytes, record.facts);
    pdf.signatures.push_back({std::move(checked.signer), std::move(checked.time), checked.valid,
                              record.page, record.box});
  }
}

void say_complaints(Pdf& pdf, const PopplerDocument& document) {
  if (document.complaints() == 0) return;
  pdf.diagnostics.push_back({"pdf-damaged",
                             Severity::kInfo,
                             "the PDF has faults that were worked around (" +
                                 std::to_string(document.complaints()) +
                                 "), the first: " + document.first_complaint() +
                                 "; compare with the pages if something is missing",
                             {},
                             {}});
}

}  // namespace

Pdf read_pdf(const base::Source& source, const base::Budget& budget) {
  PopplerDocument document(source, budget);
  Pdf pdf;
  pdf.page_count = document.page_count();
  pdf.title = document.info("Title");
  pdf.producer = document.info("Producer");
  pdf.creator = document.info("Creator");
  read_pages(pdf, document, budget);
  read_signatures(pdf, document, source.bytes);
  if (document.form_dropped())
    pdf.diagnostics.push_back(
        {"form-dropped",
         Severity::kWarning,
         "the form fields of the PDF lead into each other without end and were left out; if "
         "something was filled in, print the file to a new PDF and read that",
         {},
         {}});
  say_complaints(pdf, document);
  pdf.eyes = make_eyes(pdf_page_images(source, budget, pdf.pages), budget.ocr);
  return pdf;
}

}  // namespace kehoach::read
