// Composes pages of a PDF for tests: text where it is to stand, rules, images.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "read/pdf/pdf.h"

namespace kehoach::layout {

struct Ink {
  double size = 14;
  bool bold = false;
  double angle = 0;
  read::Origin origin = read::Origin::kContent;
  bool invisible = false;
  double pitch = 0.5;  // width of a letter, of the size; a space is half of it
  std::uint32_t colour = 0;
};

class PageMaker {
 public:
  explicit PageMaker(int number = 1, double width = 595, double height = 842) {
    page_.number = number;
    page_.width = width;
    page_.height = height;
    page_.fonts.push_back({"Times New Roman", false, false, true, false, true, true, true, false});
  }

  // A run that begins at x, on the baseline y; gives where it ends.
  double text(double x, double y, const std::string& text, const Ink& ink = {}) {
    read::GlyphRun run;
    run.size = ink.size;
    run.bold = ink.bold;
    run.angle = ink.angle;
    run.origin = ink.origin;
    run.invisible = ink.invisible;
    run.colour = ink.colour;
    run.order = static_cast<int>(page_.runs.size());
    const double begin = x;
    for (std::size_t i = 0; i < text.size();) {
      const auto from = i;
      base::next_code_point(text, i);
      const bool space = text[from] == ' ';
      const double end = x + ink.size * ink.pitch * (space ? 0.5 : 1);
      run.glyphs.push_back({text.substr(from, i - from), 0, x, end, y});
      x = end;
    }
    run.box = {begin, y - ink.size, x, y + 0.25 * ink.size};
    page_.runs.push_back(std::move(run));
    return x;
  }

  void bold(double x, double y, const std::string& of, double size = 14) {
    Ink ink;
    ink.size = size;
    ink.bold = true;
    text(x, y, of, ink);
  }

  // In the middle of the text's width.
  void centred(double y, const std::string& of, bool is_bold = true, double middle = 312) {
    Ink ink;
    ink.bold = is_bold;
    text(middle - width_of(of, ink) / 2, y, of, ink);
  }

  // A paragraph of whole lines: as many words a line as fit between the margins, the first line
  // standing in. Gives the baseline below it.
  double paragraph(double y, const std::string& of, const Ink& ink = {}, double left = 85,
                   double right = 540, double indent = 36) {
    double x = left + indent;
    std::string line;
    const auto flush = [&] {
      if (!line.empty()) text(x, y, line, ink);
      line.clear();
      x = left;
      y += 1.3 * ink.size;
    };
    for (std::size_t i = 0; i < of.size();) {
      const auto end = std::min(of.find(' ', i), of.size());
      const auto longer = line + (line.empty() ? "" : " ") + of.substr(i, end - i);
      if (!line.empty() && x + width_of(longer, ink) > right) {
        flush();
        line = of.substr(i, end - i);
      } else {
        line = longer;
      }
      i = end + 1;
    }
    flush();
    return y + 6;
  }

  void rule(double x0, double y, double x1) { page_.lines.push_back({{x0, y, x1, y}, true, 0}); }
  void upright(double x, double y0, double y1) {
    page_.lines.push_back({{x, y0, x, y1}, false, 0});
  }
  // Borders of a grid.
  void grid(const std::vector<double>& xs, const std::vector<double>& ys) {
    for (const double y : ys) rule(xs.front(), y, xs.back());
    for (const double x : xs) upright(x, ys.front(), ys.back());
  }
  void image(const base::Box& box) { page_.images.push_back({box, 100, 100, false}); }

  read::PdfPage take() { return std::move(page_); }

 private:
  static double width_of(const std::string& of, const Ink& ink) {
    double width = 0;
    for (std::size_t i = 0; i < of.size();) {
      const auto from = i;
      base::next_code_point(of, i);
      width += ink.size * ink.pitch * (of[from] == ' ' ? 0.5 : 1);
    }
    return width;
  }

  read::PdfPage page_;
};

inline read::Pdf make_pdf(std::vector<read::PdfPage> pages) {
  read::Pdf pdf;
  pdf.page_count = static_cast<int>(pages.size());
  pdf.pages = std::move(pages);
  return pdf;
}

}  // namespace kehoach::layout
