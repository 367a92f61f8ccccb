#include "language/legacy/legacy_encoding.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kehoach::language {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
char lower_ascii(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return lower_ascii(c); });
  return result;
}

// "ABCDEF+.VnTimeH,Bold" gives ".VnTimeH".
std::string_view bare_name(std::string_view name) {
  constexpr std::string_view kAround = " \t\r\n\"'";
  const std::size_t first = name.find_first_not_of(kAround);
  if (first == std::string_view::npos) return {};
  name = name.substr(first, name.find_last_not_of(kAround) + 1 - first);
  if (name.size() > 7 && name[6] == '+' && std::all_of(name.begin(), name.begin() + 6, is_upper)) {
    name.remove_prefix(7);
  }
  return name.substr(0, name.find(','));
}

// PDFs lose the dot of ".VnTime" at times. Without it the case tells ABC's "VnArial" from
// Vietware's "VNarial", and the plural in names that are all in lower case.
std::optional<LegacyFont> font_of_vn_family(std::string_view name, const std::string& lower) {
  const bool dotted = lower.starts_with(".vn") || lower.starts_with("_vn");
  const std::size_t family = dotted ? 3 : 2;
  if (lower.size() <= family || lower[family] == '-') return std::nullopt;
  const bool capitalised = name.starts_with("Vn") && is_upper(name[2]);
  const bool abc_times = lower.starts_with("vntime") && !lower.starts_with("vntimes");
  if (dotted || capitalised || abc_times) {
    std::string_view bare = lower;
    for (const std::string_view style : {"-bold", "-italic", "-bolditalic", " bold", " italic"}) {
      if (bare.ends_with(style)) bare.remove_suffix(style.size());
    }
    return LegacyFont{LegacyEncoding::kTcvn3, bare.ends_with('h')};
  }
  const bool vietware = name.starts_with("VN") && name[2] >= 'a' && name[2] <= 'z';
  if (vietware || lower.starts_with("vntimes")) return LegacyFont{LegacyEncoding::kVietwareX};
  return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, LegacyEncoding>, 16> kCharsets = {{
    {"tcvn", LegacyEncoding::kTcvn3},
    {"tcvn3", LegacyEncoding::kTcvn3},
    {"tcvn-5712", LegacyEncoding::kTcvn3},
    {"tcvn5712-1", LegacyEncoding::kTcvn3},
    {"tcvn5712-1:1993", LegacyEncoding::kTcvn3},
    {"x-viet-tcvn", LegacyEncoding::kTcvn3},
    {"x-viet-tcvn5712", LegacyEncoding::kTcvn3},
    {"x-viet-vni", LegacyEncoding::kVni},
    {"x-vni", LegacyEncoding::kVni},
    {"x-viet-vps", LegacyEncoding::kVps},
    {"viscii", LegacyEncoding::kViscii},
    {"viscii1.1-1", LegacyEncoding::kViscii},
    {"csviscii", LegacyEncoding::kViscii},
    {"windows-1258", LegacyEncoding::kWindows1258},
    {"cp1258", LegacyEncoding::kWindows1258},
    {"x-cp1258", LegacyEncoding::kWindows1258},
}};

}  // namespace

std::string_view name(LegacyEncoding encoding) {
  constexpr std::array<std::string_view, kLegacyEncodings> kNames = {
      "TCVN3", "VNI", "VPS", "VISCII", "windows-1258", "VIETWARE-X"};
  return kNames[static_cast<std::size_t>(encoding)];
}

std::optional<LegacyFont> encoding_of_font(std::string_view font_name) {
  const std::string_view name = bare_name(font_name);
  const std::string lower = lower_ascii(name);
  if (lower.starts_with("vni") && lower.size() > 3) return LegacyFont{LegacyEncoding::kVni};
  if (lower.starts_with("vps") && lower.size() > 3) return LegacyFont{LegacyEncoding::kVps};
  if (lower.starts_with("vi ") && lower.size() > 3) return LegacyFont{LegacyEncoding::kViscii};
  const bool vn = lower.starts_with(".vn") || lower.starts_with("_vn") || lower.starts_with("vn");
  return vn ? font_of_vn_family(name, lower) : std::nullopt;
}

std::optional<LegacyFont> encoding_of_font_family(std::string_view css_family) {
  while (true) {
    const std::size_t comma = css_family.find(',');
    const auto font = encoding_of_font(css_family.substr(0, comma));
    if (font || comma == std::string_view::npos) return font;
    css_family.remove_prefix(comma + 1);
  }
}

std::optional<LegacyEncoding> encoding_of_charset(std::string_view charset) {
  const std::string name = lower_ascii(charset);
  for (const auto& [known, encoding] : kCharsets) {
    if (name == known) return encoding;
  }
  return std::nullopt;
}

}  // namespace kehoach::language
