#include "batch/recognised_pages.h"

#include <utility>

namespace kehoach::batch {
namespace {

class KeepingEyes : public read::PageEyes {
 public:
  KeepingEyes(std::shared_ptr<const read::PageEyes> eyes, RecognisedPages& into)
      : eyes_(std::move(eyes)), into_(into) {}

  std::optional<int> lines_of_print(int page, const std::vector<base::Box>& known) const override {
    return eyes_->lines_of_print(page, known);
  }
  std::vector<read::ScanPage> recognise(const std::vector<int>& pages) const override {
    auto scans = eyes_->recognise(pages);
    for (const auto& scan : scans)
      if (scan.recognised && !scan.words.empty()) into_.scans.push_back(scan);
    return scans;
  }
  read::ScanPage look(int page, const base::Box& box, double angle,
                      const read::ZoneLook& how) const override {
    return eyes_->look(page, box, angle, how);
  }
  std::vector<read::InkBlob> ink(int page, const base::Box& box, double angle) const override {
    return eyes_->ink(page, box, angle);
  }

 private:
  std::shared_ptr<const read::PageEyes> eyes_;
  RecognisedPages& into_;
};

}  // namespace

void keep_recognised(read::Pdf& pdf, RecognisedPages& into) {
  for (const auto& page : pdf.pages) {
    read::PdfPage& kept = into.pages.emplace_back();
    kept.number = page.number;
    kept.width = page.width;
    kept.height = page.height;
    kept.rotation = page.rotation;
  }
  if (pdf.eyes != nullptr) pdf.eyes = std::make_shared<KeepingEyes>(pdf.eyes, into);
}

}  // namespace kehoach::batch
