#include "read/scan/scan_reading.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "read/scan/image_cleaning.h"
#include "read/scan/image_lines.h"
#include "read/scan/lone_signs.h"
#include "read/scan/page_print.h"
#include "read/scan/ruled_cells.h"
#include "read/scan/text_blocks.h"
#include "read/scan/word_sizes.h"

namespace kehoach::read {
namespace {

constexpr double kSenseless = 0.6;  // mean confidence: upright print is above it
constexpr double kClear = 0.8;      // … and this can be nothing else
constexpr double kNoise = 0.3;      // less for the surest word of a line: it is none
constexpr double kLongLine = 150;   // points
constexpr double kLeastSkew = 0.03, kMostSkew = 5;  // degrees
constexpr std::size_t kFewLetters = 20;
constexpr double kSureSign = 0.8;

// Does `other` stand beside the middle of `cell`?
bool beside(const PixelBox& cell, const PixelBox& other) {
  const int middle = (cell.y0 + cell.y1) / 2;
  return other.y0 <= middle && middle < other.y1;
}

bool begins_row(const std::vector<PixelBox>& cells, std::size_t i) {
  return std::none_of(cells.begin(), cells.end(), [&](const PixelBox& other) {
    return beside(cells[i], other) && other.x1 <= cells[i].x0;
  });
}

// The next one on its right.
std::optional<std::size_t> cell_beside(const std::vector<PixelBox>& cells, std::size_t i) {
  std::optional<std::size_t> next;
  for (std::size_t k = 0; k < cells.size(); ++k)
    if (beside(cells[i], cells[k]) && cells[k].x0 >= cells[i].x1 &&
        (!next || cells[k].x0 < cells[*next].x0))
      next = k;
  return next;
}

void shift(base::Box& box, const Point& by) {
  box = {box.x0 + by.x, box.y0 + by.y, box.x1 + by.x, box.y1 + by.y};
}

// How much lines rise for each point to the right: the median of the page's long lines, by length.
double usual_slope(const std::vector<ScanWord>& words) {
  std::vector<std::pair<double, double>> slopes;  // and the length
  double all = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && words[end].line == words[i].line) ++end;
    const double length = words[end - 1].box.x1 - words[i].box.x0;
    const auto middle = [&](std::size_t k) { return (words[k].box.x0 + words[k].box.x1) / 2; };
    const double run = middle(end - 1) - middle(i);
    if (run > kLongLine) {
      slopes.emplace_back((words[end - 1].baseline - words[i].baseline) / run, length);
      all += length;
    }
    i = end;
  }
  std::sort(slopes.begin(), slopes.end());
  double passed = 0;
  for (const auto& [slope, length] : slopes)
    if (2 * (passed += length) >= all) return slope;
  return 0;
}

// Paper lies wavy under the glass: a line that still rises or falls is given one baseline.
void level_lines(std::vector<ScanWord>& words) {
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    double sum = 0, length = 0;
    for (; end < words.size() && words[end].line == words[i].line; ++end) {
      const double width = std::max(1.0, words[end].box.x1 - words[end].box.x0);
      sum += width * words[end].baseline;
      length += width;
    }
    for (; i < end; ++i) {
      const double by = sum / length - words[i].baseline;
      shift(words[i].box, {0, by});
      words[i].baseline += by;
    }
  }
}

double surest(const Recogniser::Reading& reading) {
  double most = 0;
  for (const auto& word : reading.words) most = std::max(most, word.confidence);
  return most;
}

// A dot or the mark of a letter below, taken for a letter: far lower than its line, and unsure.
void drop_specks(std::vector<ScanWord>& words) {
  constexpr double kLow = 0.25, kUnsure = 0.3;
  std::erase_if(words, [](const ScanWord& word) {
    return word.confidence < kUnsure && word.box.y1 - word.box.y0 < kLow * word.size;
  });
}

