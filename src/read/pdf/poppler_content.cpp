#include "read/pdf/poppler_content.h"

#include <Object.h>

#include <algorithm>

namespace kehoach::read {
namespace {

bool decodes_an_image(const Stream& stream) {
  for (const Stream* filter = &stream; filter != nullptr; filter = filter->getNextStream()) {
    switch (filter->getKind()) {
      case strCCITTFax:
      case strDCT:
      case strJBIG2:
      case strJPX:
        return true;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

bool append_content(Stream& stream, std::size_t most, std::string& content) {
  if (decodes_an_image(stream)) return true;
  constexpr std::size_t kPiece = 64u << 10;
  const std::size_t begin = content.size();
  stream.reset();
  bool more = true;
  while (more && content.size() - begin <= most) {
    const std::size_t before = content.size();
    content.resize(before + kPiece);
    const int read =
        stream.doGetChars(kPiece, reinterpret_cast<unsigned char*>(content.data() + before));
    content.resize(before + static_cast<std::size_t>(std::max(read, 0)));
    more = read > 0;
  }
  stream.close();
  if (content.size() - begin <= most) return true;
  content.resize(begin + most);
  return false;
}

bool append_contents(const Object& contents, std::size_t most, std::string& content) {
  if (contents.isStream()) return append_content(*contents.getStream(), most, content);
  if (!contents.isArray()) return true;
  for (int i = 0; i < contents.arrayGetLength(); ++i) {
    const Object piece = contents.arrayGet(i);
    if (!piece.isStream()) continue;
    if (!append_content(*piece.getStream(), most - std::min(most, content.size()), content))
      return false;
    content.push_back('\n');
  }
  return true;
}

bool within(Stream& stream, std::size_t most) {
  // No filter makes more than 2,731 bytes of one (LZW); two in a row may.
  constexpr std::size_t kMostOfOne = 2731;
  const Object length = stream.getDict()->lookup("Length");
  const Stream* next = stream.getNextStream();
  const bool single = next == nullptr || next->getNextStream() == nullptr;
  if (single && length.isInt() && length.getInt() >= 0 &&
      static_cast<std::size_t>(length.getInt()) <= most / kMostOfOne)
    return true;
  constexpr int kPiece = 64 << 10;
  unsigned char piece[kPiece];
  std::size_t total = 0;
  stream.reset();
  for (int read = 0; total <= most && (read = stream.doGetChars(kPiece, piece)) > 0;)
    total += static_cast<std::size_t>(read);
  stream.close();
  return total <= most;
}

Object memory_stream(const std::string& content, XRef* xref) {
  return Object(static_cast<Stream*>(new MemStream(
      content.data(), 0, static_cast<Goffset>(content.size()), Object(new Dict(xref)))));
}

}  // namespace kehoach::read
