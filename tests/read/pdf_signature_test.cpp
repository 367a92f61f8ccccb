// Digital signatures: made here with a key of our own.
#include <gtest/gtest.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <cstdio>

#include "made_pdf.h"
#include "page_dump.h"
#include "read/pdf/pdf.h"
#include "read/pdf/signature.h"

namespace kehoach::read {
namespace {

struct Signer {
  EVP_PKEY* key = EVP_RSA_gen(2048);
  X509* certificate = X509_new();
  Signer() {
    X509_set_version(certificate, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate), 3600);
    X509_set_pubkey(certificate, key);
    const std::string name = "Ủy ban nhân dân tỉnh Ví Dụ";
    X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8,
                               reinterpret_cast<const unsigned char*>(name.data()),
                               static_cast<int>(name.size()), -1, 0);
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    X509_sign(certificate, key, EVP_sha256());
  }
  Signer(const Signer&) = delete;
  Signer& operator=(const Signer&) = delete;
  ~Signer() {
    X509_free(certificate);
    EVP_PKEY_free(key);
  }

  std::string sign(const std::string& bytes) const {
    BIO* content = BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size()));
    CMS_ContentInfo* message =
        CMS_sign(certificate, key, nullptr, content, CMS_DETACHED | CMS_BINARY);
    unsigned char* der = nullptr;
    const int length = i2d_CMS_ContentInfo(message, &der);
    std::string signature(reinterpret_cast<char*>(der), static_cast<std::size_t>(length));
    OPENSSL_free(der);
    CMS_ContentInfo_free(message);
    BIO_free(content);
    return signature;
  }
};

void put(std::string& file, const std::string& place, const std::string& text) {
  file.replace(file.find(place), place.size(), text);
}

// A page with one signature field, signed but for what `change` does to the file afterwards.
std::string signed_file(const Signer& signer, const std::string& kind) {
  const std::string hole(6000, '0'), range = "/ByteRange [0 1111111111 2222222222 3333333333]";
  std::string file =
      one_page({"BT /F1 10 Tf 20 70 Td (abc) Tj ET",
                "/Annots [6 0 R]",
                "",
                "/AcroForm << /SigFlags 3 /Fields [6 0 R] >>",
                {"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [20 10 120 40] /P 3 0 R "
                 "/V 7 0 R >>",
                 "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + kind + " " + range +
                     " /Contents <" + hole + "> /M (D:20250304050607+07'00') >>"}});
  const std::size_t begin = file.find("<" + hole), end = begin + hole.size() + 2;
  char numbers[64];
  std::snprintf(numbers, sizeof numbers, "/ByteRange [0 %010zu %010zu %010zu]", begin, end,
                file.size() - end);
  put(file, range, numbers);
  const std::string message = signer.sign(file.substr(0, begin) + file.substr(end));
  std::string hex;
  char digits[3];
  for (const char byte : message) {
    std::snprintf(digits, sizeof digits, "%02x", static_cast<unsigned char>(byte));
    hex += digits;
  }
  return file.replace(begin + 1, hex.size(), hex);
}

std::string signatures(const Pdf& pdf) {
  std::string text;
  for (const DigitalSignature& signature : pdf.signatures)
    text += signature.signer + " | " + signature.time + " | " +
            (!signature.valid   ? "unknown"
             : *signature.valid ? "valid"
                                : "changed") +
            " | page " + std::to_string(signature.page.value_or(0)) + " " +
            dump(signature.box.value_or(base::Box{}));
  return text;
}

TEST(PdfSignatureTest, SaysWhoWhenAndWhetherTheFileIsAsSigned) {
  const Signer signer;
  const std::string who = "Ủy ban nhân dân tỉnh Ví Dụ | 2025-03-04T05:06:07+07:00 | ";
  const std::string where = " | page 1 [20 60 120 90]";
  const std::string file = signed_file(signer, "adbe.pkcs7.detached");
  const auto read = [](const std::string& bytes) {
    return signatures(read_pdf(source(bytes), base::Budget{}));
  };
  EXPECT_EQ(read(file), who + "valid" + where);
  EXPECT_EQ(read(file + "\n% appended later\n"), who + "valid" + where);
  EXPECT_EQ(read(signed_file(signer, "ETSI.CAdES.detached")), who + "valid" + where);
  EXPECT_EQ(read(signed_file(signer, "of.another.kind")), who + "unknown" + where);

  std::string changed = file;
  put(changed, "(abc)", "(abd)");
  EXPECT_EQ(read(changed), who + "changed" + where);
  // A range that leaves out more than the signature says nothing of the file.
  std::string narrowed = file;
  put(narrowed, "/ByteRange [0 0", "/ByteRange [1 0");
  EXPECT_EQ(read(narrowed), who + "unknown" + where);
}

TEST(PdfSignatureTest, UnsignedFieldsAreNone) {
  const std::string file =
      one_page({"",
                "/Annots [6 0 R]",
                "",
                "/AcroForm << /Fields [6 0 R] >>",
                {"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /Rect [20 10 120 40] >>"}});
  EXPECT_TRUE(read_pdf(source(file), base::Budget{}).signatures.empty());
}

TEST(PdfSignatureTest, DatesOfPdf) {
  const std::pair<std::string, std::string> cases[] = {
      {"D:20250203140035+07'00'", "2025-02-03T14:00:35+07:00"},
      {"D:20250203140035+07'00", "2025-02-03T14:00:35+07:00"},
      {"D:20250203140035-0330", "2025-02-03T14:00:35-03:30"},
      {"D:20250203140035Z", "2025-02-03T14:00:35+00:00"},
      {"20250203140035", "2025-02-03T14:00:35"},
      {"D:20251303140035", ""},
      {"D:2025", ""},
      {"", ""},
      {"yesterday", ""},
  };
  for (const auto& [date, expected] : cases) EXPECT_EQ(iso_time(date), expected) << date;
}

}  // namespace
}  // namespace kehoach::read
