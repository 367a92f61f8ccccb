#include "rules/fragments.h"

#include <algorithm>
#include <optional>

#include "rules/pack_error.h"

namespace kehoach::rules {
namespace {

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

// The name between the marks at `i`, or nothing: `{2,3}`, `\p{L}` and `\x{20}` are regex.
std::optional<std::string> name_at(std::string_view text, std::size_t i, std::string_view open,
                                   std::string_view close) {
  const std::size_t begin = i + open.size();
  if (!text.substr(i).starts_with(open) || begin >= text.size() || !is_name_start(text[begin]))
    return std::nullopt;
  const std::size_t end = text.find(close, begin);
  if (end == std::string_view::npos) return std::nullopt;
  return std::string(text.substr(begin, end - begin));
}

// Length of an escape at `i`, with the braces of \p{…}, \P{…} and \x{…}.
std::size_t escape_length(std::string_view text, std::size_t i) {
  if (i + 1 >= text.size()) return 1;
  const char kind = text[i + 1];
  if ((kind == 'p' || kind == 'P' || kind == 'x') && i + 2 < text.size() && text[i + 2] == '{') {
    const std::size_t end = text.find('}', i);
    if (end != std::string_view::npos) return end + 1 - i;
  }
  return 2;
}

std::string escape_form(std::string_view form) {
  static constexpr std::string_view kSpecial = R"(\.+*?()|[]{}^$-/)";
  std::string result;
  for (const char c : form) {
    if (c == ' ') {
      result += "[ ]+";
      continue;
    }
    if (kSpecial.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

std::string join_lines(std::string_view pattern) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] != '\n') {
      result += pattern[i];
      continue;
    }
    while (!result.empty() && result.back() == ' ') result.pop_back();
    while (i + 1 < pattern.size() && (pattern[i + 1] == ' ' || pattern[i + 1] == '\n')) ++i;
  }
  return result;
}

void Fragments::define(const std::string& name, PatternSource source) {
  sources_[name] = std::move(source);
  expanded_.clear();
}

std::string Fragments::expand(const PatternSource& source,
                              const std::vector<LexiconEntry>& lexicon) {
  std::vector<std::string> stack;
  return expand(source, lexicon, stack);
}

std::string Fragments::expand(const PatternSource& source, const std::vector<LexiconEntry>& lexicon,
                              std::vector<std::string>& stack) {
  const std::string_view text = source.text;
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '\\') {
      const std::size_t length = escape_length(text, i);
      result.append(text.substr(i, length));
      i += length;
    } else if (const auto name = name_at(text, i, open_, close_)) {
      result.append(name->starts_with("lexicon:") ? forms(*name, source, i, lexicon)
                                                  : fragment(*name, source, i, lexicon, stack));
      i += open_.size() + name->size() + close_.size();
    } else {
      result += text[i++];
    }
  }
  return join_lines(result);
}

const std::string& Fragments::fragment(const std::string& name, const PatternSource& user,
                                       std::size_t offset, const std::vector<LexiconEntry>& lexicon,
                                       std::vector<std::string>& stack) {
  if (const auto known = expanded_.find(name); known != expanded_.end()) return known->second;
  const auto source = sources_.find(name);
  if (source == sources_.end())
    throw pattern_error(user.place, user.subject, "unknown fragment \"" + name + "\"", user.text,
                        offset);
  if (const auto first = std::find(stack.begin(), stack.end(), name); first != stack.end()) {
    std::string cycle;
    for (auto it = first; it != stack.end(); ++it) cycle += *it + " -> ";
    throw pattern_error(user.place, user.subject, "fragments go in a circle: " + cycle + name,
                        user.text, offset);
  }
  stack.push_back(name);
  std::string text = "(?:" + expand(source->second, lexicon, stack) + ")";
  stack.pop_back();
  return expanded_[name] = std::move(text);
}

const std::string& Fragments::forms(const std::string& name, const PatternSource& user,
                                    std::size_t offset, const std::vector<LexiconEntry>& lexicon) {
  if (const auto known = expanded_.find(name); known != expanded_.end()) return known->second;
  const std::string key = name.substr(std::string_view("lexicon:").size());
  const std::size_t colon = key.find(':');
  const std::string type = key.substr(0, colon);
  std::vector<std::string> found;
  for (const auto& entry : lexicon) {
    if (entry.type != type) continue;
    if (colon == std::string::npos || entry.value == key.substr(colon + 1))
      found.push_back(escape_form(entry.form));
  }
  if (found.empty())
    throw pattern_error(user.place, user.subject, "the lexicon has no \"" + key + "\"", user.text,
                        offset);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string text = "(?:" + found.front();
  for (std::size_t i = 1; i < found.size(); ++i) text += "|" + found[i];
  return expanded_[name] = text + ")";
}

}  // namespace kehoach::rules
