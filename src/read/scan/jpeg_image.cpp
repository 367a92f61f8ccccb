#include "read/scan/jpeg_image.h"

#include <csetjmp>
#include <cstdio>
// After <cstdio>, which it needs.
#include <jpeglib.h>

#include "read/scan/tiff_directory.h"

namespace kehoach::read {
namespace {

constexpr double kCentimetres = 2.54;
constexpr int kExif = JPEG_APP0 + 1;
constexpr int kMostScans = 100;  // of a progressive image: programs write ten

struct Errors {
  jpeg_error_mgr manager;  // first: libjpeg hands its address around
  jpeg_progress_mgr progress;
  std::jmp_buf out;
  char first[JMSG_LENGTH_MAX];
};

[[noreturn]] void leave(j_common_ptr info) {
  std::longjmp(reinterpret_cast<Errors*>(info->err)->out, 1);
}

void keep_silent(j_common_ptr) {}

void keep_first(j_common_ptr info, int level) {
  auto* errors = reinterpret_cast<Errors*>(info->err);
  if (level >= 0) return;  // no warning
  if (errors->manager.num_warnings++ == 0) errors->manager.format_message(info, errors->first);
}

// Every scan goes over the whole image, and takes fifty bytes of the file: there may be a million.
void stop_at_most_scans(j_common_ptr info) {
  if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > kMostScans) leave(info);
}

void set_up(jpeg_decompress_struct& info, Errors& errors) {
  info.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = leave;
  errors.manager.output_message = keep_silent;
  errors.manager.emit_message = keep_first;
  errors.progress.progress_monitor = stop_at_most_scans;
}

void take_exif(const jpeg_decompress_struct& info, ImageHeader& header) {
  constexpr std::string_view kBegin("Exif\0\0", 6);
  for (const auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
    const std::string_view data(reinterpret_cast<const char*>(marker->data), marker->data_length);
    if (marker->marker != kExif || !data.starts_with(kBegin)) continue;
    const TiffBytes exif(data.substr(kBegin.size()));
    const auto directory = exif.first() == 0 ? std::nullopt : exif.read(exif.first());
    if (!directory) return;
    header.orientation = directory->orientation;
    if (header.x_dpi > 0) return;
    header.x_dpi = directory->x_dpi;
    header.y_dpi = directory->y_dpi;
    return;
  }
}

void start(jpeg_decompress_struct& info, std::string_view bytes) {
  jpeg_create_decompress(&info);
  info.progress = &reinterpret_cast<Errors*>(info.err)->progress;
  jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  jpeg_save_markers(&info, kExif, 0xFFFF);
  jpeg_read_header(&info, TRUE);
}

// CMYK as Adobe's programs store it: 255 is no ink.
l_uint32 rgb_of(const JSAMPLE* cmyk, bool inverted) {
  l_uint32 pixel = 0;
  for (int i = 0; i < 3; ++i) {
    const unsigned ink = inverted ? cmyk[i] : 255U - cmyk[i];
    const unsigned black = inverted ? cmyk[3] : 255U - cmyk[3];
    pixel |= (ink * black / 255U) << (24U - 8U * static_cast<unsigned>(i));
  }
  return pixel;
}

void copy_row(const jpeg_decompress_struct& info, const JSAMPLE* from, l_uint32* row) {
  const int width = static_cast<int>(info.output_width);
  for (int x = 0; x < width; ++x) {
    if (info.output_components == 1)
      SET_DATA_BYTE(row, x, from[x]);
    else if (info.output_components == 4)
      row[x] = rgb_of(from + 4 * x, info.saw_Adobe_marker != 0);
    else
      row[x] = rgb_pixel(from + 3 * x);
  }
}

J_COLOR_SPACE colours_of(const jpeg_decompress_struct& info) {
  if (info.num_components == 1) return JCS_GRAYSCALE;
  return info.num_components == 4 ? JCS_CMYK : JCS_RGB;
}

// Nothing here may need a destructor: libjpeg leaves by longjmp.
void read_rows(jpeg_decompress_struct& info, std::string_view bytes, PIX*& pix) {
  start(info, bytes);
  info.out_color_space = colours_of(info);
  jpeg_start_decompress(&info);
  const int width = static_cast<int>(info.output_width);
  const int height = static_cast<int>(info.output_height);
  pix = pixCreate(width, height, info.output_components == 1 ? 8 : 32);
  if (pix == nullptr) return;
  pixSetAll(pix);  // what is missing is paper
  JSAMPARRAY line = (*info.mem->alloc_sarray)(
      reinterpret_cast<j_common_ptr>(&info), JPOOL_IMAGE,
      info.output_width * static_cast<JDIMENSION>(info.output_components), 1);
  while (info.output_scanline < info.output_height) {
    const int y = static_cast<int>(info.output_scanline);
    jpeg_read_scanlines(&info, line, 1);
    copy_row(info, line[0], pixGetData(pix) + std::ptrdiff_t{y} * pixGetWpl(pix));
  }
}

}  // namespace

std::vector<ImageHeader> jpeg_header(std::string_view bytes) {
  jpeg_decompress_struct info{};
  Errors errors{};
  ImageHeader header;
  set_up(info, errors);
  const bool sound = setjmp(errors.out) == 0;
  if (sound) {
    start(info, bytes);
    header.width = static_cast<int>(info.image_width);
    header.height = static_cast<int>(info.image_height);
    header.components = info.num_components;
    header.bytes_a_pixel = (info.num_components == 1 ? 1 : 4) +
                           (jpeg_has_multiple_scans(&info) ? 2.0 * info.num_components : 0);
    const double unit = info.density_unit == 2 ? kCentimetres : info.density_unit == 1 ? 1 : 0;
    header.x_dpi = unit * info.X_density;
    header.y_dpi = unit * info.Y_density;
    take_exif(info, header);
  }
  jpeg_destroy_decompress(&info);
  if (!sound) return {};
  return {header};
}

PixPtr decode_jpeg(std::string_view bytes, std::string& damage) {
  jpeg_decompress_struct info{};
  Errors errors{};
  PIX* volatile kept = nullptr;
  set_up(info, errors);
  PIX* pix = nullptr;
  PIX** const where = &pix;
  const bool sound = setjmp(errors.out) == 0;
  if (sound) read_rows(info, bytes, *where);
  kept = *where;
  if (!sound && kept != nullptr)
    errors.manager.format_message(reinterpret_cast<j_common_ptr>(&info), errors.first);
  jpeg_destroy_decompress(&info);
  damage = errors.first;
  return PixPtr(kept);
}

}  // namespace kehoach::read
