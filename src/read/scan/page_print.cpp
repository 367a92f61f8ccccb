#include "read/scan/page_print.h"

#include <algorithm>

#include "read/scan/image_cleaning.h"

namespace kehoach::read {
namespace {

constexpr int kDark = 150;
constexpr std::size_t kMostPieces = 30'000;
// Inches. Pieces are letters, or words whose letters touch.
constexpr double kLeastPiece = 0.03, kTallPiece = 0.3, kLongPiece = 1.2;
constexpr double kWordGap = 0.14;
constexpr double kLeastLine = 1.0, kLowLine = 0.06;
constexpr int kFewestPieces = 6;
constexpr double kAlike = 0.7;  // of the pieces of one width and height: an ornament's

void whiten(const PixPtr& pix, const std::vector<PixelBox>& boxes) {
  for (const PixelBox& box : boxes) {
    BOX* part = boxCreate(box.x0, box.y0, box.width(), box.height());
    pixSetInRect(pix.get(), part);
    boxDestroy(&part);
  }
}

// Borders of pages repeat one figure; letters differ.
bool is_ornament(const std::vector<PixelBox>& pieces) {
  for (const PixelBox& like : {pieces.front(), pieces[pieces.size() / 2], pieces.back()}) {
    const auto alike = std::count_if(pieces.begin(), pieces.end(), [&](const PixelBox& piece) {
      return std::abs(piece.width() - like.width()) <= 1 &&
             std::abs(piece.height() - like.height()) <= 1;
    });
    if (static_cast<double>(alike) >= kAlike * static_cast<double>(pieces.size())) return true;
  }
  return false;
}

int count_lines(const PixPtr& black, double dpi) {
  std::vector<PixelBox> pieces = connected_boxes(black, kMostPieces);
  std::erase_if(pieces, [&](const PixelBox& piece) {
    return piece.height() < kLeastPiece * dpi || piece.height() > kTallPiece * dpi ||
           piece.width() > kLongPiece * dpi;
  });
  const PixPtr letters(pixCreateTemplate(black.get()));
  if (letters == nullptr) return 0;
  for (const PixelBox& piece : pieces)
    pixRasterop(letters.get(), piece.x0, piece.y0, piece.width(), piece.height(), PIX_SET, nullptr,
                0, 0);
  const PixPtr joined(pixCloseSafeBrick(nullptr, letters.get(), pixels(kWordGap, dpi), 1));
  if (joined == nullptr) return 0;
  int lines = 0;
  for (const PixelBox& line : connected_boxes(joined, kMostPieces)) {
    if (line.width() < kLeastLine * dpi || line.height() < kLowLine * dpi ||
        line.height() > 1.5 * kTallPiece * dpi)
      continue;
    std::vector<PixelBox> inside;
    for (const PixelBox& piece : pieces)
      if (line.covers(piece)) inside.push_back(piece);
    lines += static_cast<int>(inside.size()) >= kFewestPieces && !is_ornament(inside);
  }
  return lines;
}

}  // namespace

int lines_of_print(const PixPtr& page, double dpi, const std::vector<PixelBox>& known) {
  const PixPtr seen(pixCopy(nullptr, page.get()));
  if (seen == nullptr) return 0;
  whiten(seen, known);
  const CleanedImage cleaned = clean_image(seen, dpi);
  if (cleaned.gray == nullptr || cleaned.blank) return 0;
  const PixPtr black(pixThresholdToBinary(cleaned.gray.get(), kDark));
  if (black == nullptr) return 0;
  const PixPtr aside(pixRotateOrth(black.get(), 1));
  return std::max(count_lines(black, dpi), aside == nullptr ? 0 : count_lines(aside, dpi));
}

}  // namespace kehoach::read
