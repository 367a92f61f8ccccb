#include "batch/readers.h"

#include <algorithm>
#include <array>

#include "base/error.h"
#include "layout/text_layout.h"
#include "read/text.h"

namespace kehoach::batch {
namespace {

using View = std::string_view;

bool is_pdf(View bytes) { return bytes.substr(0, 1024).find("%PDF-") != View::npos; }
bool is_zip(View bytes) { return bytes.starts_with(View("PK\x03\x04", 4)); }
bool is_ole(View bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }
bool is_rtf(View bytes) { return bytes.starts_with("{\\rtf"); }
bool is_png(View bytes) { return bytes.starts_with("\x89PNG\r\n"); }
bool is_jpeg(View bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }
bool is_tiff(View bytes) {
  return bytes.starts_with(View("II*\0", 4)) || bytes.starts_with(View("MM\0*", 4));
}
bool is_gzip(View bytes) { return bytes.starts_with("\x1F\x8B"); }

bool is_html(View bytes) {
  std::string head(bytes.substr(0, 512));
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  head.erase(0, head.find_first_not_of(" \t\r\n"));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return head.starts_with("<!doctype html") || head.starts_with("<html");
}

bool is_anything(View) { return true; }

layout::Document read_plain_text(const base::Source& source, const match::Matcher& matcher,
                                 const base::Budget& budget) {
  return layout::layout_text(read::read_text(source, budget), matcher, budget);
}

constexpr std::array kReaders = {
    Reader{"application/pdf", "a PDF", is_pdf, nullptr},
    Reader{"text/html", "a web page", is_html, nullptr},
    Reader{"application/zip", "an office file or archive (zip)", is_zip, nullptr},
    Reader{"application/x-ole-storage", "an old office file", is_ole, nullptr},
    Reader{"application/rtf", "an RTF file", is_rtf, nullptr},
    Reader{"image/png", "an image", is_png, nullptr},
    Reader{"image/jpeg", "an image", is_jpeg, nullptr},
    Reader{"image/tiff", "an image", is_tiff, nullptr},
    Reader{"application/gzip", "a compressed file", is_gzip, nullptr},
    Reader{"text/plain", "plain text (UTF-8 or UTF-16)", is_anything, read_plain_text},
};

std::string supported() {
  std::string out;
  for (const Reader& reader : kReaders) {
    if (reader.read == nullptr) continue;
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
                               const base::Budget& budget) {
  const Reader& reader = reader_for(source.bytes);
  if (reader.read == nullptr) refuse(source, reader.name);
  try {
    return reader.read(source, matcher, budget);
  } catch (const base::Error& error) {
    if (error.code() == "binary") refuse(source, "binary data of an unknown kind");
    throw;
  }
}

}  // namespace kehoach::batch
