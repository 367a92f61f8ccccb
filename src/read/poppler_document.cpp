#include "read/poppler_document.h"

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <SplashOutputDev.h>
#include <UTF.h>
#include <goo/PNGWriter.h>
#include <goo/gmem.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashErrorCodes.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>

#include "base/error.h"
#include "base/utf8.h"
#include "read/poppler_device.h"
#include "read/poppler_fields.h"

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

SignatureFacts signature_facts(const Object& value) {
  SignatureFacts facts;
  const Object range = value.dictLookup("ByteRange");
  for (int i = 0; range.isArray() && i < range.arrayGetLength() && i < 8; ++i) {
    const Object number = range.arrayGet(i);
    facts.byte_range.push_back(number.isIntOrInt64() ? number.getIntOrInt64() : -1);
  }
  const Object kind = value.dictLookup("SubFilter"), name = value.dictLookup("Name"),
               date = value.dictLookup("M");
  const Object contents = value.dictLookup("Contents");
  if (contents.isString()) facts.contents = contents.getString()->toStr();
  if (kind.isName()) facts.sub_filter = kind.getName();
  if (name.isString()) facts.name = text_string(name.getString()->toStr());
  if (date.isString()) facts.date = text_string(date.getString()->toStr());
  return facts;
}

// Poppler writes pictures to files only; this one is in memory.
std::string png_bytes(SplashBitmap& bitmap, double dpi) {
  char* bytes = nullptr;
  std::size_t size = 0;
  std::FILE* file = open_memstream(&bytes, &size);
  if (file == nullptr) return {};
  PNGWriter writer;
  const SplashError error = bitmap.writeImgFile(&writer, file, dpi, dpi, splashModeRGB8);
  std::fclose(file);
  std::string png(bytes, error == splashOk ? size : 0);
  std::free(bytes);
  return png;
}

}  // namespace

struct PopplerDocument::Inner {
  Complaints complaints;
  std::unique_ptr<PDFDoc> document;
  std::unique_ptr<PopplerDevice> device;
  std::vector<SignatureField> signatures;
  bool form_dropped = false;

  // Before the first page is asked for: with it Poppler unfolds the form.
  void check_form() {
    Object* form = document->getCatalog()->getAcroForm();
    if (!form->isDict()) return;
    FieldTree tree = walk_fields(form->dictLookup("Fields"));
    signatures = std::move(tree.signatures);
    if (tree.sound) return;
    form_dropped = true;
    *form = Object(objNull);
  }
};

PopplerDocument::PopplerDocument(std::string_view bytes, const base::Budget& budget)
    : inner_(std::make_unique<Inner>()) {
  set_up_once();
  const Listen listen(inner_->complaints);
  // The document owns the stream, not the bytes.
  auto* stream =
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  inner_->document = std::make_unique<PDFDoc>(stream);
  if (!inner_->document->isOk()) refuse(inner_->document->getErrorCode());
  if (inner_->document->getNumPages() < 1) refuse(errBadCatalog);
  inner_->check_form();
  inner_->device = std::make_unique<PopplerDevice>(*inner_->document, budget);
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

PopplerDocument::ReadPage PopplerDocument::read_page(int number, std::size_t max_glyphs) {
  const Listen listen(inner_->complaints);
  ReadPage read;
  read.page.number = number;
  Page* page = inner_->document->getPage(number);
  if (page == nullptr || !page->isOk()) return read;
  read.found = true;
  read.page.rotation = page->getRotate();
  read.stopped = inner_->device->read(*page, read.page, max_glyphs);
  read.glyphs = inner_->device->glyphs();
  return read;
}

bool PopplerDocument::form_dropped() const { return inner_->form_dropped; }

std::vector<PopplerDocument::SignatureRecord> PopplerDocument::signatures() const {
  const Listen listen(inner_->complaints);
  std::vector<SignatureRecord> records;
  for (const SignatureField& signature : inner_->signatures) {
    const Object value = signature.field.dictLookup("V");
    if (!value.isDict() || value.dictLookup("Type").isName("DocTimeStamp")) continue;
    SignatureRecord record{signature_facts(value), {}, {}};
    for (const PopplerDevice::SignatureWidget& widget : inner_->device->signature_widgets()) {
      const bool own = widget.reference == signature.reference ||
                       std::find(signature.widgets.begin(), signature.widgets.end(),
                                 widget.reference) != signature.widgets.end();
      if (!own) continue;
      record.page = widget.page;
      record.box = widget.box;
      break;
    }
    records.push_back(std::move(record));
  }
  return records;
}

std::optional<std::pair<double, double>> PopplerDocument::page_size(int number) const {
  const Listen listen(inner_->complaints);
  Page* page = inner_->document->getPage(number);
  if (page == nullptr || !page->isOk()) return std::nullopt;
  const bool on_its_side = page->getRotate() % 180 != 0;
  const double width = page->getCropWidth(), height = page->getCropHeight();
  return on_its_side ? std::pair(height, width) : std::pair(width, height);
}

std::string PopplerDocument::draw_page(int number, double dpi) const {
  const Listen listen(inner_->complaints);
  Page* page = inner_->document->getPage(number);
  if (page == nullptr || !page->isOk()) return {};
  SplashColor white = {255, 255, 255};
  SplashOutputDev device(splashModeRGB8, 4, false, white);
  device.startDoc(inner_->document.get());
  page->display(&device, dpi, dpi, 0, /*useMediaBox=*/false, /*crop=*/true, /*printing=*/false);
  return png_bytes(*device.getBitmap(), dpi);
}

std::size_t PopplerDocument::complaints() const { return inner_->complaints.count; }
const std::string& PopplerDocument::first_complaint() const { return inner_->complaints.first; }

}  // namespace kehoach::read
