#include "read/pdf/poppler_resources.h"

#include <Object.h>
#include <PDFDoc.h>
#include <Stream.h>

#include "read/pdf/poppler_content.h"

namespace kehoach::read {
namespace {

// Of a font program or map; whole fonts of Chinese characters have 20 MB.
constexpr std::size_t kMostFontBytes = 32u << 20;

// Of the expression that says whether a layer is shown.
constexpr int kMostTerms = 1000;

std::pair<int, int> key(Ref reference) { return {reference.num, reference.gen}; }

int integer(const Dict& dict, const char* name, const char* short_name) {
  const Object value = dict.lookup(dict.hasKey(name) ? name : short_name);
  return value.isNum() ? static_cast<int>(value.getNum()) : 0;
}

// Only what changes how text and rules look.
Object plain_states(const Dict& states, XRef* xref) {
  auto* plain = new Dict(xref);
  for (int i = 0; i < states.getLength(); ++i) {
    const Object state = states.getVal(i);
    if (!state.isDict()) continue;
    auto* kept = new Dict(xref);
    for (const char* name : {"ca", "CA", "LW"}) {
      Object value = state.dictLookup(name);
      if (value.isNum()) kept->set(name, std::move(value));
    }
    plain->set(states.getKey(i), Object(kept));
  }
  return Object(plain);
}

Object plain_colour_spaces(const Dict& spaces, XRef* xref) {
  auto* plain = new Dict(xref);
  for (int i = 0; i < spaces.getLength(); ++i) {
    const std::string_view name = spaces.getKey(i);
    if (!name.starts_with("Default"))  // profiles for the device's own colours
      plain->set(spaces.getKey(i), plain_colour_space(spaces.getVal(i), xref));
  }
  return Object(plain);
}

bool is_bounded_stream(const Object& stream) {
  return !stream.isStream() || within(*stream.getStream(), kMostFontBytes);
}

// Poppler reads of a font its maps, and of a simple one with Type 1 outlines the program too.
bool is_bounded_font(const Object& font) {
  if (!font.isDict()) return true;
  if (!is_bounded_stream(font.dictLookup("ToUnicode")) ||
      !is_bounded_stream(font.dictLookup("Encoding")))
    return false;
  const Object descendants = font.dictLookup("DescendantFonts");
  if (descendants.isArray() && descendants.arrayGetLength() > 0) {
    const Object descendant = descendants.arrayGet(0);
    return !descendant.isDict() || is_bounded_stream(descendant.dictLookup("CIDToGIDMap"));
  }
  const Object descriptor = font.dictLookup("FontDescriptor");
  return !descriptor.isDict() || (is_bounded_stream(descriptor.dictLookup("FontFile")) &&
                                  is_bounded_stream(descriptor.dictLookup("FontFile3")));
}

Object without_streams(const Object& font, XRef* xref) {
  auto* plain = new Dict(xref);
  for (const char* name : {"Type", "Subtype", "BaseFont", "FirstChar", "LastChar", "Widths"})
    plain->set(name, font.dictLookup(name));
  return Object(plain);
}

// Counts what a visibility expression unfolds to; arrays may share their parts.
void count_terms(const Object& expression, int depth, int& terms) {
  constexpr int kDeepest = 32;
  if (!expression.isArray() || depth > kDeepest) return;
  for (int i = 0; i < expression.arrayGetLength() && ++terms < kMostTerms; ++i)
    count_terms(expression.arrayGet(i), depth + 1, terms);
}

}  // namespace

bool is_bounded_layer(const Object& layer) {
  if (!layer.isDict()) return true;
  int terms = 0;
  count_terms(layer.dictLookup("VE"), 0, terms);
  return terms < kMostTerms;
}

PopplerResources::PopplerResources(PDFDoc& document) : document_(document) {
  // The profile of the printer that the file was meant for is read anew for every page.
  XRef* xref = document.getXRef();
  Object catalogue = xref->getCatalog();
  if (!catalogue.isDict() || !catalogue.getDict()->hasKey("OutputIntents")) return;
  catalogue.getDict()->remove("OutputIntents");
  xref->setModifiedObject(&catalogue, xref->getRoot());
}

void PopplerResources::prepare(Dict& resources) {
  XRef* xref = document_.getXRef();
  resources.remove("Shading");
  resources.remove("Pattern");
  const Object states = resources.lookup("ExtGState");
  if (states.isDict()) resources.set("ExtGState", plain_states(*states.getDict(), xref));
  const Object spaces = resources.lookup("ColorSpace");
  if (spaces.isDict()) resources.set("ColorSpace", plain_colour_spaces(*spaces.getDict(), xref));
  const Object fonts = resources.lookup("Font");
  if (fonts.isDict()) prepare_fonts(*fonts.getDict());
  const Object layers = resources.lookup("Properties");
  for (int i = 0; layers.isDict() && i < layers.dictGetLength(); ++i)
    if (!is_bounded_layer(layers.getDict()->getVal(i)))
      layers.getDict()->set(layers.getDict()->getKey(i), Object(objNull));
  if (layers.isDict()) resources.set("Properties", layers.copy());
  const Object objects = resources.lookup("XObject");
  if (objects.isDict()) prepare_images(*objects.getDict());
}

void PopplerResources::prepare_fonts(const Dict& fonts) {
  for (int i = 0; i < fonts.getLength(); ++i) {
    const Object& entry = fonts.getValNF(i);
    if (!entry.isRef() || !seen_.insert(key(entry.getRef())).second) continue;
    const Object font = fonts.getVal(i);
    if (is_bounded_font(font)) continue;
    const Object plain = without_streams(font, document_.getXRef());
    document_.getXRef()->setModifiedObject(&plain, entry.getRef());
  }
}

void PopplerResources::prepare_images(const Dict& objects) {
  for (int i = 0; i < objects.getLength(); ++i) {
    const Object& entry = objects.getValNF(i);
    if (!entry.isRef() || !seen_.insert(key(entry.getRef())).second) continue;
    const Object object = objects.getVal(i);
    if (!object.isStream()) continue;
    const Dict& facts = *object.streamGetDict();
    if (!facts.lookup("Subtype").isName("Image")) continue;
    const Object mask = facts.lookup(facts.hasKey("ImageMask") ? "ImageMask" : "IM");
    images_[key(entry.getRef())] = {integer(facts, "Width", "W"), integer(facts, "Height", "H"),
                                    mask.isBool() && mask.getBool(), facts.lookupNF("OC").copy()};
    auto* form = new Dict(document_.getXRef());
    form->set("Subtype", Object(objName, "Form"));
    const Object stand_in(static_cast<Stream*>(new MemStream("", 0, 0, Object(form))));
    document_.getXRef()->setModifiedObject(&stand_in, entry.getRef());
  }
}

const PopplerResources::Image* PopplerResources::image(Ref reference) const {
  const auto found = images_.find(key(reference));
  return found == images_.end() ? nullptr : &found->second;
}

}  // namespace kehoach::read
