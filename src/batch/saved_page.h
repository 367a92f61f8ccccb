// What a browser leaves beside a page that it saves, and what people put there: a folder
// NAME_files for NAME.html, and the files that the page links to.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "plan/record.h"

namespace kehoach::batch {

// Is `folder` that of a saved page? `files`: the names that stand beside it.
bool is_page_folder(const std::string& folder, const std::set<std::string>& files);

// Sets the path of each attachment whose file lies beside the page at `page` or in its folder,
// under the name that the link or its label gives it.
void find_local_files(const std::string& page, std::vector<plan::Attachment>& attachments);

}  // namespace kehoach::batch
