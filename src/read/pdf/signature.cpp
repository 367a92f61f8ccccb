#include "read/pdf/signature.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/cmserr.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <memory>

#include "base/utf8.h"

namespace kehoach::read {
namespace {

template <auto Free>
struct Freeing {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Message = std::unique_ptr<CMS_ContentInfo, Freeing<CMS_ContentInfo_free>>;
using Stream = std::unique_ptr<BIO, Freeing<BIO_free_all>>;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The bytes of "<3082…>"; empty if it is anything else.
std::string from_hex(std::string_view text) {
  if (text.size() < 2 || text.front() != '<' || text.back() != '>') return {};
  std::string bytes;
  int high = -1;
  for (const char c : text.substr(1, text.size() - 2)) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') continue;
    const int value = hex_value(c);
    if (value < 0) return {};
    if (high < 0) {
      high = value;
    } else {
      bytes.push_back(static_cast<char>(high * 16 + value));
      high = -1;
    }
  }
  return bytes;
}

// The two pieces of the file that are signed, and what stands between them.
struct Signed {
  std::string_view first, contents, second;
};

std::optional<Signed> signed_pieces(std::string_view file, const std::vector<std::int64_t>& range) {
  if (range.size() != 4 || range[0] != 0) return std::nullopt;
  const auto size = static_cast<std::int64_t>(file.size());
  for (const std::int64_t value : range)
    if (value < 0 || value > size) return std::nullopt;
  if (range[1] > range[2] || range[3] > size - range[2]) return std::nullopt;
  const auto at = [](std::int64_t value) { return static_cast<std::size_t>(value); };
  return Signed{file.substr(0, at(range[1])), file.substr(at(range[1]), at(range[2] - range[1])),
                file.substr(at(range[2]), at(range[3]))};
}

Message parse(const std::string& bytes) {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  return Message(d2i_CMS_ContentInfo(nullptr, &data, static_cast<long>(bytes.size())));
}

Stream memory(const std::string& bytes) {
  return Stream(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
}

std::string common_name(const X509& certificate) {
  const X509_NAME* subject = X509_get_subject_name(&certificate);
  const int place = X509_NAME_get_index_by_NID(subject, NID_commonName, -1);
  if (place < 0) return {};
  unsigned char* utf8 = nullptr;
  const int length =
      ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, place)));
  if (length < 0) return {};
  std::string name(reinterpret_cast<char*>(utf8), static_cast<std::size_t>(length));
  OPENSSL_free(utf8);
  return base::encode_utf8(base::decode_utf8(name));
}

std::string signing_time(CMS_SignerInfo* signer) {
  const auto* time = static_cast<const ASN1_TIME*>(
      CMS_signed_get0_data_by_OBJ(signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3, V_ASN1_UTCTIME));
  if (time == nullptr)
    time = static_cast<const ASN1_TIME*>(CMS_signed_get0_data_by_OBJ(
        signer, OBJ_nid2obj(NID_pkcs9_signingTime), -3, V_ASN1_GENERALIZEDTIME));
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d+00:00", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text;
}

// False if the signature was compared and does not fit; absent if it could not be compared.
std::optional<bool> failure() {
  bool compared = false;
  while (const unsigned long error = ERR_get_error())
    compared = compared || (ERR_GET_LIB(error) == ERR_LIB_CMS &&
                            (ERR_GET_REASON(error) == CMS_R_VERIFICATION_FAILURE ||
                             ERR_GET_REASON(error) == CMS_R_MESSAGEDIGEST_WRONG_LENGTH));
  if (compared) return false;
  return std::nullopt;
}

constexpr unsigned kFlags = CMS_NO_SIGNER_CERT_VERIFY | CMS_BINARY;

std::optional<bool> verify_detached(CMS_ContentInfo& message, const Signed& pieces) {
  std::string content;
  content.reserve(pieces.first.size() + pieces.second.size());
  content.append(pieces.first).append(pieces.second);
  const Stream stream = memory(content);
  if (CMS_verify(&message, nullptr, nullptr, stream.get(), nullptr, kFlags) == 1) return true;
  return failure();
}

