// Words that nobody sees, over the print that they were read from.
//
// Contract: each word is set from where its print begins to where it ends, in any direction;
// viewers find, select and copy it there. The font is common to all pages of a file, so that a
// character is mapped once.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kehoach::output {

struct PagePoint {
  double x = 0, y = 0;
};

struct LayerWord {
  std::string text;    // UTF-8
  PagePoint from, to;  // of its baseline: points of the page as a reader sees it, origin top left
  double size = 0;     // of the type, points
  bool space_after = false;
};

// The page's frame in the file: what a reader sees of it, and how it is turned.
struct PageFrame {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  int rotation = 0;  // degrees clockwise, [0, 360)

  // A point as a reader sees it → in the file's own coordinates.
  PagePoint in_file(PagePoint point) const;
};

// Codes of characters: the order in which they first came.
class LayerCodes {
 public:
  // Of the text in hexadecimal digits, four a character; what is beyond the 65,535th is left out.
  std::string hex(const std::string& text);
  std::size_t size() const { return characters_.size(); }
  std::string to_unicode() const;  // a CMap

 private:
  std::map<char32_t, int> codes_;
  std::vector<char32_t> characters_;
};

// Operators for all `words`, whole in themselves. `font`: its name among the page's resources.
std::string layer_operators(const std::vector<LayerWord>& words, const PageFrame& frame,
                            const std::string& font, LayerCodes& codes);

}  // namespace kehoach::output
