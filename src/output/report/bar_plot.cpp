#include "output/report/bar_plot.h"

#include <algorithm>

#include "output/display_width.h"
#include "output/report/html_text.h"

namespace kehoach::output {
namespace {

constexpr std::size_t kMostLabel = 26;  // columns of text
constexpr int kLabelWidth = 190, kBarWidth = 400, kCountWidth = 70, kRowHeight = 22;
constexpr int kColumnsWidth = 640, kColumnsHeight = 200, kHead = 22, kFoot = 24;
constexpr int kWidestColumn = 56;

std::size_t highest(const std::vector<LabelCount>& counts) {
  std::size_t out = 1;
  for (const LabelCount& one : counts) out = std::max(out, one.count);
  return out;
}

// At least a line, so that one of a million is seen.
int length(std::size_t count, std::size_t most, int whole) {
  const double share = static_cast<double>(count) / static_cast<double>(most);
  return count == 0 ? 0 : std::max(1, static_cast<int>(share * whole));
}

std::string text(int x, int y, const char* anchor, const std::string& words) {
  return "<text x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) + "\" text-anchor=\"" +
         anchor + "\">" + html(words) + "</text>";
}

std::string bar(int x, int y, int width, int height, const LabelCount& of) {
  return "<rect class=\"bar\" x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
         "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) +
         "\" rx=\"2\"><title>" + html(of.label) + ": " + std::to_string(of.count) +
         "</title></rect>";
}

std::string opened(const std::string& title, int width, int height) {
  const std::string size = std::to_string(width) + " " + std::to_string(height);
  return "<svg role=\"img\" aria-label=\"" + html(title) + "\" viewBox=\"0 0 " + size +
         "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + "\">\n";
}

}  // namespace

std::string rows_plot(const std::string& title, const std::vector<LabelCount>& counts) {
  const int height = static_cast<int>(counts.size()) * kRowHeight + 4;
  const std::size_t most = highest(counts);
  std::string out = opened(title, kLabelWidth + kBarWidth + kCountWidth, height);
  int y = 2;
  for (const LabelCount& one : counts) {
    const int width = length(one.count, most, kBarWidth);
    out += text(kLabelWidth - 8, y + 15, "end", fit(one.label, kMostLabel)) +
           bar(kLabelWidth, y + 3, width, kRowHeight - 6, one) +
           text(kLabelWidth + width + 6, y + 15, "start", std::to_string(one.count)) + "\n";
    y += kRowHeight;
  }
  return out + "</svg>\n";
}

std::string columns_plot(const std::string& title, const std::vector<LabelCount>& counts) {
  if (counts.empty()) return {};
  const int step = std::clamp(kColumnsWidth / static_cast<int>(counts.size()), 1, kWidestColumn);
  const int base = kHead + kColumnsHeight;
  const std::size_t most = highest(counts);
  // Labels of four digits need 34 points: where columns are narrower, every nth has one.
  const int every = std::max(1, (34 + step - 1) / step);
  std::string out = opened(title, kColumnsWidth + 20, base + kFoot);
  int n = 0;
  for (const LabelCount& one : counts) {
    const int height = length(one.count, most, kColumnsHeight);
    const int x = 10 + n * step, middle = x + step / 2;
    out += bar(x + 1, base - height, std::max(1, step - 3), height, one);
    if (n++ % every == 0) {
      out += text(middle, base + 16, "middle", one.label);
      if (one.count > 0)
        out += text(middle, base - height - 5, "middle", std::to_string(one.count));
    }
    out += "\n";
  }
  return out + "<line class=\"axis\" x1=\"10\" x2=\"" + std::to_string(10 + n * step) + "\" y1=\"" +
         std::to_string(base) + "\" y2=\"" + std::to_string(base) + "\"/>\n</svg>\n";
}

}  // namespace kehoach::output