class Reader {
 public:
  explicit Reader(Recogniser& recogniser) : recogniser_(recogniser) {}

  // `cleaned`: of the image as it was drawn.
  ScanPage read(const ScanImage& drawn, CleanedImage cleaned) {
    page_ = {};
    cut_ = false;
    line_ = 0;
    page_.recognised = true;
    if (cleaned.gray == nullptr || cleaned.blank) return std::move(page_);
    ScanImage image{std::move(cleaned.gray), drawn.dpi, drawn.angle, drawn.origin};
    if (cleaned.angle != 0) was_turned_back(image, cleaned.angle);
    page_.angle = image.angle;
    page_.dpi = image.dpi;
    read_parts(image);
    stand_up();
    level_lines(page_.words);
    set_sizes(page_.words);
    drop_specks(page_.words);
    page_.confidence = mean_confidence(page_.words);
    return std::move(page_);
  }

  // Was the page that was read last not read to its end?
  bool was_cut() const { return cut_; }

 private:
  // The cells of tables one by one, and what stands outside of them column by column.
  void read_parts(ScanImage& image) {
    const ImageLines lines = find_image_lines(image.pix, image.dpi);
    wipe_lines(image.pix, lines);
    page_.lines = page_rules(lines, image.dpi);
    for (RulingLine& line : page_.lines) shift(line.box, image.origin);
    const auto zones = recognition_zones(lines, image.pix, image.dpi);
    read_cells(image, zones);
    for (const PixelBox& zone : zones) whiten(image.pix, zone);
    for (const TextBlock& block : text_blocks(image.pix, zones, image.dpi))
      read_part(image, block.box, block.mixed ? PageShape::kPage : PageShape::kColumn);
  }

  using Reading = Recogniser::Reading;

