#include "read/html/mhtml.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace kehoach::read {
namespace {

// As Chromium saves a page: a frame and a picture behind it.
constexpr const char* kChromium =
    "From: <Saved by Blink>\r\n"
    "Snapshot-Content-Location: https://tinh.example.vn/tin/1.html\r\n"
    "Subject: =?utf-8?Q?K=E1=BA=BF?=\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n"
    "\ttype=\"text/html\";\r\n"
    "\tboundary=\"----Boundary\"\r\n"
    "\r\n"
    "------Boundary\r\n"
    "Content-Type: text/html\r\n"
    "Content-ID: <frame-1@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://tinh.example.vn/tin/1.html?a=3D1\r\n"
    "\r\n"
    "<p class=3D\"tin\">K=E1=BA=BF ho=E1=BA=A1ch s=\r\n"
    "=E1=BB=91 1</p>\r\n"
    "------Boundary\r\n"
    "Content-Type: text/html\r\n"
    "Content-ID: <frame-2@mhtml.blink>\r\n"
    "\r\n"
    "<p>khung</p>\r\n"
    "------Boundary\r\n"
    "Content-Type: image/png\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "Content-Location: https://tinh.example.vn/a.png\r\n"
    "\r\n"
    "iVBORw0KGgo=\r\n"
    "------Boundary--\r\n";

// As Word and old Internet Explorer do: the charset in the header, base64, no address of the web.
constexpr const char* kWord =
    "MIME-Version: 1.0\n"
    "Content-Type: multipart/related; start=\"<trang>\"; boundary=\"x\"\n"
    "\n"
    "--x\n"
    "Content-Type: text/html; charset=us-ascii\n"
    "\n"
    "<p>header</p>\n"
    "--x\n"
    "Content-ID: <trang>\n"
    "Content-Location: file:///C:/tam.htm\n"
    "Content-Transfer-Encoding: base64\n"
    "Content-Type: text/html; charset=\"windows-1258\"\n"
    "\n"
    "PHA+eA==\n";  // cut off: no closing boundary

TEST(ReadMhtml, FindsThePage) {
  const MhtmlPage chromium = read_mhtml(kChromium, "a.mhtml");
  EXPECT_EQ(chromium.bytes, "<p class=\"tin\">Kế hoạch số 1</p>");
  EXPECT_EQ(chromium.charset, "");
  EXPECT_EQ(chromium.media_type, "multipart/related");
  EXPECT_EQ(chromium.url, "https://tinh.example.vn/tin/1.html?a=3D1");
  const MhtmlPage word = read_mhtml(kWord, "a.mht");
  EXPECT_EQ(word.bytes, "<p>x");
  EXPECT_EQ(word.charset, "windows-1258");
  EXPECT_EQ(word.url, "");
}

TEST(ReadMhtml, ReadsAPageThatIsTheWholeMessage) {
  const MhtmlPage page =
      read_mhtml("\r\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>a", "a.mht");
  EXPECT_EQ(page.bytes, "<p>a");
  EXPECT_EQ(page.media_type, "text/html");
}

TEST(ReadMhtml, SaysThatThereIsNoPage) {
  const char* const kCases[] = {
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
      "Content-Type: image/png\n\na\n--x--\n",
      "MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
  };
  for (const char* bytes : kCases) {
    try {
      read_mhtml(bytes, "a.mhtml");
      FAIL() << bytes;
    } catch (const base::Error& error) {
      EXPECT_EQ(error.code(), "broken");
      EXPECT_STREQ(error.what(),
                   "a.mhtml: none of the parts of this saved page (MHTML) is HTML. Save the page "
                   "again");
    }
  }
}

}  // namespace
}  // namespace kehoach::read
