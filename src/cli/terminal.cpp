#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace kehoach::cli {
namespace {

constexpr std::size_t kUnknownWidth = 100;

bool wants_color(Color color, bool is_terminal) {
  if (color != Color::kAuto) return color == Color::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool refused = (no_color != nullptr && *no_color != '\0') ||
                       (term != nullptr && std::string_view(term) == "dumb");
  return is_terminal && !refused;
}

// A file name may hold what steers a terminal.
std::string harmless(std::string_view message) {
  std::string out(message);
  for (char& c : out)
    if ((static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F) c = '?';
  return out;
}

}  // namespace

Terminal::Terminal(Color color, bool quiet)
    : output_is_terminal_(::isatty(STDOUT_FILENO) == 1),
      errors_are_terminal_(::isatty(STDERR_FILENO) == 1),
      color_output_(wants_color(color, output_is_terminal_)),
      color_errors_(wants_color(color, errors_are_terminal_)),
      quiet_(quiet) {}

std::size_t Terminal::width() const {
  const char* asked = std::getenv("COLUMNS");  // shells do not export it: somebody means it
  if (asked != nullptr && std::atoi(asked) > 0) return static_cast<std::size_t>(std::atoi(asked));
  if (!output_is_terminal_) return 0;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return kUnknownWidth;
}

std::string Terminal::bold(std::string_view text) const {
  if (!color_output_) return std::string(text);
  return "\x1b[1m" + std::string(text) + "\x1b[0m";
}

void Terminal::error(std::string_view message) const {
  std::string line = color_errors_ ? "\x1b[31mkehoach:\x1b[0m " : "kehoach: ";
  line += harmless(message);
  line += '\n';
  draw(line);
}

void Terminal::note(std::string_view message) const {
  if (!quiet_) error(message);
}

void Terminal::draw(std::string_view text) const {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace kehoach::cli
