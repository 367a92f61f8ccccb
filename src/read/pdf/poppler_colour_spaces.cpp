#include <Object.h>
#include <Stream.h>

#include <initializer_list>

#include "read/pdf/poppler_content.h"
#include "read/pdf/poppler_resources.h"

namespace kehoach::read {
namespace {

constexpr int kDeepestSpace = 4;
constexpr std::size_t kMostFunctionBytes = 1u << 20;

Object device_space(int components) {
  return Object(objName, components == 1   ? "DeviceGray"
                         : components == 4 ? "DeviceCMYK"
                                           : "DeviceRGB");
}

bool is_kind(const Object& type, int number) { return type.isInt() && type.getInt() == number; }

// A tint function that is not made of others, so that it cannot unfold.
bool is_plain_function(const Object& function) {
  if (function.isDict()) return is_kind(function.dictLookup("FunctionType"), 2);
  if (!function.isStream()) return false;
  const Object type = function.streamGetDict()->lookup("FunctionType");
  return (is_kind(type, 0) || is_kind(type, 4)) &&
         within(*function.getStream(), kMostFunctionBytes);
}

Object numbers(std::initializer_list<double> values, XRef* xref) {
  auto* array = new Array(xref);
  for (const double value : values) array->add(Object(value));
  return Object(array);
}

// An ink of which nothing is known: the more of it, the darker.
Object some_ink(XRef* xref) {
  auto* function = new Dict(xref);
  function->set("FunctionType", Object(2));
  function->set("Domain", numbers({0, 1}, xref));
  function->set("C0", numbers({1}, xref));
  function->set("C1", numbers({0}, xref));
  function->set("N", Object(1));
  auto* space = new Array(xref);
  space->add(Object(objName, "Separation"));
  space->add(Object(objName, "Black"));
  space->add(device_space(1));
  space->add(Object(function));
  return Object(space);
}

Object plain_ink(const Object& space, XRef* xref, int depth) {
  if (space.arrayGetLength() < 4 || !is_plain_function(space.arrayGet(3))) return some_ink(xref);
  auto* plain = new Array(xref);
  plain->add(space.arrayGet(0));
  plain->add(space.arrayGet(1));
  plain->add(plain_colour_space(space.arrayGet(2), xref, depth + 1));
  plain->add(space.arrayGet(3));
  return Object(plain);
}

}  // namespace

Object plain_colour_space(const Object& space, XRef* xref, int depth) {
  if (space.isName()) return space.copy();
  if (!space.isArray() || space.arrayGetLength() < 1 || depth > kDeepestSpace)
    return device_space(1);
  const Object kind = space.arrayGet(0);
  if (kind.isName("ICCBased")) {
    const Object profile = space.arrayGetLength() > 1 ? space.arrayGet(1) : Object();
    const Object count = profile.isStream() ? profile.streamGetDict()->lookup("N") : Object();
    return device_space(count.isInt() ? count.getInt() : 3);
  }
  if (kind.isName("CalGray")) return device_space(1);
  if (kind.isName("CalRGB")) return device_space(3);
  if (kind.isName("Pattern")) return Object(objName, "Pattern");
  if (kind.isName("Separation") || kind.isName("DeviceN")) return plain_ink(space, xref, depth);
  if (kind.isName("Lab")) return space.copy();
  return kind.isName() && !kind.isName("Indexed") ? kind.copy() : device_space(1);
}

}  // namespace kehoach::read
