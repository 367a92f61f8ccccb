// Scans of nothing: stacks of empty sheets are looked at quickly, and told of once.
#include <gtest/gtest.h>

#include <string>

#include "layout/pdf/pdf_layout.h"
#include "rules/rule_set.h"

namespace kehoach::layout {
namespace {

// Pages of one white image each. The table of objects is left out: it is found again.
std::string blank_scan(int pages) {
  std::string file = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", kids;
  const std::string image =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
      "/BitsPerComponent 8 /Length 1 >>\nstream\n\xFF\nendstream";
  const std::string content = "q 60 0 0 80 0 0 cm /Im Do Q";
  for (int i = 0; i < pages; ++i) {
    kids += std::to_string(5 + i) + " 0 R ";
    file += std::to_string(5 + i) +
            " 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 80] /Contents 4 0 R "
            "/Resources << /XObject << /Im 3 0 R >> >> >>\nendobj\n";
  }
  return file + "2 0 obj\n<< /Type /Pages /Count " + std::to_string(pages) + " /Kids [" + kids +
         "] >>\nendobj\n3 0 obj\n" + image + "\nendobj\n4 0 obj\n<< /Length " +
         std::to_string(content.size()) + " >>\nstream\n" + content +
         "\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";
}

TEST(BlankPages, AThousandAreToldOfOnce) {
  const base::Source file{"blank.pdf", blank_scan(1'000)};
  base::Budget budget;
  int done = 0;
  budget.ocr.page_done = [&] { ++done; };
  const match::Matcher matcher{rules::load()};
  const Document document = layout_pdf(read::read_pdf(file, budget), matcher, budget);
  EXPECT_EQ(done, 1'000);
  std::string told;
  for (const auto& diagnostic : document.diagnostics)
    if (diagnostic.page) told += diagnostic.code + ": " + diagnostic.message + "\n";
  EXPECT_EQ(told, "page-without-text: pages 1-1000 have no text: there is nothing on it\n");
}

}  // namespace
}  // namespace kehoach::layout