  // What stands alone in its cell is read behind the others: they tell how.
  void read_cells(const ScanImage& image, const std::vector<PixelBox>& cells) {
    std::vector<Reading> readings(cells.size());
    std::vector<std::optional<PixelBox>> signs;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      signs.push_back(lone_sign(image, cells[i]));
      if (!signs[i] && !cut_) readings[i] = look_twice(image, cells[i], PageShape::kColumn);
      cut_ = cut_ || readings[i].cut;
    }
    for (std::size_t i = 0; i < cells.size() && !cut_; ++i) {
      if (!signs[i]) continue;
      const auto beside = begins_row(cells, i) ? cell_beside(cells, i) : std::nullopt;
      if (beside)
        readings[i] = read_sign_before(image, *signs[i], readings[*beside].words, recogniser_);
      drop_noise(readings[i].words);
      read_alone(image, cells[i], *signs[i], readings[i]);
      cut_ = readings[i].cut;
    }
    for (const Reading& reading : readings) add(image, reading);
  }

  // Until it is sure.
  void read_alone(const ScanImage& image, const PixelBox& cell, const PixelBox& sign,
                  Reading& reading) {
    const auto take = [&](Reading other) {
      const bool cut = other.cut;
      if (surest(other) >= surest(reading)) reading = std::move(other);
      reading.cut = cut;
    };
    if (surest(reading) < kSureSign && !reading.cut) {
      auto alone = read_sign(image, sign, recogniser_);
      drop_noise(alone.words);
      take(std::move(alone));
    }
    if (surest(reading) < kSureSign && !reading.cut) take(look_at(image, cell, PageShape::kBlock));
  }

  void read_part(const ScanImage& image, const PixelBox& part, PageShape shape) {
    if (cut_) return;
    add(image, look_twice(image, part, shape));
  }

  Reading look_twice(const ScanImage& image, const PixelBox& part, PageShape shape) {
    auto reading = look_at(image, part, shape);
    if (reading.words.empty() && !reading.cut) reading = look_at(image, part, PageShape::kBlock);
    return reading;
  }

  Recogniser::Reading look_at(const ScanImage& image, const PixelBox& part, PageShape shape) {
    auto reading = recogniser_.read(image.pix, part, image.dpi, shape);
    drop_noise(reading.words);
    return reading;
  }

  // Lines of which no word is like any other: pieces of seals, spots, signatures.
  static void drop_noise(std::vector<RecognisedWord>& words) {
    std::vector<int> sure;
    for (const auto& word : words)
      if (word.confidence >= kNoise) sure.push_back(word.line);
    std::erase_if(words, [&](const RecognisedWord& word) {
      return !std::binary_search(sure.begin(), sure.end(), word.line);
    });
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

  // What is left of the skew shows in how lines rise: their words are turned back too.
  void stand_up() {
    const double slope = usual_slope(page_.words);
    const double rest = std::atan(slope) * 180 / std::numbers::pi;
    if (std::abs(rest) < kLeastSkew || std::abs(rest) > kMostSkew) return;
    page_.angle = std::fmod(page_.angle + rest + 360.0, 360.0);
    for (ScanWord& word : page_.words) {
      const double middle = (word.box.x0 + word.box.x1) / 2;
      const Point was{middle, word.baseline};
      const Point now = turned(was, -rest);
      shift(word.box, {now.x - was.x, now.y - was.y});
      word.baseline = now.y;
    }
    for (RulingLine& line : page_.lines) turn_about_middle(line.box, -rest);
  }

  static void turn_about_middle(base::Box& box, double degrees) {
    const Point was{(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
    const Point now = turned(was, degrees);
    shift(box, {now.x - was.x, now.y - was.y});
  }

  Recogniser& recogniser_;
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

bool makes_sense(const ScanPage& page, double confidence) {
  return page.confidence >= confidence && letters_of(page) >= kFewLetters;
}

// What even light makes of the page is kept for looks at its zones.
CleanedImage cleaned_as_it_lies(SeenPage& seen) {
  const ScanImage& image = seen.image();
  if (is_uniform(image.pix, image.dpi)) return {};
  const PixPtr& lit = seen.inked(ZoneLook::Ink::kAsPage).pix;
  return straight_image({PixPtr(lit ? pixCopy(nullptr, lit.get()) : nullptr), {}}, image.dpi);
}

base::Diagnostic ocr_cut(double seconds) {
  return {"ocr-cut",
          base::Severity::kWarning,
          "the page takes longer to recognise than the " + std::to_string(std::lround(seconds)) +
              " seconds it may; what was read until then is given, look at the page itself for "
              "the rest",
          {},
          {}};
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

ScanPage read_scan(SeenPage& seen, Recogniser& recogniser, const base::OcrBudget& budget) {
  recogniser.allow(budget.page_seconds);
  Reader reader(recogniser);
  const ScanImage& image = seen.image();
  CleanedImage cleaned = cleaned_as_it_lies(seen);
  if (cleaned.gray == nullptr || cleaned.blank) return reader.read(image, std::move(cleaned));
  const bool aside = lies_on_its_side(cleaned.gray, image.dpi);
  ScanPage best;
  bool cut = false;
  for (const int quarters : aside ? std::array{1, 3, 0, 2} : std::array{0, 2, 1, 3}) {
    ScanPage page;
    if (quarters == 0) {
      page = reader.read(image, std::move(cleaned));
    } else {
      const ScanImage turned = turned_back(image, quarters);
      page = reader.read(turned, clean_image(turned.pix, turned.dpi));
    }
    const bool blank = page.dpi == 0;
    // A page most likely lies upright; of one that was turned only clear print says so.
    const double enough = quarters == 0 && !aside ? kSenseless : kClear;
    if (best.dpi == 0 || sense(page) > sense(best)) {
      best = std::move(page);
      cut = reader.was_cut();
    }
    if (blank || reader.was_cut() || makes_sense(best, enough)) break;
  }
  if (cut) best.diagnostics.push_back(ocr_cut(budget.page_seconds));
  return best;
}

}  // namespace kehoach::read
