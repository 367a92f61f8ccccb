#include "batch/readers.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "batch/file_kinds.h"
#include "layout/pdf/pdf_layout.h"
#include "layout/text/text_layout.h"
#include "layout/web/web_layout.h"
#include "read/html/markup.h"
#include "read/html/markup_recognition.h"
#include "read/pdf/pdf.h"
#include "read/scan/image_file.h"
#include "read/text.h"

namespace kehoach::batch {
namespace {

using View = std::string_view;

layout::Document read_plain_text(const base::Source& source, const match::Matcher& matcher,
                                 const base::Budget& budget) {
  return layout::layout_text(read::read_text(source, budget), matcher, budget);
}

layout::Document read_web_page(const base::Source& source, const match::Matcher& matcher,
                               const base::Budget& budget) {
  return layout::layout_web(read::read_html(source, budget), matcher, budget);
}

layout::Document read_pdf_file(const base::Source& source, const match::Matcher& matcher,
                               const base::Budget& budget) {
  return layout::layout_pdf(read::read_pdf(source, budget), matcher, budget);
}

layout::Document read_image(const base::Source& source, const match::Matcher& matcher,
                            const base::Budget& budget) {
  auto document = layout::layout_pdf(read::read_image_file(source, budget), matcher, budget);
  document.media_type = reader_for(source.bytes).media_type;
  return document;
}

constexpr std::array kReaders = {
    Reader{"application/pdf", "a PDF", is_pdf, read_pdf_file},
    Reader{"application/zip", "an office file or archive (zip)", is_zip, nullptr},
    Reader{"application/x-ole-storage", "an old office file", is_ole, nullptr},
    Reader{"application/rtf", "an RTF file", is_rtf, nullptr},
    Reader{"image/png", "an image (PNG, JPEG, TIFF)", is_png, read_image},
    Reader{"image/jpeg", "", is_jpeg, read_image},
    Reader{"image/tiff", "", is_tiff, read_image},
    Reader{"application/gzip", "a compressed file", is_gzip, nullptr},
    Reader{"application/json", "JSON data, perhaps the answer of a server that had no page",
           is_json, nullptr},
    Reader{"text/html", "a web page", read::is_web_page, read_web_page},
    Reader{"text/plain", "plain text (UTF-8 or UTF-16)", is_anything, read_plain_text},
};

std::string supported() {
  std::string out;
  for (const Reader& reader : kReaders) {
    if (reader.read == nullptr || reader.name.empty()) continue;
    if (!out.empty()) out += ", ";
    out += reader.name;
  }
  return out;
}

[[noreturn]] void refuse(const base::Source& source, View what) {
  throw base::Error("unsupported", source.path + ": is " + std::string(what) +
                                       ", which kehoach cannot read; it reads " + supported());
}

}  // namespace

const Reader& reader_for(View bytes) {
  return *std::find_if(kReaders.begin(), kReaders.end(),
                       [&](const Reader& reader) { return reader.recognises(bytes); });
}

layout::Document read_document(const base::Source& source, const match::Matcher& matcher,
                               const base::Budget& budget, RecognisedPages* keep) {
  const Reader& reader = reader_for(source.bytes);
  if (reader.read == nullptr) refuse(source, reader.name);
  try {
    const bool image = reader.read == read_image;
    if (keep != nullptr && (image || reader.read == read_pdf_file)) {
      read::Pdf pdf =
          image ? read::read_image_file(source, budget) : read::read_pdf(source, budget);
      keep_recognised(pdf, *keep);
      auto document = layout::layout_pdf(pdf, matcher, budget);
      document.media_type = reader.media_type;
      return document;
    }
    return reader.read(source, matcher, budget);
  } catch (const base::Error& error) {
    if (error.code() == "binary") refuse(source, "binary data of an unknown kind");
    throw;
  }
}

}  // namespace kehoach::batch
