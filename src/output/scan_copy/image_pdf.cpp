#include "output/scan_copy/image_pdf.h"

#include <cstdio>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace kehoach::output {
namespace {

using Object = QPDFObjectHandle;

// Hundredths of a point, never in the form of the locale.
std::string number(double points) {
  const long parts = static_cast<long>(points * 100 + 0.5);
  char digits[40];
  std::snprintf(digits, sizeof digits, "%ld.%02ld", parts / 100, parts % 100);
  return digits;
}

Object image_object(QPDF& pdf, const ImageOfPage& image) {
  Object object = pdf.newStream(image.bytes);
  Object entries = object.getDict();
  entries.replaceKey("/Type", Object::newName("/XObject"));
  entries.replaceKey("/Subtype", Object::newName("/Image"));
  entries.replaceKey("/Width", Object::newInteger(image.columns));
  entries.replaceKey("/Height", Object::newInteger(image.rows));
  entries.replaceKey("/BitsPerComponent", Object::newInteger(image.jpeg ? 8 : 1));
  entries.replaceKey("/ColorSpace",
                     Object::newName(image.components == 3 ? "/DeviceRGB" : "/DeviceGray"));
  if (image.jpeg)
    entries.replaceKey("/Filter", Object::newName("/DCTDecode"));
  else
    entries.replaceKey("/Decode", Object::parse("[1 0]"));
  return object;
}

}  // namespace

std::string images_as_pdf(const std::vector<ImageOfPage>& images) {
  QPDF pdf;
  pdf.emptyPDF();
  for (const ImageOfPage& image : images) {
    const std::string width = number(image.width), height = number(image.height);
    Object page = Object::parse("<< /Type /Page /MediaBox [0 0 " + width + " " + height +
                                "] /Resources << /XObject << >> >> >>");
    page.getKey("/Resources").getKey("/XObject").replaceKey("/Scan", image_object(pdf, image));
    page.replaceKey("/Contents",
                    pdf.newStream("q " + width + " 0 0 " + height + " 0 0 cm /Scan Do Q\n"));
    pdf.addPage(pdf.makeIndirectObject(page), false);
  }
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace kehoach::output
