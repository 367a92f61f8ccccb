#include "read/pdf/poppler_document.h"

#include <Annot.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
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
#include "read/pdf/pdf_repair.h"
#include "read/pdf/poppler_device.h"
#include "read/pdf/poppler_drawing.h"
#include "read/pdf/poppler_fields.h"

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
  // Patterns and shadings (which it calls so too) were taken from it (poppler_resources.h).
  const std::string_view text = message;
  if (text.starts_with("ExtGState '") || text.starts_with("Unknown pattern")) return;
  if (listening->count++ == 0) listening->first = text.substr(0, kLongestComplaint);
}

void set_up_once() {
  static std::once_flag done;
  std::call_once(done, [] {
    setErrorCallback(note_complaint);
    globalParams = std::make_unique<GlobalParams>();
  });
}

[[noreturn]] void refuse(const std::string& path, int code) {
  if (code == errEncrypted)
    throw base::Error("encrypted",
                      path +
                          ": the PDF asks for a password; save it without one and try again, for "
                          "example with: qpdf --decrypt --password=… in.pdf out.pdf");
  throw base::Error("broken",
                    path +
                        ": no page can be read from the PDF, its structure is damaged beyond "
                        "repair; get the file again from where it was published");
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

// A rectangle of a page's own coordinates as a reader sees the page.
base::Box on_page(const Page& page, const PDFRectangle& area, bool whole) {
  const PDFRectangle& box = whole ? *page.getMediaBox() : *page.getCropBox();
  const double left = std::min(box.x1, box.x2), right = std::max(box.x1, box.x2);
  const double bottom = std::min(box.y1, box.y2), top = std::max(box.y1, box.y2);
  const double x0 = std::min(area.x1, area.x2), x1 = std::max(area.x1, area.x2);
  const double y0 = std::min(area.y1, area.y2), y1 = std::max(area.y1, area.y2);
  switch (((page.getRotate() % 360) + 360) % 360) {
    case 90:
      return {y0 - bottom, x0 - left, y1 - bottom, x1 - left};
    case 180:
      return {right - x1, y0 - bottom, right - x0, y1 - bottom};
    case 270:
      return {top - y1, right - x1, top - y0, right - x0};
    default:
      return {x0 - left, top - y1, x1 - left, top - y0};
  }
}

// Which annotations a drawing leaves out.
struct LeftOut {
  const Page& page;
  bool whole;
  const std::vector<base::Box>& boxes;

  static bool shows(Annot* annotation, void* self) {
    const auto& out = *static_cast<const LeftOut*>(self);
    const base::Box area = on_page(out.page, annotation->getRect(), out.whole);
    return std::none_of(out.boxes.begin(), out.boxes.end(), [&](const base::Box& box) {
      return box.x0 < area.x1 && area.x0 < box.x1 && box.y0 < area.y1 && area.y0 < box.y1;
    });
  }
};

std::unique_ptr<PDFDoc> open(std::string_view bytes) {
  // The document owns the stream, not the bytes.
  return std::make_unique<PDFDoc>(
      new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull)));
}

// Poppler shows no page of a tree that counts none, or more than the file has objects: it is told
// to look for as many as there can be. True if the count was so.
bool mend_page_count(PDFDoc& document) {
  XRef* xref = document.getXRef();
  const Object catalogue = xref->getCatalog();
  if (!catalogue.isDict() || !catalogue.dictLookupNF("Pages").isRef()) return false;
  Object tree = catalogue.dictLookup("Pages");
  if (!tree.isDict() || tree.isDict("Page")) return false;
  const Object count = tree.dictLookup("Count");
  if (count.isNum() && count.getNum() >= 1 && count.getNum() <= xref->getNumObjects()) return false;
  tree.dictSet("Count", Object(xref->getNumObjects()));
  xref->setModifiedObject(&tree, catalogue.dictLookupNF("Pages").getRef());
  return true;
}

}  // namespace

struct PopplerDocument::Inner {
  Complaints complaints;
  std::string mended;  // the file with a new end, if it needed one
  std::unique_ptr<PDFDoc> document;
  bool count_is_wrong = false;
  std::unique_ptr<PopplerDevice> device;
  std::vector<SignatureField> signatures;
  bool form_dropped = false;

