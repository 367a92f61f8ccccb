// What kind of file bytes are, by their first ones: never by the name of the file.
#pragma once

#include <string_view>

namespace kehoach::batch {

bool is_pdf(std::string_view bytes);
bool is_zip(std::string_view bytes);  // office files too
bool is_ole(std::string_view bytes);  // .doc, .xls
bool is_rtf(std::string_view bytes);
bool is_png(std::string_view bytes);
bool is_jpeg(std::string_view bytes);
bool is_tiff(std::string_view bytes);
bool is_gzip(std::string_view bytes);
// An object, or a list of them: no text begins so.
bool is_json(std::string_view bytes);
bool is_anything(std::string_view bytes);

}  // namespace kehoach::batch
