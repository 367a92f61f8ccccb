#include "batch/text_copy.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "base/error.h"
#include "layout/web/content_places.h"
#include "output/scan_copy/image_pdf.h"
#include "output/scan_copy/scan_copy.h"
#include "read/pdf/turn.h"
#include "read/scan/image_copy.h"

namespace kehoach::batch {
namespace {

// Pages of which the document's text was taken from what was recognised.
std::set<int> pages_off_images(const layout::Document& document) {
  std::set<int> pages;
  for (const auto& text : document.places)
    if (text.confidence < 1) pages.insert(text.page);
  return pages;
}

// What the document says where a word was read, which may have been put right since.
class ReadWords {
 public:
  explicit ReadWords(const layout::Document& document)
      : content_(document.content), in_content_(document.content, document.edits) {
    for (const auto& place : document.places) places_[place.page].push_back(&place);
    for (auto& [page, places] : places_)
      std::sort(places.begin(), places.end(),
                [](const auto* a, const auto* b) { return a->box.x0 < b->box.x0; });
  }

  // `box`: on the page.
  std::string at(int page, const base::Box& box, const std::string& read) const {
    constexpr double kSame = 0.5;  // points
    const auto found = places_.find(page);
    if (found == places_.end()) return read;
    const auto& places = found->second;
    auto place = std::lower_bound(places.begin(), places.end(), box.x0 - kSame,
                                  [](const auto* p, double x) { return p->box.x0 < x; });
    for (; place != places.end() && (*place)->box.x0 <= box.x0 + kSame; ++place) {
      const auto& known = (*place)->box;
      if (std::abs(known.x1 - box.x1) > kSame || std::abs(known.y0 - box.y0) > kSame ||
          std::abs(known.y1 - box.y1) > kSame)
        continue;
      const std::string said = text_of((*place)->span);
      return said.empty() ? read : said;
    }
    return read;
  }

 private:
  std::string text_of(base::SourceSpan span) const {
    const base::ContentSpan place = in_content_.of(span);
    return place.begin < place.end ? content_.substr(place.begin, place.end - place.begin) : "";
  }

  const std::string& content_;
  layout::ContentPlaces in_content_;
  std::map<int, std::vector<const layout::PlacedText*>> places_;
};

output::LayerPage layer_page(const read::ScanPage& scan, const read::PdfPage& page,
                             const ReadWords& known) {
  output::LayerPage layer{page.number, page.width, page.height, page.rotation, {}};
  const auto on_page = [&](double x, double y) -> output::PagePoint {
    const auto point = read::turned({x, y}, scan.angle);
    return {point.x, point.y};
  };
  for (std::size_t i = 0; i < scan.words.size(); ++i) {
    const auto& word = scan.words[i];
    const bool more = i + 1 < scan.words.size() && scan.words[i + 1].line == word.line;
    const auto box = scan.angle == 0 ? word.box : read::turned_box(word.box, scan.angle);
    layer.words.push_back({known.at(page.number, box, word.text),
                           on_page(word.box.x0, word.baseline), on_page(word.box.x1, word.baseline),
                           word.size, more});
  }
  return layer;
}

std::vector<output::LayerPage> layer_pages(const layout::Document& document,
                                           const RecognisedPages& recognised) {
  const auto used = pages_off_images(document);
  const ReadWords known(document);
  std::vector<output::LayerPage> layers;
  for (const auto& scan : recognised.scans) {
    if (used.count(scan.number) == 0) continue;
    const auto page = std::find_if(recognised.pages.begin(), recognised.pages.end(),
                                   [&](const auto& other) { return other.number == scan.number; });
    if (page != recognised.pages.end()) layers.push_back(layer_page(scan, *page, known));
  }
  return layers;
}

// A PDF of the pages of an image file.
std::string pdf_of_images(const base::Source& source, const RecognisedPages& recognised,
                          const base::Budget& budget) {
  const read::ImageCopies pages(source, budget);
  std::vector<output::ImageOfPage> images;
  for (const auto& page : recognised.pages) {
    read::PageCopy copy = pages.copy(page.number);
    if (copy.columns == 0)
      throw base::Error("no-copy", source.path +
                                       ": no copy with its text can be made: the image of page " +
                                       std::to_string(page.number) + " cannot be decoded");
    images.push_back({page.width, page.height, copy.columns, copy.rows, copy.components, copy.jpeg,
                      std::move(copy.bytes)});
  }
  return output::images_as_pdf(images);
}

}  // namespace

TextCopy make_text_copy(const base::Source& source, const std::string& sha256,
                        const layout::Document& document, const RecognisedPages& recognised,
                        const base::Budget& budget, const std::string& tool) {
  TextCopy copy;
  const bool image = document.media_type.starts_with("image/");
  if (!image && document.media_type != "application/pdf") {
    copy.why_none =
        source.path + ": no copy with its text was made: it is neither a PDF nor an image";
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
    if (image) {
      const base::Source pdf{source.path, pdf_of_images(source, recognised, budget)};
      copy.bytes = output::copy_with_text(pdf, layers, tool, sha256);
    } else {
      copy.bytes = output::copy_with_text(source, layers, tool, sha256);
    }
  } catch (const base::Error& error) {
    copy.failed = true;
    copy.why_none = error.what();
  }
  return copy;
}

}  // namespace kehoach::batch
