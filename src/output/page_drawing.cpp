#include "output/page_drawing.h"

#include <openssl/evp.h>

#include <cstdio>
#include <string_view>

#include "base/utf8.h"
#include "output/escaped_markup.h"
#include "output/explained_values.h"

namespace kehoach::output {
namespace {

using layout::BlockKind;

constexpr double kLegendWidth = 330;
constexpr double kLegendLine = 9;
constexpr std::size_t kLegendWords = 90;  // characters of a value

std::string number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", value);
  return buffer;
}

std::string shortened(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < kLegendWords && end < text.size(); ++i)
    base::next_code_point(text, end);
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string base64(const std::string& bytes) {
  std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

// Boxes of the letterhead and the closing, structure, running text, noise.
std::string_view colour_of(BlockKind kind) {
  if (layout::is_noise(kind)) return "#999999";
  switch (kind) {
    case BlockKind::kParagraph:
      return "#2b6cb0";
    case BlockKind::kListItem:
      return "#2f855a";
    case BlockKind::kHeading:
      return "#b7791f";
    case BlockKind::kTableRow:
      return "#6b46c1";
    default:
      return "#c53030";
  }
}

class Drawing {
 public:
  explicit Drawing(const PageSheet& sheet) : sheet_(sheet) {
    const std::string width = number(sheet.width + kLegendWidth), height = number(sheet.height);
    out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height +
           "\" width=\"" + width + "pt\" height=\"" + height +
           "pt\" font-family=\"sans-serif\" font-size=\"7\">\n"
           "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n";
    if (!sheet.png.empty())
      out_ += "<image width=\"" + number(sheet.width) + "\" height=\"" + number(sheet.height) +
              "\" opacity=\"0.6\" href=\"data:image/png;base64," + base64(sheet.png) + "\"/>\n";
  }

  void add(const layout::Block& block, std::size_t index) {
    if (!block.page || *block.page != sheet_.number) return;
    const std::string name(layout::name(block.kind));
    const std::string title = std::to_string(index) + " " + name +
                              (block.label.empty() ? "" : " " + block.label) +
                              (block.note.empty() ? "" : " (" + block.note + ")");
    const std::string colour(colour_of(block.kind));
    const std::string style = "fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"0.6\"" +
                              (layout::is_noise(block.kind) ? " stroke-dasharray=\"2 2\"" : "");
    for (const base::Box& box : block.boxes) rectangle(box, style, title);
    for (const layout::Cell& cell : block.cells)
      for (const base::Box& box : cell.boxes) rectangle(box, style, title);
    if (!block.boxes.empty())
      text(block.boxes.front().x0, block.boxes.front().y0 - 1, 4.5, colour, title);
  }

  void add(const ExplainedValue& value) {
    bool here = false;
    const std::string title = value.pointer + " = " + value.words;
    for (const plan::Evidence& piece : *value.evidence) {
      if (piece.page != sheet_.number) continue;
      for (const base::Box& box : piece.boxes) {
        rectangle(box, "fill=\"#f6e05e\" fill-opacity=\"0.4\" stroke=\"none\"", title);
        here = true;
      }
    }
    if (here) legend_line(title);
  }

  std::string take() { return out_ + "</svg>\n"; }

 private:
  void rectangle(const base::Box& box, const std::string& style, const std::string& title) {
    out_ += "<rect x=\"" + number(box.x0) + "\" y=\"" + number(box.y0) + "\" width=\"" +
            number(box.x1 - box.x0) + "\" height=\"" + number(box.y1 - box.y0) + "\" " + style +
            "><title>" + escaped_markup(title) + "</title></rect>\n";
  }

  void text(double x, double y, double size, const std::string& colour, std::string_view words) {
    out_ += "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) +
            "\" fill=\"" + colour + "\">" + escaped_markup(words) + "</text>\n";
  }

  void legend_line(const std::string& title) {
    legend_end_ += kLegendLine;
    if (legend_end_ < sheet_.height)
      text(sheet_.width + 4, legend_end_, 7, "black", shortened(title));
  }

  const PageSheet& sheet_;
  std::string out_;
  double legend_end_ = 4;
};

}  // namespace

std::string draw_page(const layout::Document& document, const plan::Record& record,
                      const PageSheet& sheet) {
  Drawing drawing(sheet);
  for (const ExplainedValue& value : explained_values(record)) drawing.add(value);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) drawing.add(document.blocks[i], i);
  return drawing.take();
}

}  // namespace kehoach::output
