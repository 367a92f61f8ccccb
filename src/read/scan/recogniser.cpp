#include "read/scan/recogniser.h"

#include <dlfcn.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <mutex>
#include <string_view>

#include "base/error.h"
#include "base/utf8.h"
#include "language/letters.h"

// In place of Leptonica's own function: the dynamic linker looks in the program before it looks in
// a library. Tesseract packs the image of every line as a PNG before it recognises it and unpacks
// it again, a fifteenth of its time; so it is kept as it lies in memory, which pixReadMem knows by
// its head and gives back pixel for pixel. Were the library's taken, only time would be lost.
extern "C" __attribute__((visibility("default"))) l_ok pixWriteMem(l_uint8** data,
                                                                   std::size_t* size, PIX* pix,
                                                                   l_int32 format) {
  if (format == IFF_PNG) return pixWriteMemSpix(data, size, pix);
  using Write = decltype(&pixWriteMem);
  static const auto write = reinterpret_cast<Write>(::dlsym(RTLD_NEXT, "pixWriteMem"));
  return write != nullptr ? write(data, size, pix, format) : 1;
}

namespace kehoach::read {
namespace {

constexpr const char* kModel = "vie";
constexpr std::array kSystemFolders = {"/usr/share/tesseract-ocr/5/tessdata",
                                       "/usr/share/tesseract-ocr/4.00/tessdata",
                                       "/usr/share/tessdata", "/usr/local/share/tessdata"};

bool has_model(const std::string& folder) {
  return std::ifstream(folder + "/" + kModel + ".traineddata").good();
}

// Tesseract starts threads of its own for every page, which wait for each other more than they
// work: in this thread it may not.
void stay_in_this_thread() {
  using SetLevels = void (*)(int);
  static const auto set_levels =
      reinterpret_cast<SetLevels>(::dlsym(RTLD_DEFAULT, "omp_set_max_active_levels"));
  if (set_levels != nullptr) set_levels(0);
}

// Seconds that this thread has worked. The only clock in this room: recognition must end.
double worked() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

tesseract::PageSegMode mode(PageShape shape) {
  switch (shape) {
    case PageShape::kColumn:
      return tesseract::PSM_SINGLE_COLUMN;
    case PageShape::kBlock:
      return tesseract::PSM_SINGLE_BLOCK;
    case PageShape::kLine:
      return tesseract::PSM_SINGLE_LINE;
    default:
      return tesseract::PSM_AUTO;
  }
}

// Spots and strokes that were taken for signs.
bool is_print(const std::string& text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = base::next_code_point(text, i);
    if (language::is_letter(c) || language::is_digit(c)) return true;
  }
  return text == "-" || text == "–" || text == "—" || text == "+" || text == "/" || text == "%" ||
         text == ":" || text == "*" || text == ";" || text == "," || text == "." || text == "(" ||
         text == ")" || text == "\"" || text == "<" || text == ">" || text == "=" || text == "≤" ||
         text == "≥" || text == "±";
}

// Readers take Đ for the letter of another alphabet that looks the same.
std::string as_printed(std::string text) {
  constexpr std::string_view kEth = "\u00d0", kDyet = "\u0110";
  for (auto at = text.find(kEth); at != text.npos; at = text.find(kEth, at + 1))
    text.replace(at, kEth.size(), kDyet);
  return text;
}

// The y of the line below a word, at the middle of the word.
double baseline_at(const tesseract::ResultIterator& words, const PixelBox& box) {
  int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  if (!words.Baseline(tesseract::RIL_TEXTLINE, &x1, &y1, &x2, &y2) || x1 == x2) return box.y1;
  const double middle = (box.x0 + box.x1) / 2.0;
  return y1 + (middle - x1) * (y2 - y1) / (x2 - x1);
}

}  // namespace

std::string find_models(const std::string& models) {
  if (!models.empty() && has_model(models)) return models;
  for (const char* folder : kSystemFolders)
    if (has_model(folder)) return folder;
  throw base::Error("no-ocr-model",
                    "scans cannot be read: there is no " + std::string(kModel) +
                        ".traineddata in " + (models.empty() ? "" : models + " nor in ") +
                        kSystemFolders.front() +
                        "; install the package tesseract-ocr-vie, or name the folder that has "
                        "the file in TESSDATA_PREFIX");
}

struct Recogniser::Inner {
  tesseract::TessBaseAPI api;
  double until = std::numeric_limits<double>::max();  // of this thread's seconds of work
};

