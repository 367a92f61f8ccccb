#include "layout/web/web_address.h"

#include <algorithm>
#include <array>
#include <vector>

namespace kehoach::layout {
namespace {

using View = std::string_view;

constexpr std::array<View, 12> kSuffixes = {".pdf",  ".doc", ".docx", ".xls", ".xlsx", ".ppt",
                                            ".pptx", ".zip", ".rar",  ".7z",  ".odt",  ".rtf"};

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// The length of "https:" at the start; 0 if there is none.
std::size_t scheme_size(View address) {
  std::size_t n = 0;
  while (n < address.size() &&
         (is_letter(address[n]) || (n > 0 && (('0' <= address[n] && address[n] <= '9') ||
                                              address[n] == '+' || address[n] == '-'))))
    ++n;
  return n > 1 && n < address.size() && address[n] == ':' ? n + 1 : 0;
}

View trimmed(View text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  return text;
}

// Where the path begins: behind "https://host".
std::size_t path_begin(View address) {
  const auto host = scheme_size(address);
  if (address.substr(host, 2) != "//") return host;
  return std::min(address.find_first_of("/?#", host + 2), address.size());
}

std::string without_dots(View path) {
  std::vector<View> parts;
  while (!path.empty()) {
    const auto end = std::min(path.find('/', 1), path.size());
    const View part = path.substr(0, end);
    path.remove_prefix(end);
    if (part == "/." || part == "/..") {
      if (part == "/.." && !parts.empty()) parts.pop_back();
      if (path.empty()) parts.push_back("/");
      continue;
    }
    parts.push_back(part);
  }
  std::string out;
  for (const View part : parts) out += part;
  return out;
}

int hex(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  c = lower(c);
  return 'a' <= c && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string percent_decoded(View text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    out += escape ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i];
    i += escape ? 2 : 0;
  }
  return out;
}

std::string last_part(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

std::string resolve(View base, View reference) {
  reference = trimmed(reference);
  base = trimmed(base);
  if (reference.empty() || reference.front() == '#') return {};
  if (const auto size = scheme_size(reference); size > 0) {
    std::string scheme(reference.substr(0, size));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), lower);
    const bool document =
        scheme == "http:" || scheme == "https:" || scheme == "ftp:" || scheme == "file:";
    return document ? std::string(reference) : std::string();
  }
  if (scheme_size(base) == 0) return std::string(reference);
  if (reference.starts_with("//"))
    return std::string(base.substr(0, scheme_size(base))) + std::string(reference);
  const auto path = path_begin(base);
  const std::string host(base.substr(0, path));
  View folder = base.substr(path);
  folder = folder.substr(0, folder.find_first_of("?#"));
  if (reference.front() == '?') return host + std::string(folder) + std::string(reference);
  const auto query = std::min(reference.find_first_of("?#"), reference.size());
  std::string target(reference.substr(0, query));
  if (target.front() != '/') {
    folder = folder.substr(0, folder.rfind('/') == View::npos ? 0 : folder.rfind('/'));
    target = std::string(folder) + "/" + target;
  }
  return host + without_dots(target) + std::string(reference.substr(query));
}

std::string file_name(View address) {
  address = address.substr(0, address.find('#'));
  const auto query = std::min(address.find('?'), address.size());
  const View path = address.substr(path_begin(address.substr(0, query)), query);
  std::string name = last_part(percent_decoded(path.substr(0, path.find('?'))));
  if (has_document_suffix(name)) return name;
  for (View rest = address.substr(query); !rest.empty();) {
    rest.remove_prefix(1);
    const View pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(pair.size());
    const std::string value = last_part(percent_decoded(pair.substr(pair.find('=') + 1)));
    if (has_document_suffix(value)) return value;
  }
  return name;
}

bool has_document_suffix(View name) {
  name = trimmed(name);
  return std::any_of(kSuffixes.begin(), kSuffixes.end(), [&](View suffix) {
    return name.size() > suffix.size() &&
           std::equal(suffix.begin(), suffix.end(),
                      name.end() - static_cast<std::ptrdiff_t>(suffix.size()),
                      [](char a, char b) { return a == lower(b); });
  });
}

}  // namespace kehoach::layout
