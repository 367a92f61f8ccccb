#include "read/html/saved_address.h"

#include <algorithm>

namespace kehoach::read {
namespace {

using View = std::string_view;
constexpr std::size_t npos = View::npos;
constexpr std::size_t kMaxAddress = 4096;

// The word behind `mark`, or empty.
View word_after(View text, View mark) {
  const std::size_t found = text.find(mark);
  if (found == npos) return {};
  text.remove_prefix(found + mark.size());
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, std::min(text.find_first_of(" \t\r\n<>\""), kMaxAddress));
}

View by_browser(View comment) {
  const View word = word_after(comment, "saved from url=(");
  const std::size_t bracket = word.find(')');
  return bracket == npos ? View() : word.substr(bracket + 1);
}

bool is_web_address(View address) {
  return address.starts_with("http://") || address.starts_with("https://");
}

}  // namespace

std::string saved_address(View comment) {
  comment = comment.substr(0, 2 * kMaxAddress);
  const View browser = by_browser(comment);
  if (is_web_address(browser)) return std::string(browser);
  if (comment.find("SingleFile") != npos) {
    const View address = word_after(comment, "url:");
    if (is_web_address(address)) return std::string(address);
  }
  if (comment.find("HTTrack") != npos) {
    const View address = word_after(comment, "Mirrored from ");
    if (address.find('.') != npos) return "http://" + std::string(address);
  }
  return {};
}

}  // namespace kehoach::read
