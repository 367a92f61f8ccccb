#include "output/digest.h"

#include <openssl/evp.h>

#include <array>

#include "base/error.h"

namespace kehoach::output {
namespace {

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

// The namespace of record ids: a UUID of our own, in bytes.
constexpr unsigned char kNamespace[16] = {0x6b, 0x65, 0x68, 0x6f, 0x61, 0x63, 0x48, 0x31,
                                          0x9d, 0x1c, 0x52, 0x07, 0xe4, 0x3a, 0x71, 0xb8};

std::size_t digest(std::string_view bytes, const EVP_MD* kind, Digest& out) {
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), out.data(), &size, kind, nullptr) != 1)
    throw base::Error("digest",
                      "OpenSSL refused to hash: this system's crypto policy may forbid it");
  return size;
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < size; ++i) {
    out += kDigits[bytes[i] >> 4U];
    out += kDigits[bytes[i] & 0xFU];
  }
  return out;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest out{};
  return hex(out.data(), digest(bytes, EVP_sha256(), out));
}

std::string record_id(std::string_view name) {
  std::string bytes(reinterpret_cast<const char*>(kNamespace), sizeof kNamespace);
  bytes += name;
  Digest out{};
  digest(bytes, EVP_sha1(), out);
  out[6] = static_cast<unsigned char>((out[6] & 0x0FU) | 0x50U);  // version 5
  out[8] = static_cast<unsigned char>((out[8] & 0x3FU) | 0x80U);  // RFC 9562 variant
  std::string id = hex(out.data(), 16);
  for (const std::size_t at : {8, 13, 18, 23}) id.insert(at, 1, '-');
  return id;
}

}  // namespace kehoach::output
