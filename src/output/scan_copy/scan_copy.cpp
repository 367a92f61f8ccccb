#include "output/scan_copy/scan_copy.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/error.h"
#include "output/scan_copy/copy_facts.h"
#include "output/scan_copy/glyphless_font.h"
#include "output/scan_copy/hidden_text.h"
#include "output/scan_copy/signature_removal.h"

namespace kehoach::output {
namespace {

using Object = QPDFObjectHandle;

class ScanCopy {
 public:
  ScanCopy(const base::Source& source, const std::string& tool, const std::string& sha256)
      : source_(source), tool_(tool), sha256_(sha256) {
    pdf_.setSuppressWarnings(true);
    pdf_.processMemoryFile(source.path.c_str(), source.bytes.data(), source.bytes.size());
    font_ = pdf_.makeIndirectObject(Object::newDictionary());  // filled in at the end
  }

  std::string write(const std::vector<LayerPage>& pages) {
    const auto all = pdf_.getAllPages();
    for (const LayerPage& page : pages) {
      if (page.number < 1 || static_cast<std::size_t>(page.number) > all.size())
        refuse("it has no page " + std::to_string(page.number) + " that can be found twice");
      add_layer(all[static_cast<std::size_t>(page.number) - 1], page);
    }
    make_font();
    const std::size_t signatures = remove_signatures(pdf_);
    say_copy(pdf_, tool_, sha256_, signatures);
    QPDFWriter writer(pdf_);
    writer.setOutputMemory();
    if (!pdf_.isEncrypted()) writer.setDeterministicID(true);
    writer.write();
    return text_of(*writer.getBufferSharedPointer());
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    throw base::Error("no-copy", source_.path + ": no copy with its text can be made: " + why +
                                     "; print the file to a new PDF and read that");
  }

  static std::string text_of(const Buffer& buffer) {
    return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()};
  }

  static PageFrame box_of(Object rectangle) {
    const auto box = rectangle.getArrayAsRectangle();
    return {std::min(box.llx, box.urx), std::min(box.lly, box.ury), std::max(box.llx, box.urx),
            std::max(box.lly, box.ury), 0};
  }

  static PageFrame frame_of(QPDFPageObjectHelper page, int rotation) {
    PageFrame frame = box_of(page.getMediaBox(false));
    PageFrame crop = box_of(page.getCropBox(false));
    crop.x0 = std::clamp(crop.x0, frame.x0, frame.x1);
    crop.x1 = std::clamp(crop.x1, frame.x0, frame.x1);
    crop.y0 = std::clamp(crop.y0, frame.y0, frame.y1);
    crop.y1 = std::clamp(crop.y1, frame.y0, frame.y1);
    // A page that would show nothing is shown whole.
    if (crop.x1 - crop.x0 >= 1 && crop.y1 - crop.y0 >= 1) frame = crop;
    frame.rotation = ((rotation % 360) + 360) % 360;
    return frame;
  }

  // Two readers of a damaged file may disagree about its pages.
  void check_same(const PageFrame& frame, const LayerPage& page) const {
    double width = frame.x1 - frame.x0, height = frame.y1 - frame.y0;
    if (frame.rotation % 180 == 90) std::swap(width, height);
    if (!(std::abs(width - page.width) < 1) || !(std::abs(height - page.height) < 1))
      refuse("the size of page " + std::to_string(page.number) + " is not sure");
  }

  void add_layer(Object object, const LayerPage& from) {
    QPDFPageObjectHelper page(object);
    const PageFrame frame = frame_of(page, from.rotation);
    check_same(frame, from);
    const std::string font = add_font(page);
    HiddenTextFilter filter;
    Pl_Buffer drawn("page");
    page.filterContents(&filter, &drawn);
    std::string content = "q\n" + text_of(*drawn.getBufferSharedPointer()) + "\n";
    for (std::size_t i = 0; i <= filter.open_states(); ++i) content += "Q\n";
    content += layer_operators(from.words, frame, font, codes_);
    object.replaceKey("/Contents", pdf_.newStream(content));
  }

  // Among the page's fonts, which it may share with others; gives its name there.
  std::string add_font(QPDFPageObjectHelper page) {
    Object resources = page.getAttribute("/Resources", /*copy_if_shared=*/true);
    if (!resources.isDictionary()) {
      resources = Object::newDictionary();
      page.getObjectHandle().replaceKey("/Resources", resources);
    }
    Object fonts = resources.getKey("/Font");
    fonts = fonts.isDictionary() ? fonts.shallowCopy() : Object::newDictionary();
    std::string name = "KehoachText";
    while (fonts.hasKey("/" + name)) name += "X";
    fonts.replaceKey("/" + name, font_);
    resources.replaceKey("/Font", fonts);
    return name;
  }

  void make_font() {
    Object program = pdf_.newStream(glyphless_font());
    Object map = pdf_.newStream(codes_.to_unicode());
    std::string glyphs(2, '\0');  // of each code: the empty one
    for (std::size_t i = 0; i < codes_.size(); ++i) glyphs += std::string("\0\1", 2);
    Object descriptor = Object::parse(
        "<< /Type /FontDescriptor /FontName /KehoachGlyphless /Flags 5 /FontBBox [0 -200 500 800] "
        "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 800 /StemV 80 >>");
    descriptor.replaceKey("/FontFile2", program);
    Object inner = Object::parse(
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /KehoachGlyphless /DW 500 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>");
    inner.replaceKey("/FontDescriptor", pdf_.makeIndirectObject(descriptor));
    inner.replaceKey("/CIDToGIDMap", pdf_.newStream(glyphs));
    Object font = Object::parse(
        "<< /Type /Font /Subtype /Type0 /BaseFont /KehoachGlyphless /Encoding /Identity-H >>");
    font.replaceKey("/ToUnicode", map);
    Object descendants = Object::newArray();
    descendants.appendItem(pdf_.makeIndirectObject(inner));
    font.replaceKey("/DescendantFonts", descendants);
    pdf_.replaceObject(font_.getObjGen(), font);
  }

  const base::Source& source_;
  const std::string& tool_;
  const std::string& sha256_;
  QPDF pdf_;
  Object font_;
  LayerCodes codes_;
};

}  // namespace

std::string copy_with_text(const base::Source& source, const std::vector<LayerPage>& pages,
                           const std::string& tool, const std::string& sha256) {
  try {
    return ScanCopy(source, tool, sha256).write(pages);
  } catch (const base::Error&) {
    throw;
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw base::Error("no-copy", source.path + ": no copy with its text can be made: " +
                                     error.what() + "; print the file to a new PDF and read that");
  }
}

}  // namespace kehoach::output
