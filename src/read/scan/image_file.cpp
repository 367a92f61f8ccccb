#include "read/scan/image_file.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>

#include "base/error.h"
#include "read/scan/image_sheets.h"
#include "read/scan/scan_eyes.h"

namespace kehoach::read {
namespace {

class ImagePages : public PageImages {
 public:
  explicit ImagePages(std::shared_ptr<const ImageSheets> sheets) : sheets_(std::move(sheets)) {}

  Drawn draw(int number, double dpi) override { return sheets_->draw(number, dpi); }

 private:
  std::shared_ptr<const ImageSheets> sheets_;
};

PdfPage page_of(const Sheet& sheet, int number) {
  PdfPage page;
  page.number = number;
  page.width = sheet.paper_width;
  page.height = sheet.paper_height;
  PageImage image;
  image.box = {0, 0, page.width, page.height};
  image.width = sheet.width;
  image.height = sheet.height;
  page.images.push_back(image);
  return page;
}

[[noreturn]] void refuse(const base::Source& source) {
  throw base::Error("broken",
                    source.path +
                        ": no page can be read from the image, it is broken; get the file "
                        "again from where it was published");
}

}  // namespace

Pdf read_image_file(const base::Source& source, const base::Budget& budget) {
  const auto sheets = std::make_shared<const ImageSheets>(source, budget.ocr, budget.max_pages + 1);
  if (sheets->size() == 0) refuse(source);
  const std::size_t count = std::min(sheets->size(), budget.max_pages);
  Pdf pdf;
  pdf.page_count = static_cast<int>(sheets->size());
  if (count < sheets->size())
    pdf.diagnostics.push_back(
        {"pages-cut",
         base::Severity::kWarning,
         "pages from " + std::to_string(count + 1) +
             " on were not read: the file has more pages than are read; split it to have them read",
         {},
         {}});
  for (int number = 1; number <= static_cast<int>(count); ++number)
    pdf.pages.push_back(page_of(*sheets->page(number), number));
  pdf.eyes = make_eyes([sheets] { return std::make_unique<ImagePages>(sheets); }, budget.ocr);
  return pdf;
}

PagePicture draw_image_page(const base::Source& source, int number, double dpi,
                            const base::Budget& budget) {
  const ImageSheets sheets(source, budget.ocr, budget.max_pages);
  PagePicture picture;
  picture.page_count = static_cast<int>(sheets.size());
  const Sheet* sheet = sheets.page(number);
  if (sheet == nullptr)
    throw base::Error("page-missing", source.path + ": there is no page " + std::to_string(number) +
                                          "; the file has " + std::to_string(picture.page_count));
  picture.width = sheet->paper_width;
  picture.height = sheet->paper_height;
  const auto drawn = sheets.draw(number, dpi);
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  if (drawn.image.pix == nullptr || pixWriteMemPng(&bytes, &size, drawn.image.pix.get(), 0) != 0)
    return picture;
  picture.png.assign(reinterpret_cast<const char*>(bytes), size);
  std::free(bytes);
  return picture;
}

}  // namespace kehoach::read
