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
constexpr double kLeastCell = 0.5;  // of a line in a narrow cell
constexpr int kFewestPieces = 6;
constexpr double kPiecesAnInch = 6;
constexpr int kFewestTurned = 3;
constexpr double kClearlyMore = 2;
constexpr double kAlike = 0.7;  // of the pieces of one width and height: an ornament's

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

struct Print {
  int lines = 0;
  double length = 0;  // of all of them, inches
};

Print find_lines(const PixPtr& black, double dpi, double least) {
  std::vector<PixelBox> pieces = connected_boxes(black, kMostPieces);
  std::erase_if(pieces, [&](const PixelBox& piece) {
    return piece.height() < kLeastPiece * dpi || piece.height() > kTallPiece * dpi ||
           piece.width() > kLongPiece * dpi;
  });
  const PixPtr letters(pixCreateTemplate(black.get()));
  if (letters == nullptr) return {};
  for (const PixelBox& piece : pieces)
    pixRasterop(letters.get(), piece.x0, piece.y0, piece.width(), piece.height(), PIX_SET, nullptr,
                0, 0);
  const PixPtr joined(pixCloseSafeBrick(nullptr, letters.get(), pixels(kWordGap, dpi), 1));
  if (joined == nullptr) return {};
  Print print;
  for (const PixelBox& line : connected_boxes(joined, kMostPieces)) {
    if (line.width() < least * dpi || line.height() < kLowLine * dpi ||
        line.height() > 1.5 * kTallPiece * dpi)
      continue;
    std::vector<PixelBox> inside;
    for (const PixelBox& piece : pieces)
      if (line.covers(piece)) inside.push_back(piece);
    const auto wanted = std::min(1.0 * kFewestPieces, kPiecesAnInch * line.width() / dpi);
    if (static_cast<double>(inside.size()) < wanted || is_ornament(inside)) continue;
    ++print.lines;
    print.length += line.width() / dpi;
  }
  return print;
}

Print aside(const PixPtr& black, double dpi, double least) {
  const PixPtr turned(pixRotateOrth(black.get(), 1));
  return turned == nullptr ? Print{} : find_lines(turned, dpi, least);
}

}  // namespace

int lines_of_print(const PixPtr& page, double dpi, const std::vector<PixelBox>& known) {
  const PixPtr seen(pixCopy(nullptr, page.get()));
  if (seen == nullptr) return 0;
  for (const PixelBox& box : known) whiten(seen, box);
  const CleanedImage cleaned = clean_image(seen, dpi);
  if (cleaned.gray == nullptr || cleaned.blank) return 0;
  const PixPtr black(pixThresholdToBinary(cleaned.gray.get(), kDark));
  if (black == nullptr) return 0;
  return std::max(find_lines(black, dpi, kLeastLine).lines, aside(black, dpi, kLeastLine).lines);
}

bool lies_on_its_side(const PixPtr& cleaned, double dpi) {
  const auto factor = static_cast<float>(std::min(1.0, kPrintDpi / dpi));
  const PixPtr small(pixScaleAreaMap(cleaned.get(), factor, factor));
  const PixPtr black(small ? pixThresholdToBinary(small.get(), kDark) : nullptr);
  if (black == nullptr) return false;
  const Print upright = find_lines(black, dpi * factor, kLeastCell);
  const Print turned = aside(black, dpi * factor, kLeastCell);
  return turned.lines >= kFewestTurned && turned.length > kClearlyMore * upright.length;
}

}  // namespace kehoach::read
