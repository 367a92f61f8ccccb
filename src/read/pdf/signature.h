// A digital signature of a PDF, checked offline: whether the bytes it signs are unchanged and the
// signature fits the certificate it brings along. Who vouches for that certificate cannot be known
// without the issuers' lists, so that a forger with a certificate of his own passes too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kehoach::read {

// What a signature's dictionary says.
struct SignatureFacts {
  std::vector<std::int64_t> byte_range;  // begin, size, begin, size
  std::string sub_filter;                // "adbe.pkcs7.detached", "ETSI.CAdES.detached" …
  std::string contents;                  // the message (PKCS #7)
  std::string name;                      // /Name
  std::string date;                      // /M: "D:20250203140035+07'00'"
};

struct CheckedSignature {
  std::string signer;         // common name of the certificate, else /Name
  std::string time;           // ISO 8601 with offset; as the signer's clock had it
  std::optional<bool> valid;  // absent: a kind of signature that cannot be checked
};

CheckedSignature check_signature(std::string_view file, const SignatureFacts& facts);

// "D:20250203140035+07'00'" as "2025-02-03T14:00:35+07:00"; empty if it is no date. Without an
// offset none is given.
std::string iso_time(std::string_view pdf_date);

}  // namespace kehoach::read