Recogniser::Recogniser(const std::string& models) : inner_(std::make_unique<Inner>()) {
  // What Tesseract sets up for all its instances is guarded by nothing.
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  stay_in_this_thread();
  silence_leptonica();
  const std::string folder = find_models(models);
  inner_->api.SetVariable("debug_file",
                          "/dev/null");  // first: of a broken model it tells at length
  if (inner_->api.Init(folder.c_str(), kModel, tesseract::OEM_LSTM_ONLY) != 0)
    throw base::Error("no-ocr-model", "scans cannot be read: " + folder + "/" + kModel +
                                          ".traineddata is no model of Tesseract 4 or later; "
                                          "install the package tesseract-ocr-vie again");
  inner_->api.SetVariable("tessedit_do_invert", "0");  // white print on black: there is none
  // Typewriters' fixed pitch and paragraphs are no matter of ours: looking for them takes time.
  inner_->api.SetVariable("textord_all_prop", "1");
  inner_->api.SetVariable("paragraph_text_based", "0");
  // Tables are ours to find; on a hatched page the search takes minutes and heeds no time limit.
  inner_->api.SetVariable("textord_tabfind_find_tables", "0");
}

Recogniser::~Recogniser() = default;

void Recogniser::forget() { inner_->api.ClearAdaptiveClassifier(); }

void Recogniser::allow(double seconds) { inner_->until = worked() + seconds; }

Recogniser::Reading Recogniser::read(const PixPtr& gray, double dpi, PageShape shape) {
  stay_in_this_thread();
  tesseract::TessBaseAPI& api = inner_->api;
  api.SetPageSegMode(mode(shape));
  api.SetImage(gray.get());
  api.SetSourceResolution(static_cast<int>(std::lround(std::clamp(dpi, 70.0, 2400.0))));
  tesseract::ETEXT_DESC monitor;
  monitor.cancel = [](void* until, int) { return worked() > *static_cast<double*>(until); };
  monitor.cancel_this = &inner_->until;
  Reading reading;
  if (api.Recognize(&monitor) != 0 || worked() > inner_->until) reading.cut = true;
  const std::unique_ptr<tesseract::ResultIterator> words(api.GetIterator());
  int line = -1;
  for (bool more = words != nullptr; more; more = words->Next(tesseract::RIL_WORD)) {
    if (line < 0 || words->IsAtBeginningOf(tesseract::RIL_TEXTLINE)) ++line;
    const std::unique_ptr<char[]> text(words->GetUTF8Text(tesseract::RIL_WORD));
    RecognisedWord word;
    if (text == nullptr || !words->BoundingBox(tesseract::RIL_WORD, &word.box.x0, &word.box.y0,
                                               &word.box.x1, &word.box.y1))
      continue;
    word.text = as_printed(text.get());
    if (!is_print(word.text)) continue;
    word.baseline = baseline_at(*words, word.box);
    word.confidence = std::clamp(words->Confidence(tesseract::RIL_WORD) / 100.0, 0.0, 1.0);
    word.line = line;
    reading.words.push_back(std::move(word));
  }
  api.Clear();
  return reading;
}

// Cut out: Tesseract copies the whole of an image that it is to read a rectangle of.
Recogniser::Reading Recogniser::read(const PixPtr& gray, const PixelBox& part, double dpi,
                                     PageShape shape) {
  const PixPtr cut = clip(gray, part);
  if (cut == nullptr) return {};
  Reading reading = read(cut, dpi, shape);
  for (RecognisedWord& word : reading.words) {
    word.box = {word.box.x0 + part.x0, word.box.y0 + part.y0, word.box.x1 + part.x0,
                word.box.y1 + part.y0};
    word.baseline += part.y0;
  }
  return reading;
}

namespace {

struct IdleRecognisers {
  std::mutex guard;
  std::multimap<std::string, std::unique_ptr<Recogniser>> by_models;
};

// Lives until the end: what Tesseract shares among its instances may be gone before.
IdleRecognisers& idle() {
  static auto& all = *new IdleRecognisers;
  return all;
}

std::unique_ptr<Recogniser> take_idle(const std::string& models) {
  const std::lock_guard lock(idle().guard);
  auto node = idle().by_models.extract(models);
  return node.empty() ? nullptr : std::move(node.mapped());
}

}  // namespace

std::shared_ptr<Recogniser> idle_recogniser(const std::string& models) {
  auto recogniser = take_idle(models);
  if (!recogniser) recogniser = std::make_unique<Recogniser>(models);
  return {recogniser.release(), [models](Recogniser* used) {
            std::unique_ptr<Recogniser> again(used);
            again->forget();
            const std::lock_guard lock(idle().guard);
            idle().by_models.emplace(models, std::move(again));
          }};
}

}  // namespace kehoach::read
