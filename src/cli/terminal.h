// What is at the other end of standard output and error, and how to write for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kehoach::cli {

enum class Color { kAuto, kAlways, kNever };

class Terminal {
 public:
  // kAuto: colours where the stream is a terminal, NO_COLOR is unset and TERM is not "dumb".
  explicit Terminal(Color color, bool quiet = false);

  bool output_is_terminal() const { return output_is_terminal_; }
  bool errors_are_terminal() const { return errors_are_terminal_; }
  bool quiet() const { return quiet_; }
  std::size_t width() const;  // COLUMNS, or of the terminal on standard output, or 0

  std::string bold(std::string_view text) const;  // for standard output

  // "kehoach: MESSAGE" on standard error.
  void error(std::string_view message) const;
  // The same, unless --quiet: about single sources, and counts.
  void note(std::string_view message) const;
  // Raw, on standard error: the progress bar.
  void draw(std::string_view text) const;

 private:
  bool output_is_terminal_, errors_are_terminal_;
  bool color_output_, color_errors_;
  bool quiet_;
};

}  // namespace kehoach::cli
