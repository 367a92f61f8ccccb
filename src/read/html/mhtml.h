// A page saved with all its parts in one file (.mhtml, .mht), as Chromium, Internet Explorer and
// Word write it: a MIME message whose first HTML part, or the one it calls `start`, is the page.
#pragma once

#include <string>
#include <string_view>

namespace kehoach::read {

// By its headers: a MIME message that is HTML or of several parts.
bool is_mhtml(std::string_view bytes);

struct MhtmlPage {
  std::string bytes;       // of the page, transfer encoding undone
  std::string charset;     // as the part's header declares, or empty
  std::string media_type;  // of the whole file: "multipart/related"
  std::string url;         // Content-Location, if it is an address of the web
};

// Throws base::Error "broken" if no part is HTML; `path` is for its message. Linear.
MhtmlPage read_mhtml(std::string_view bytes, const std::string& path);

}  // namespace kehoach::read
