#include "read/scan/tiff_directory.h"

#include <set>

#include "read/scan/pix.h"

namespace kehoach::read {
namespace {

constexpr std::size_t kMostEntries = 1'000;  // of a directory: scanners write twenty
constexpr std::uint32_t kByte = 1, kShort = 3, kLong = 4, kLong8 = 16;
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

// How wide its numbers are: of a BigTIFF, and of any other.
struct Widths {
  std::size_t count, entry, values, number;
};
constexpr Widths kClassic{2, 12, 4, 4}, kWide{8, 20, 8, 8};

}  // namespace

TiffBytes::TiffBytes(std::string_view bytes)
    : bytes_(bytes),
      big_endian_(bytes.starts_with("MM")),
      wide_((big_endian_ || bytes.starts_with("II")) && number(2, 2) == 43 && number(4, 2) == 8) {}

std::uint64_t TiffBytes::number(std::size_t at, std::size_t size) const {
  if (at > bytes_.size() || bytes_.size() - at < size) return 0;
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto from = at + (big_endian_ ? i : size - 1 - i);
    value = (value << 8U) | static_cast<unsigned char>(bytes_[from]);
  }
  return value;
}

double TiffBytes::ratio(std::size_t at) const {
  const auto above = static_cast<double>(number(at, 4)),
             below = static_cast<double>(number(at + 4, 4));
  return below > 0 ? above / below : 0;
}

// What stands in the entry itself, or where in the file it stands.
std::uint64_t TiffBytes::value(std::size_t at, std::uint64_t type) const {
  return number(at, size_of(type));
}

std::size_t TiffBytes::size_of(std::uint64_t type) const {
  if (type == kByte) return 1;
  if (type == kShort) return 2;
  return wide_ && type != kLong ? 8 : 4;
}

std::uint64_t TiffBytes::first() const {
  if (wide_) return number(8, 8);
  const bool tiff = bytes_.starts_with("II") || bytes_.starts_with("MM");
  return tiff && number(2, 2) == 42 ? number(4, 4) : 0;
}

std::optional<TiffDirectory> TiffBytes::read(std::uint64_t offset) const {
  constexpr std::uint32_t kPerCentimetre = 3, kPaletteColours = 3;
  const Widths& wide = wide_ ? kWide : kClassic;
  const std::size_t count = number(offset, wide.count);
  if (count == 0 || count > kMostEntries) return {};
  const std::size_t begin = offset + wide.count, end = begin + wide.entry * count;
  if (end > bytes_.size()) return {};
  TiffDirectory found;
  found.offset = offset;
  found.next = number(end, wide.number);
  double unit = 1;
  std::set<std::uint64_t> seen;  // of a tag that comes twice libtiff takes the first
  for (std::size_t at = begin; at < end; at += wide.entry) {
    const std::uint64_t tag = number(at, 2), type = number(at + 2, 2);
    if (!seen.insert(tag).second) continue;
    // Others stand elsewhere in the file; a ratio is as wide as what a BigTIFF holds in place.
    const bool in_place = type == kShort || type == kLong || (wide_ && type == kLong8);
    const std::size_t values = at + 4 + wide.values;
    const std::uint64_t said = value(values, type), ratio_at = wide_ ? values : said;
    switch (tag) {
      case kSubfileType:
        found.reduced = (said & 1U) != 0;
        break;
      case kWidth:
        found.width = in_place ? image_side(said) : 0;
        break;
      case kHeight:
        found.height = in_place ? image_side(said) : 0;
        break;
      case kPhotometric:
        found.palette = said == kPaletteColours;
        break;
      case kOrientation:
        found.orientation = said >= 1 && said <= 8 ? static_cast<int>(said) : 1;
        found.orientation_at = values + (big_endian_ ? size_of(type) - 1 : 0);
        break;
      case kSamples:
        found.samples = image_side(said);
        break;
      case kXResolution:
        found.x_dpi = ratio(ratio_at);
        break;
      case kYResolution:
        found.y_dpi = ratio(ratio_at);
        break;
      case kResolutionUnit:
        unit = said == kPerCentimetre ? kCentimetres : 1;
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
