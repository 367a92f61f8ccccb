#include "layout/pdf/drawn_numbers.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace kehoach::layout {
namespace {

constexpr double kTallest = 60, kWidest = 150;  // points: larger images are seals or pages
constexpr double kReach = 6;                    // points above and below the line

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A number has no serial before its symbol; a date has one number only, its year.
bool is_blank(const Block& block, std::string_view text) {
  if (block.kind == BlockKind::kNumber)
    return std::none_of(
        text.begin(),
        text.begin() + static_cast<std::ptrdiff_t>(std::min(text.find('/'), text.size())),
        is_digit);
  std::size_t numbers = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    numbers += is_digit(text[i]) && (i == 0 || !is_digit(text[i - 1]));
  return block.kind == BlockKind::kPlaceDate && numbers <= 2;
}

std::optional<base::Box> image_in(const read::PdfPage& page, const base::Box& line) {
  for (const auto& image : page.images) {
    const auto& box = image.box;
    const double middle = (box.y0 + box.y1) / 2;
    const bool beside = box.x0 > line.x0 && box.x1 < line.x1 + kReach;
    const bool level = middle > line.y0 - kReach && middle < line.y1 + kReach;
    if (beside && level && box.x1 - box.x0 < kWidest && box.y1 - box.y0 < kTallest) return box;
  }
  return std::nullopt;
}

}  // namespace

void report_drawn_numbers(const read::Pdf& pdf, Document& document) {
  for (const auto& block : document.blocks) {
    if (block.part != 0 || !block.page || block.boxes.empty() || block.pieces.empty()) continue;
    const auto& piece = block.pieces.front();
    const auto text = std::string_view(document.content).substr(piece.begin, piece.size());
    if (!is_blank(block, text)) continue;
    const auto page = std::find_if(pdf.pages.begin(), pdf.pages.end(),
                                   [&](const auto& p) { return p.number == *block.page; });
    if (page == pdf.pages.end()) continue;
    const auto box = image_in(*page, block.boxes.front());
    if (!box) continue;
    const bool number = block.kind == BlockKind::kNumber;
    document.diagnostics.push_back(
        {"handwritten", base::Severity::kWarning,
         std::string(number ? "the document's number" : "the day of the date line") +
             " is a picture, written by hand or stamped; it stays empty: look at the page",
         block.page, box});
  }
}

}  // namespace kehoach::layout
