#include "rules/pack_error.h"

#include <algorithm>

#include "base/utf8.h"

namespace kehoach::rules {
namespace {

std::string head(const Place& place, std::string_view subject, std::string_view message) {
  std::string text = place.file + ":" + std::to_string(place.line);
  if (place.column > 0) text += ":" + std::to_string(place.column);
  text += ": ";
  if (!subject.empty()) text.append(subject).append(": ");
  return text.append(message);
}

}  // namespace

base::Error pack_error(const Place& place, std::string_view subject, std::string_view message) {
  return {"pattern-pack", head(place, subject, message)};
}

base::Error pattern_error(const Place& start, std::string_view subject, std::string_view message,
                          std::string_view source, std::size_t offset) {
  offset = std::min(offset, source.size());
  const std::string_view before = source.substr(0, offset);
  const auto line_begin = before.find_last_of('\n') + 1;  // npos + 1 is 0
  const auto line_end = std::min(source.find('\n', offset), source.size());
  const std::size_t in_line = base::code_points(before.substr(line_begin));
  Place place = start;
  place.line += static_cast<int>(std::count(before.begin(), before.end(), '\n'));
  place.column = static_cast<int>(in_line) + (line_begin == 0 ? start.column : 1);
  std::string text = head(place, subject, message);
  text.append("\n  ").append(source.substr(line_begin, line_end - line_begin));
  text.append("\n  ").append(in_line, ' ').append("^");
  return {"pattern-pack", text};
}

std::string rule_subject(std::string_view id) { return "rule \"" + std::string(id) + "\""; }

}  // namespace kehoach::rules
