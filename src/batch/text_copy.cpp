#include "batch/text_copy.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/error.h"
#include "output/scan_copy/scan_copy.h"
#include "read/pdf/turn.h"

namespace kehoach::batch {
namespace {

// Pages of which the document's text was taken from what was recognised.
std::set<int> pages_off_images(const layout::Document& document) {
  std::set<int> pages;
  for (const auto& text : document.places)
    if (text.confidence < 1) pages.insert(text.page);
  return pages;
}

output::LayerPage layer_page(const read::ScanPage& scan, const read::PdfPage& page) {
  output::LayerPage layer{page.number, page.width, page.height, page.rotation, {}};
  const auto on_page = [&](double x, double y) -> output::PagePoint {
    const auto point = read::turned({x, y}, scan.angle);
    return {point.x, point.y};
  };
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const auto& word = scan.words[i];
    const bool more = i + 1 < scan.words.size() && scan.words[i + 1].line == word.line;
    layer.words.push_back({word.text, on_page(word.box.x0, word.baseline),
                           on_page(word.box.x1, word.baseline), word.size, more});
  }
  return layer;
}

std::vector<output::LayerPage> layer_pages(const layout::Document& document,
                                           const RecognisedPages& recognised) {
  const auto used = pages_off_images(document);
  std::vector<output::LayerPage> layers;
  for (const auto& scan : recognised.scans) {
    if (used.count(scan.number) == 0) continue;
    const auto page = std::find_if(recognised.pages.begin(), recognised.pages.end(),
                                   [&](const auto& known) { return known.number == scan.number; });
    if (page != recognised.pages.end()) layers.push_back(layer_page(scan, *page));
  }
  return layers;
}

}  // namespace

TextCopy make_text_copy(const base::Source& source, const layout::Document& document,
                        const RecognisedPages& recognised, const std::string& tool) {
  TextCopy copy;
  if (document.media_type != "application/pdf") {
    copy.why_none = source.path + ": no copy with its text was made: it is no PDF";
    return copy;
  }
  const auto layers = layer_pages(document, recognised);
  if (layers.empty()) {
    copy.why_none = source.path +
                    ": no copy with its text was made: no page of it was read off its image; "
                    "--ocr always has all of them read so";
    return copy;
  }
  try {
    copy.bytes = output::copy_with_text(source, layers, tool);
  } catch (const base::Error& error) {
    copy.failed = true;
    copy.why_none = error.what();
  }
  return copy;
}

}  // namespace kehoach::batch
