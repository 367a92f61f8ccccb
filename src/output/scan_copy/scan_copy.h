// A copy of a scanned PDF in which the recognised words can be searched and copied.
//
// Purpose: the one place that writes PDFs. Contract: the images, stamps, links and sizes of the
// pages stay as they are; below each page's print stand its words, unseen. What other machines
// hid there as text is taken out (but not from inside of forms). The copy says that it is one: who
// made it, and the hash of the original, in its properties and its XMP metadata. A signature would
// be broken in it: fields of signatures become the stamps that they look like. The same input gives
// the same bytes, but for a file that is encrypted; its restrictions stay.
// Refused: pages drawn anew as images (larger, and no longer what was scanned).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "output/scan_copy/text_layer.h"

namespace kehoach::output {

struct LayerPage {
  int number = 1;
  double width = 0, height = 0;  // as a reader sees it, points
  int rotation = 0;
  std::vector<LayerWord> words;
};

// `tool`: "kehoach 0.1.0". Throws base::Error "no-copy" where the file's pages cannot be told
// apart for sure, or it cannot be written anew.
// `sha256`: of the file that it is a copy of: the PDF itself, or the image file that it was made
// of.
std::string copy_with_text(const base::Source& source, const std::vector<LayerPage>& pages,
                           const std::string& tool, const std::string& sha256);

}  // namespace kehoach::output
