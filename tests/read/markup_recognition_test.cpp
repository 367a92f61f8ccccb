#include "read/html/markup_recognition.h"

#include <gtest/gtest.h>

#include <string>

namespace kehoach::read {
namespace {

std::string utf16(std::string_view ascii) {
  std::string bytes;
  for (char c : ascii) bytes += {c, '\0'};
  return bytes;
}

TEST(IsWebPage, DecidesByContent) {
  const struct {
    std::string bytes;
    bool page;
  } kCases[] = {
      {"<!DOCTYPE html><html>", true},
      {"<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", true},
      {"\xEF\xBB\xBF \r\n<HTML>", true},
      {"<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", true},
      {"<!-- saved --><div class=\"x\">", true},
      {"<p>một đoạn", true},
      {"<td>một ô", true},
      {"<script>a</script>", true},
      {"</div>đuôi của một trang", true},
      {"<app-root></app-root><div>", true},
      {utf16("<html><body>"), true},
      {"\xFF\xFE" + utf16("<p>a"), true},
      {"Tin tỉnh<br>ngày 1<br><b>đậm</b>", true},
      {"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x", true},
      {"From: <Saved by Blink>\r\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>", true},
      {"<img src=\"data:image/png;base64," + std::string(100'000, 'A') + "\">", true},
      {"<!--" + std::string(100'000, 'a') + "--><p>b", true},
      {"<rss a=\"" + std::string(100'000, 'a') + "\">", false},
      {"From: ai đó\nMIME-Version: 1.0\nContent-Type: text/plain\n\nthư", false},
      {"", false},
      {"KẾ HOẠCH\nSố: 1/KH-UBND", false},
      {"tăng từ <5% và a<b, số lượng <1000", false},
      {"Mục <b>đậm</b> duy nhất", false},
      {"<rss version=\"2.0\"><channel><title>a</title></channel></rss>", false},
      {"<?xml version=\"1.0\"?><w:document><p>a</p></w:document>", false},
      {"<!DOCTYPE plist><plist>", false},
      {"<svg><title>hình</title></svg>", false},
      {"{\"error\":\"không tìm thấy\"}", false},
      {"x\x01\x02\x03<a><b><i>", false},
  };
  for (const auto& [bytes, page] : kCases) EXPECT_EQ(is_web_page(bytes), page) << bytes;
}

}  // namespace
}  // namespace kehoach::read
