#include "read/scan/scan_reading.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "read/scan/image_cleaning.h"
#include "read/scan/image_lines.h"
#include "read/scan/ruled_cells.h"
#include "read/scan/word_sizes.h"

namespace kehoach::read {
namespace {

constexpr double kSenseless = 0.6;  // mean confidence: upright print is above it
constexpr double kClear = 0.8;      // … and this can be nothing else
constexpr double kLeastSeconds = 2;
constexpr std::size_t kFewLetters = 20;

void shift(base::Box& box, const Point& by) {
  box = {box.x0 + by.x, box.y0 + by.y, box.x1 + by.x, box.y1 + by.y};
}

class Reader {
 public:
  Reader(Recogniser& recogniser, const base::OcrBudget& budget)
      : recogniser_(recogniser), budget_(budget) {}

  ScanPage read(const ScanImage& drawn) {
    page_ = {};
    line_ = 0;
    page_.recognised = true;
    CleanedImage cleaned = clean_image(drawn.pix, drawn.dpi);
    if (cleaned.gray == nullptr || cleaned.blank) return std::move(page_);
    ScanImage image{std::move(cleaned.gray), drawn.dpi, drawn.angle, drawn.origin};
    if (cleaned.angle != 0) was_turned_back(image, cleaned.angle);
    page_.angle = image.angle;
    page_.dpi = image.dpi;
    for (const PixelBox& seal : cleaned.seals)
      page_.seals.push_back(in_frame(image, seal.x0, seal.y0, seal.x1, seal.y1));
    read_cells(image);
    add(image, recogniser_.read(image.pix, image.dpi, PageShape::kPage, budget_.page_seconds));
    set_sizes(page_.words);
    page_.confidence = mean_confidence(page_.words);
    return std::move(page_);
  }

  bool was_cut() const { return cut_; }

 private:
  // The cells of tables one by one; what they hold is white afterwards.
  void read_cells(ScanImage& image) {
    const ImageLines lines = find_image_lines(image.pix, image.dpi);
    wipe_lines(image.pix, lines);
    page_.lines = page_rules(lines, image.dpi);
    for (RulingLine& line : page_.lines) shift(line.box, image.origin);
    const auto zones = recognition_zones(lines, image.pix, image.dpi);
    const double all =
        static_cast<double>(pixGetWidth(image.pix.get())) * pixGetHeight(image.pix.get());
    for (const PixelBox& zone : zones) {
      const double share = static_cast<double>(zone.width()) * zone.height() / all;
      const double seconds = std::max(kLeastSeconds, share * budget_.page_seconds);
      add(image, recogniser_.read(image.pix, zone, image.dpi, PageShape::kBlock, seconds));
    }
    for (const PixelBox& zone : zones) {
      BOX* box = boxCreate(zone.x0, zone.y0, zone.width(), zone.height());
      pixSetInRect(image.pix.get(), box);
      boxDestroy(&box);
    }
  }

  void add(const ScanImage& image, const Recogniser::Reading& reading) {
    int last = -1;
    for (const RecognisedWord& word : reading.words) {
      const base::Box box = in_frame(image, word.box.x0, word.box.y0, word.box.x1, word.box.y1);
      const double baseline = image.origin.y + word.baseline * 72 / image.dpi;
      page_.words.push_back({word.text, box, baseline, 0, word.confidence, line_ + word.line});
      last = std::max(last, word.line);
    }
    line_ += last + 1;
    cut_ = cut_ || reading.cut;
  }

  Recogniser& recogniser_;
  const base::OcrBudget& budget_;
  ScanPage page_;
  int line_ = 0;
  bool cut_ = false;
};

std::size_t letters_of(const ScanPage& page) {
  std::size_t letters = 0;
  for (const ScanWord& word : page.words) letters += base::code_points(word.text);
  return letters;
}

// How much of the page makes sense.
double sense(const ScanPage& page) {
  return page.confidence * page.confidence * static_cast<double>(letters_of(page));
}

bool makes_sense(const ScanPage& page) {
  return page.confidence >= kSenseless && letters_of(page) >= kFewLetters;
}

}  // namespace

double mean_confidence(const std::vector<ScanWord>& words) {
  double sum = 0, letters = 0;
  for (const ScanWord& word : words) {
    const auto size = static_cast<double>(base::code_points(word.text));
    sum += size * word.confidence;
    letters += size;
  }
  return letters > 0 ? sum / letters : 0;
}

ScanPage read_scan(ScanImage image, Recogniser& recogniser, const base::OcrBudget& budget) {
  Reader reader(recogniser, budget);
  ScanPage best = reader.read(image);
  const bool blank = best.dpi == 0;
  if (!blank && !makes_sense(best)) {
    for (const int quarters : {2, 1, 3}) {
      ScanPage other = reader.read(turned_back(image, quarters));
      if (sense(other) > sense(best)) best = std::move(other);
      if (best.confidence >= kClear && makes_sense(best)) break;
    }
  }
  if (reader.was_cut())
    best.diagnostics.push_back({"ocr-cut",
                                base::Severity::kWarning,
                                "the page takes longer to recognise than it may; what was read "
                                "until then is given, look at the page itself for the rest",
                                {},
                                {}});
  return best;
}

}  // namespace kehoach::read
