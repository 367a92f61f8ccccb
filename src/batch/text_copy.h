// A source → its copy with the recognised words as text, or why there is none.
#pragma once

#include <string>

#include "base/budget.h"
#include "base/source.h"
#include "batch/answer.h"
#include "batch/recognised_pages.h"
#include "layout/document.h"

namespace kehoach::batch {

TextCopy make_text_copy(const base::Source& source, const std::string& sha256,
                        const layout::Document& document, const RecognisedPages& recognised,
                        const base::Budget& budget, const std::string& tool);

}  // namespace kehoach::batch
