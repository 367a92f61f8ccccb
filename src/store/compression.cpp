#include "store/compression.h"

#include <zlib.h>

#include <new>

#include "base/error.h"

namespace kehoach::store {
namespace {

constexpr int kLevel = 6;
// More than any text, record or model can come to; a damaged size must not take the memory.
constexpr std::size_t kMostBytes = std::size_t{1} << 30U;

}  // namespace

std::string compress(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  const int code = compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                             reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), kLevel);
  if (code != Z_OK) throw std::bad_alloc();
  out.resize(size);
  return out;
}

std::string decompress(std::string_view stream, std::size_t size) {
  const auto damaged = [] {
    return base::Error("archive-corrupt",
                       "a compressed text in the archive is damaged; restore the archive from a "
                       "copy, or ingest the sources into a new one");
  };
  if (size > kMostBytes) throw damaged();
  std::string out(size, '\0');
  uLongf got = size;
  const int code = uncompress(reinterpret_cast<Bytef*>(out.data()), &got,
                              reinterpret_cast<const Bytef*>(stream.data()), stream.size());
  if (code == Z_MEM_ERROR) throw std::bad_alloc();
  if (code != Z_OK || got != size) throw damaged();
  return out;
}

}  // namespace kehoach::store
