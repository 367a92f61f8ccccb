#include "output/sheets/zip_sizes.h"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace kehoach::output {
namespace {

constexpr std::size_t kEndSize = 22, kEntrySize = 46;

std::uint64_t number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::uint64_t value = 0;
  for (std::size_t i = size; i-- > 0;)
    value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

std::string read(std::ifstream& file, std::uint64_t at, std::size_t size) {
  std::string bytes(size, '\0');
  file.seekg(static_cast<std::streamoff>(at));
  file.read(bytes.data(), static_cast<std::streamsize>(size));
  return file ? bytes : std::string();
}

}  // namespace

std::map<std::string, std::uint64_t> zip_sizes(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto bytes = static_cast<std::uint64_t>(std::max<std::streamoff>(file.tellg(), 0));
  if (bytes < kEndSize) return {};
  const std::string end = read(file, bytes - kEndSize, kEndSize);
  if (!end.starts_with("PK\5\6")) return {};
  const std::uint64_t size = number(end, 12, 4), start = number(end, 16, 4);
  if (size > bytes || start > bytes - size) return {};
  const std::string directory = read(file, start, size);
  std::map<std::string, std::uint64_t> out;
  for (std::size_t at = 0; at + kEntrySize <= directory.size();) {
    const std::size_t name = number(directory, at + 28, 2);
    if (!std::string_view(directory).substr(at).starts_with("PK\1\2")) return {};
    out[directory.substr(at + kEntrySize, name)] = number(directory, at + 24, 4);
    at += kEntrySize + name + number(directory, at + 30, 2) + number(directory, at + 32, 2);
  }
  return out;
}

}  // namespace kehoach::output
