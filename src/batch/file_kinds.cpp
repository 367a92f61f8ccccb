#include "batch/file_kinds.h"

#include <algorithm>

namespace kehoach::batch {
namespace {

using View = std::string_view;

void skip_space(View& bytes) {
  bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
}

}  // namespace

bool is_pdf(View bytes) { return bytes.substr(0, 1024).find("%PDF-") != View::npos; }
bool is_zip(View bytes) { return bytes.starts_with(View("PK\x03\x04", 4)); }
bool is_ole(View bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }
bool is_rtf(View bytes) { return bytes.starts_with("{\\rtf"); }
bool is_png(View bytes) { return bytes.starts_with("\x89PNG\r\n"); }
bool is_jpeg(View bytes) { return bytes.starts_with("\xFF\xD8\xFF"); }
bool is_tiff(View bytes) {
  const View start = bytes.substr(0, 4);
  const bool big = start == View("II+\0", 4) || start == View("MM\0+", 4);  // BigTIFF
  return big || start == View("II*\0", 4) || start == View("MM\0*", 4);
}
bool is_gzip(View bytes) { return bytes.starts_with("\x1F\x8B"); }

bool is_json(View bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  skip_space(bytes);
  if (bytes.starts_with('[')) {
    bytes.remove_prefix(1);
    skip_space(bytes);
  }
  if (!bytes.starts_with('{')) return false;
  bytes.remove_prefix(1);
  skip_space(bytes);
  return bytes.starts_with('"') || bytes.starts_with('}');
}

bool is_anything(View) { return true; }

}  // namespace kehoach::batch
