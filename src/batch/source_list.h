// What the paths on the command line stand for: files as given, folders as the documents in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kehoach::batch {

// Files in the order of `paths`; a folder's files sorted by name, folder by folder. Of a folder,
// hidden entries, what is no regular file, and data beside documents (JSON, gold files, notes) are
// left out, and so are the folders that browsers put beside pages which they save ("NAME_files" for
// NAME.html: pictures, frames and advertisements); links to folders are not followed, so that no
// loop can arise. A path that does not exist stays in the list: reading it will say so.
std::vector<std::string> list_sources(const std::vector<std::string>& paths);

// False for the names of data files that lie beside documents: "x.gold.json", "notes.md".
bool may_be_document(std::string_view name);

}  // namespace kehoach::batch