  bool open_with_a_page(std::string_view bytes) {
    document = open(bytes);
    if (!document->isOk()) return false;
    count_is_wrong = mend_page_count(*document);
    check_form();
    const int count = document->getNumPages();  // first: it also finds a page in place of the tree
    return document->getCatalog()->getPage(1) != nullptr || count > 1;
  }

  void open_or_mend(const base::Source& source) {
    const std::string_view bytes = source.bytes;
    if (open_with_a_page(bytes)) return;
    if (document->getErrorCode() == errEncrypted) refuse(source.path, errEncrypted);
    const std::string end = new_end(bytes);
    if (end.empty()) refuse(source.path, errDamaged);
    document.reset();
    mended = std::string(bytes) + end;
    if (!open_with_a_page(mended)) refuse(source.path, document->getErrorCode());
  }

  int page_count() const { return count_is_wrong ? 0 : document->getNumPages(); }

  // Null if there is none. Not the document's own getPage, which trusts the count and the hints of
  // linearized files.
  Page* page(int number) {
    Page* found = document->getCatalog()->getPage(number);
    return found != nullptr && found->isOk() ? found : nullptr;
  }

  // Gives `take` the page drawn as PopplerDocument::draw_page says.
  void draw_page(int number, double dpi, const std::vector<base::Box>& without,
                 const std::function<void(SplashBitmap&)>& take);

  // Before the first page is asked for: with its annotations Poppler unfolds the form.
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

PopplerDocument::PopplerDocument(const base::Source& source, const base::Budget& budget)
    : inner_(std::make_unique<Inner>()) {
  set_up_once();
  const Listen listen(inner_->complaints);
  inner_->open_or_mend(source);
  inner_->device = std::make_unique<PopplerDevice>(*inner_->document, budget);
}

PopplerDocument::~PopplerDocument() {
  const Listen listen(inner_->complaints);
  inner_->document.reset();
}

int PopplerDocument::page_count() const { return inner_->page_count(); }

std::string PopplerDocument::info(const char* key) const {
  const Listen listen(inner_->complaints);
  const std::unique_ptr<GooString> value = inner_->document->getDocInfoStringEntry(key);
  return value ? text_string(value->toStr()) : std::string();
}

PopplerDocument::ReadPage PopplerDocument::read_page(int number, std::size_t max_glyphs) {
  const Listen listen(inner_->complaints);
  ReadPage read;
  read.page.number = number;
  Page* page = inner_->page(number);
  if (page == nullptr) return read;
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
  Page* page = inner_->page(number);
  if (page == nullptr) return std::nullopt;
  const bool on_its_side = page->getRotate() % 180 != 0, whole = is_shown_whole(*page);
  const double width = whole ? page->getMediaWidth() : page->getCropWidth();
  const double height = whole ? page->getMediaHeight() : page->getCropHeight();
  return on_its_side ? std::pair(height, width) : std::pair(width, height);
}

void PopplerDocument::Inner::draw_page(int number, double dpi,
                                       const std::vector<base::Box>& without,
                                       const std::function<void(SplashBitmap&)>& take) {
  const Listen listen(complaints);
  Page* shown = page(number);
  if (shown == nullptr) return;
  PageDrawing drawing;
  drawing.startDoc(document.get());
  const bool whole = is_shown_whole(*shown);
  LeftOut left_out{*shown, whole, without};
  shown->display(&drawing, dpi, dpi, 0, /*useMediaBox=*/whole, /*crop=*/!whole, /*printing=*/false,
                 nullptr, nullptr, LeftOut::shows, &left_out);
  take(*drawing.getBitmap());
}

std::string PopplerDocument::draw_page(int number, double dpi) const {
  std::string png;
  inner_->draw_page(number, dpi, {}, [&](SplashBitmap& bitmap) { png = png_bytes(bitmap, dpi); });
  return png;
}

void PopplerDocument::draw_page(int number, double dpi, const std::vector<base::Box>& without,
                                const std::function<void(const Drawing&)>& take) const {
  inner_->draw_page(number, dpi, without, [&](SplashBitmap& bitmap) {
    if (bitmap.getDataPtr() != nullptr)
      take({bitmap.getDataPtr(), bitmap.getWidth(), bitmap.getHeight(), bitmap.getRowSize()});
  });
}

std::size_t PopplerDocument::complaints() const { return inner_->complaints.count; }
const std::string& PopplerDocument::first_complaint() const { return inner_->complaints.first; }

}  // namespace kehoach::read