// The old kind signs the SHA-1 of the bytes, which the message holds.
std::optional<bool> verify_sha1(CMS_ContentInfo& message, const Signed& pieces) {
  const Stream held(BIO_new(BIO_s_mem()));
  if (CMS_verify(&message, nullptr, nullptr, nullptr, held.get(), kFlags) != 1) return failure();
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  const std::unique_ptr<EVP_MD_CTX, Freeing<EVP_MD_CTX_free>> hash(EVP_MD_CTX_new());
  EVP_DigestInit_ex(hash.get(), EVP_sha1(), nullptr);
  EVP_DigestUpdate(hash.get(), pieces.first.data(), pieces.first.size());
  EVP_DigestUpdate(hash.get(), pieces.second.data(), pieces.second.size());
  EVP_DigestFinal_ex(hash.get(), digest.data(), &length);
  char* data = nullptr;
  const long size = BIO_get_mem_data(held.get(), &data);
  return std::string_view(data, static_cast<std::size_t>(size)) ==
         std::string_view(reinterpret_cast<const char*>(digest.data()), length);
}

std::optional<bool> verify(CMS_ContentInfo& message, const Signed& pieces,
                           const std::string& kind) {
  if (kind == "adbe.pkcs7.sha1") return verify_sha1(message, pieces);
  if (kind == "adbe.pkcs7.detached" || kind == "ETSI.CAdES.detached")
    return verify_detached(message, pieces);
  return std::nullopt;
}

void read_signer(CMS_ContentInfo& message, CheckedSignature& checked) {
  CMS_set1_signers_certs(&message, nullptr, 0);
  const auto* signers = CMS_get0_SignerInfos(&message);
  if (signers == nullptr || sk_CMS_SignerInfo_num(signers) == 0) return;
  CMS_SignerInfo* signer = sk_CMS_SignerInfo_value(signers, 0);
  X509* certificate = nullptr;
  CMS_SignerInfo_get0_algs(signer, nullptr, &certificate, nullptr, nullptr);
  if (certificate != nullptr) checked.signer = common_name(*certificate);
  if (checked.time.empty()) checked.time = signing_time(signer);
}

// The message stands between the signed pieces. Where it does not, the file was written anew after
// it was signed: the message is known from its dictionary, and can only be found not to fit.
void check_message(std::string_view file, const SignatureFacts& facts, CheckedSignature& checked) {
  const std::optional<Signed> pieces = signed_pieces(file, facts.byte_range);
  Message message = parse(pieces ? from_hex(pieces->contents) : std::string());
  const bool in_place = message != nullptr;
  if (!in_place) message = parse(facts.contents);
  if (message != nullptr && OBJ_obj2nid(CMS_get0_type(message.get())) == NID_pkcs7_signed) {
    read_signer(*message, checked);
    ERR_clear_error();
    if (pieces) checked.valid = verify(*message, *pieces, facts.sub_filter);
    if (!in_place && checked.valid == true) checked.valid.reset();
  }
  ERR_clear_error();
}

bool has_offset(std::string_view time) {
  return time.size() > 19 && time.find_first_of("+-", 19) != std::string_view::npos;
}

}  // namespace

CheckedSignature check_signature(std::string_view file, const SignatureFacts& facts) {
  CheckedSignature checked;
  const std::string said = iso_time(facts.date);
  if (has_offset(said)) checked.time = said;
  check_message(file, facts, checked);
  if (checked.signer.empty()) checked.signer = facts.name;
  if (checked.time.empty()) checked.time = said;
  return checked;
}

std::string iso_time(std::string_view pdf_date) {
  if (pdf_date.starts_with("D:")) pdf_date.remove_prefix(2);
  std::string digits;
  while (!pdf_date.empty() && hex_value(pdf_date.front()) >= 0 && pdf_date.front() <= '9') {
    digits.push_back(pdf_date.front());
    pdf_date.remove_prefix(1);
  }
  if (digits.size() != 14) return {};
  const auto part = [&](std::size_t at, std::size_t size) { return digits.substr(at, size); };
  const bool sound = part(4, 2) >= "01" && part(4, 2) <= "12" && part(6, 2) >= "01" &&
                     part(6, 2) <= "31" && part(8, 2) <= "23" && part(10, 2) <= "59" &&
                     part(12, 2) <= "60";
  if (!sound) return {};
  std::string time = part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" +
                     part(10, 2) + ":" + part(12, 2);
  if (pdf_date.starts_with("Z")) return time + "+00:00";
  if (!pdf_date.starts_with("+") && !pdf_date.starts_with("-")) return time;
  std::string offset;
  for (const char c : pdf_date.substr(1))
    if (c >= '0' && c <= '9' && offset.size() < 4) offset.push_back(c);
  if (offset.size() == 2) offset += "00";
  if (offset.size() != 4 || offset.substr(0, 2) > "14" || offset.substr(2) > "59") return time;
  return time + pdf_date.front() + offset.substr(0, 2) + ":" + offset.substr(2);
}

}  // namespace kehoach::read
