#include "cli/search/saved_search.h"

#include <sstream>

#include "base/budget.h"
#include "base/error.h"
#include "batch/read_source.h"

namespace kehoach::cli {
namespace {

constexpr std::size_t kLongest = 64 << 10;  // bytes: a query and its filters, not a text

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1));
}

// "--year 2023" in two; quotes around the whole value are a shell's habit.
void add_option(const std::string& line, std::vector<std::string>& out) {
  const std::size_t end = line.find_first_of(" \t=");
  out.push_back(line.substr(0, end));
  if (end == std::string::npos) return;
  std::string value = trimmed(std::string_view(line).substr(end + 1));
  const bool quoted = value.size() > 1 && value.front() == '"' && value.back() == '"';
  out.push_back(quoted ? value.substr(1, value.size() - 2) : value);
}

// What would not be read again as it was typed.
void refuse_unsayable(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments)
    if (trimmed(argument).starts_with('#') || argument.find('\n') != std::string::npos)
      throw base::Error("usage", "wrong usage: cannot save " + argument +
                                     ": in a saved search a line that begins with # says nothing, "
                                     "and what is searched for stands on one line");
}

}  // namespace

std::vector<std::string> read_search(const std::string& path) {
  base::Budget budget;
  budget.max_bytes = kLongest;
  std::istringstream lines(batch::read_source(path, budget).bytes);
  std::vector<std::string> out;
  for (std::string line; std::getline(lines, line);) {
    line = trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("--")) {
      add_option(line, out);
    } else if (line.starts_with('@')) {
      throw base::Error("saved-search", "cannot search: " + path + " names another saved search, " +
                                            line + "; write here what stands there");
    } else {
      out.push_back(line);
    }
  }
  return out;
}

std::string saved_text(const std::vector<std::string>& arguments) {
  refuse_unsayable(arguments);
  std::string out = "# kehoach search @THIS-FILE\n";
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    out += arguments[i];
    const bool has_value = arguments[i].starts_with("--") && i + 1 < arguments.size() &&
                           !arguments[i + 1].starts_with("--");
    if (has_value) out += " " + arguments[++i];
    out += "\n";
  }
  return out;
}

}  // namespace kehoach::cli
