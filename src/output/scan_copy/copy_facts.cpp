#include "output/scan_copy/copy_facts.h"

#include <qpdf/QPDFObjectHandle.hh>

#include "output/escaped_markup.h"

namespace kehoach::output {
namespace {

using Object = QPDFObjectHandle;

std::string note_of(const std::string& sha256, std::size_t signatures) {
  std::string note =
      "Copy with recognised text (OCR) of the file with SHA-256 " + sha256 + ". Not the original.";
  if (signatures == 1)
    note += " Its digital signature holds for the original only and is not in this copy.";
  if (signatures > 1)
    note += " Its " + std::to_string(signatures) +
            " digital signatures hold for the original only and are not in this copy.";
  return note;
}

std::string xmp(const std::string& title, const std::string& tool, const std::string& sha256,
                const std::string& note) {
  const auto text = [](const std::string& name, const std::string& value) {
    return "<" + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped_markup(value) +
           "</rdf:li></rdf:Alt></" + name + ">\n";
  };
  return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
         "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
         "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
         "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
         "xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" "
         "xmlns:stRef=\"http://ns.adobe.com/xap/1.0/sType/ResourceRef#\">\n" +
         (title.empty() ? "" : text("dc:title", title)) + text("dc:description", note) +
         "<dc:source>sha256:" + sha256 + "</dc:source>\n<pdf:Producer>" + escaped_markup(tool) +
         "</pdf:Producer>\n<xmpMM:DerivedFrom "
         "rdf:parseType=\"Resource\"><stRef:documentID>sha256:" +
         sha256 +
         "</stRef:documentID></xmpMM:DerivedFrom>\n"
         "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

std::string text_of(Object dictionary, const char* key) {
  Object value = dictionary.getKey(key);
  return value.isString() ? value.getUTF8Value() : "";
}

}  // namespace

void say_copy(QPDF& pdf, const std::string& tool, const std::string& sha256,
              std::size_t signatures) {
  const std::string note = note_of(sha256, signatures);
  Object info = pdf.getTrailer().getKey("/Info");
  info = info.isDictionary() ? info.shallowCopy() : Object::newDictionary();
  const std::string subject = text_of(info, "/Subject");
  info.replaceKey("/Producer", Object::newUnicodeString(tool));
  info.replaceKey("/Subject",
                  Object::newUnicodeString(subject.empty() ? note : note + " | " + subject));
  info.replaceKey("/CopyOf", Object::newUnicodeString("sha256:" + sha256));
  pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
  Object metadata = pdf.newStream(xmp(text_of(info, "/Title"), tool, sha256, note));
  metadata.getDict().replaceKey("/Type", Object::newName("/Metadata"));
  metadata.getDict().replaceKey("/Subtype", Object::newName("/XML"));
  pdf.getRoot().replaceKey("/Metadata", metadata);
}

}  // namespace kehoach::output
