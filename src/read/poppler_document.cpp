#include "read/poppler_document.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <UTF.h>
#include <goo/gmem.h>

#include <mutex>

#include "base/error.h"
#include "base/utf8.h"
#include "read/poppler_device.h"

namespace kehoach::read {
namespace {

struct Complaints {
  std::size_t count = 0;
  std::string first;
};

// Poppler's callback has no room for a reference; a document is read by one thread.
thread_local Complaints* listening = nullptr;

class Listen {
 public:
  explicit Listen(Complaints& complaints) : before_(listening) { listening = &complaints; }
  ~Listen() { listening = before_; }
  Listen(const Listen&) = delete;
  Listen& operator=(const Listen&) = delete;

 private:
  Complaints* before_;
};

void note_complaint(ErrorCategory category, Goffset, const char* message) {
  constexpr std::size_t kLongestComplaint = 200;
  if (listening == nullptr || category == errSyntaxWarning || category == errConfig) return;
  if (listening->count++ == 0) listening->first = std::string(message).substr(0, kLongestComplaint);
}

void set_up_once() {
  static std::once_flag done;
  std::call_once(done, [] {
    setErrorCallback(note_complaint);
    globalParams = std::make_unique<GlobalParams>();
  });
}

[[noreturn]] void refuse(int code) {
  if (code == errEncrypted)
    throw base::Error("encrypted",
                      "the PDF asks for a password; save it without one and try again, for example "
                      "with: qpdf --decrypt --password=… in.pdf out.pdf");
  throw base::Error("broken",
                    "no page can be read from the PDF, its structure is damaged beyond repair; "
                    "get the file again from where it was published");
}

std::string text_string(const std::string& bytes) {
  Unicode* characters = nullptr;
  const int length = TextStringToUCS4(bytes, &characters);
  std::string utf8;
  for (int i = 0; i < length; ++i) {
    const bool character = characters[i] >= 0x20 && characters[i] <= 0x10FFFF &&
                           (characters[i] < 0xD800 || characters[i] > 0xDFFF);
    if (character) base::append_code_point(utf8, characters[i]);
  }
  gfree(characters);
  return utf8;
}

}  // namespace

struct PopplerDocument::Inner {
  Complaints complaints;
  std::unique_ptr<PDFDoc> document;
};

PopplerDocument::PopplerDocument(std::string_view bytes) : inner_(std::make_unique<Inner>()) {
  set_up_once();
  const Listen listen(inner_->complaints);
  // The document owns the stream, not the bytes.
  auto* stream =
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  inner_->document = std::make_unique<PDFDoc>(stream);
  if (!inner_->document->isOk()) refuse(inner_->document->getErrorCode());
  if (inner_->document->getNumPages() < 1) refuse(errBadCatalog);
}

PopplerDocument::~PopplerDocument() {
  const Listen listen(inner_->complaints);
  inner_->document.reset();
}

int PopplerDocument::page_count() const { return inner_->document->getNumPages(); }

std::string PopplerDocument::info(const char* key) const {
  const Listen listen(inner_->complaints);
  const std::unique_ptr<GooString> value = inner_->document->getDocInfoStringEntry(key);
  return value ? text_string(value->toStr()) : std::string();
}

PopplerDocument::ReadPage PopplerDocument::read_page(int number, const base::Budget& budget,
                                                     std::size_t max_glyphs) const {
  constexpr double kPointsPerInch = 72;
  const Listen listen(inner_->complaints);
  ReadPage read;
  read.page.number = number;
  Page* page = inner_->document->getPage(number);
  if (page == nullptr || !page->isOk()) return read;
  read.found = true;
  read.page.rotation = page->getRotate();
  PopplerDevice device(read.page, budget, max_glyphs);
  page->display(&device, kPointsPerInch, kPointsPerInch, 0, /*useMediaBox=*/false, /*crop=*/true,
                /*printing=*/false, PopplerDevice::abort_check, &device,
                PopplerDevice::annotation_check, &device);
  read.glyphs = device.glyphs();
  read.stopped = device.stopped();
  return read;
}

std::size_t PopplerDocument::complaints() const { return inner_->complaints.count; }
const std::string& PopplerDocument::first_complaint() const { return inner_->complaints.first; }

}  // namespace kehoach::read
