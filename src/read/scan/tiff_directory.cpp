#include "read/scan/tiff_directory.h"

#include <limits>
#include <set>

namespace kehoach::read {
namespace {

constexpr std::size_t kEntry = 12;
constexpr std::size_t kMostEntries = 1'000;  // of a directory: scanners write twenty
constexpr std::uint32_t kShort = 3, kLong = 4;
constexpr double kCentimetres = 2.54;

enum Tag : std::uint32_t {
  kSubfileType = 254,
  kWidth = 256,
  kHeight = 257,
  kPhotometric = 262,
  kOrientation = 274,
  kSamples = 277,
  kXResolution = 282,
  kYResolution = 283,
  kResolutionUnit = 296,
};

int whole(std::uint32_t number) {
  return number > std::numeric_limits<int>::max() ? 0 : static_cast<int>(number);
}

}  // namespace

TiffBytes::TiffBytes(std::string_view bytes) : bytes_(bytes), big_(bytes.starts_with("MM")) {}

std::uint32_t TiffBytes::number(std::size_t at, int size) const {
  if (at > bytes_.size() || bytes_.size() - at < static_cast<std::size_t>(size)) return 0;
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) {
    const auto from = at + static_cast<std::size_t>(big_ ? i : size - 1 - i);
    value = (value << 8U) | static_cast<unsigned char>(bytes_[from]);
  }
  return value;
}

double TiffBytes::ratio(std::size_t at) const {
  const double above = number(at, 4), below = number(at + 4, 4);
  return below > 0 ? above / below : 0;
}

std::uint32_t TiffBytes::first() const {
  const bool tiff = bytes_.starts_with("II") || bytes_.starts_with("MM");
  return tiff && number(2, 2) == 42 ? number(4, 4) : 0;
}

std::optional<TiffDirectory> TiffBytes::read(std::uint32_t offset) const {
  constexpr std::uint32_t kPerCentimetre = 3, kPaletteColours = 3;
  const std::size_t count = number(offset, 2), end = offset + 2 + kEntry * count;
  if (count == 0 || count > kMostEntries || end > bytes_.size()) return {};
  TiffDirectory found;
  found.offset = offset;
  found.next = number(end, 4);
  double unit = 1;
  std::set<std::uint32_t> seen;  // of a tag that comes twice libtiff takes the first
  for (std::size_t at = offset + 2; at < end; at += kEntry) {
    const std::uint32_t tag = number(at, 2), type = number(at + 2, 2);
    if (!seen.insert(tag).second) continue;
    const bool in_place = type == kShort || type == kLong;  // others stand elsewhere in the file
    const std::uint32_t value = number(at + 8, type == kShort ? 2 : 4);
    switch (tag) {
      case kSubfileType:
        found.reduced = (value & 1U) != 0;
        break;
      case kWidth:
        found.width = in_place ? whole(value) : 0;
        break;
      case kHeight:
        found.height = in_place ? whole(value) : 0;
        break;
      case kPhotometric:
        found.palette = value == kPaletteColours;
        break;
      case kOrientation:
        found.orientation = value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        found.orientation_at = at + 8 + (big_ ? 1U : 0U);
        break;
      case kSamples:
        found.samples = whole(value);
        break;
      case kXResolution:
        found.x_dpi = ratio(value);
        break;
      case kYResolution:
        found.y_dpi = ratio(value);
        break;
      case kResolutionUnit:
        unit = value == kPerCentimetre ? kCentimetres : 1;
        break;
      default:
        break;
    }
  }
  found.x_dpi *= unit;
  found.y_dpi *= unit;
  return found;
}

}  // namespace kehoach::read
